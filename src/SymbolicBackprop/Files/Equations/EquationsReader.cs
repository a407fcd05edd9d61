using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Files.Equations;

/// <summary>
/// Makes a model of equations: each is unrolled over its indices, put after those that it uses, and defined. What none of them defines
/// is given.
/// </summary>
internal sealed class EquationsReader
{
    private const int MostDefinitions = 1000;

    private readonly EquationReader reader;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly OrderedDictionary<Symbol, EquationInstance> definitions = [];

    private EquationsReader(IReadOnlyList<EquationText> texts) => reader = new EquationReader(texts);

    /// <summary>Reads equations.</summary>
    /// <param name="texts">The equations, at least one.</param>
    /// <param name="loss">The name of the loss; null for what the last equation defines.</param>
    public static ReadResult<EquationModel> Read(IReadOnlyList<EquationText> texts, PlacedText? loss)
    {
        var reader = new EquationsReader(texts);
        return ReadResult.Of(reader.ReadAll(texts, loss), reader.diagnostics);
    }

    private EquationModel? ReadAll(IReadOnlyList<EquationText> texts, PlacedText? lossText)
    {
        List<Equation> equations = [.. texts.Select(text => reader.Read(text, diagnostics)).OfType<Equation>()];
        if (diagnostics.Count > 0 || !Unroll(equations) || LossOf(equations, lossText) is not { } loss)
        {
            return null;
        }

        MindNames(equations, loss);
        if (diagnostics.Count > 0 || new DefinitionOrder(definitions).Sort(diagnostics) is not { } ordered)
        {
            return null;
        }

        var model = new Model();
        foreach (var definition in ordered)
        {
            if (!Define(model, definition, loss))
            {
                return null;
            }
        }

        var top = model[Symbol.Loss];
        if (!model.Variables.Any(variable => variable.Node.Definition is null && !new Dependencies(model).CountPaths(top, variable).IsZero))
        {
            diagnostics.Add(EquationMessages.ConstantLoss(definitions[loss].Equation));
            return null;
        }

        return new EquationModel(model, equations.Select(equation => Named(equation.Statement, loss)).ToEquatableList(), loss.Letter);
    }

    private bool Unroll(List<Equation> equations)
    {
        foreach (var equation in equations)
        {
            foreach (var instance in equation.Statement.Instances())
            {
                if (definitions.Count == MostDefinitions)
                {
                    diagnostics.Add(EquationMessages.TooMany(equation, MostDefinitions));
                    return false;
                }

                var definition = new EquationInstance((Symbol)instance.First, instance.Links[0].Side, equation);
                if (!definitions.TryAdd(definition.Symbol, definition))
                {
                    diagnostics.Add(EquationMessages.DefinedTwice(definition, definitions[definition.Symbol]));
                    break;
                }
            }
        }

        return diagnostics.Count == 0;
    }

    private Symbol? LossOf(List<Equation> equations, PlacedText? text)
    {
        var last = equations[^1];
        var place = text?.Whole ?? last.PlaceOf(last.Left);
        var symbol = text is null ? last.Left : reader.ReadName(text.Text);
        Diagnostic? mistake = symbol is null ? EquationMessages.LossNotAName(place, text!.Text)
            : symbol.Indices.Count > 0 || symbol.Layer is not null ? EquationMessages.LossHasIndex(place, symbol)
            : !definitions.ContainsKey(symbol) ? EquationMessages.LossNotDefined(place, text!.Text)
            : null;
        diagnostics.AddRange(mistake is null ? [] : [mistake]);
        return mistake is null ? symbol : null;
    }

    // Written alike, h_{12} would be h with the indices 1 and 2 here and with the index 12 there.
    private void MindNames(List<Equation> equations, Symbol loss)
    {
        var seen = new Dictionary<(string Letter, bool HasLayer), Symbol>();
        foreach (var equation in equations)
        {
            foreach (var symbol in equation.Statement.Sides.SelectMany(side => side.WithParts()).OfType<Symbol>())
            {
                if (symbol != loss && symbol.ToString() == Symbol.Loss.ToString())
                {
                    diagnostics.Add(EquationMessages.NameOfLoss(equation, symbol));
                    return;
                }

                var key = (symbol.Letter, symbol.Layer is not null);
                if (symbol.Indices.Count > 0 && !seen.TryAdd(key, symbol) && seen[key].Indices.Count != symbol.Indices.Count)
                {
                    diagnostics.Add(EquationMessages.OneLetterManyIndices(equation, symbol, seen[key]));
                    return;
                }
            }
        }
    }

    private bool Define(Model model, EquationInstance definition, Symbol loss)
    {
        foreach (var given in DefinitionOrder.SymbolsIn(definition.Right).Where(symbol => !definitions.ContainsKey(symbol) && !model.TryFind(symbol, out _)))
        {
            model.Add(given);
        }

        try
        {
            var written = Named(definition.Right, loss);
            model.Define((Symbol)Named(definition.Symbol, loss), new Meaning(model, DeltaConvention.ByActivation).Of(written), () => written);
            return true;
        }
        catch (MeaninglessException exception)
        {
            diagnostics.Add(EquationMessages.Meaningless(definition.Equation, exception));
            return false;
        }
    }

    // The loss is called what a notation calls it.
    private static Formula Named(Formula formula, Symbol loss) => formula.Rewrite(part => part == loss ? Symbol.Loss : null);

    private static Statement Named(Statement statement, Symbol loss) =>
        Statement.Equality(Named(statement.First, loss), Named(statement.Links[0].Side, loss)) with { Range = statement.Range };
}
