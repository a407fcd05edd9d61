using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Reading;

/// <summary>
/// Reads the formula of a loss in the targets y and the predictions ŷ. Without indices it is that of one output, and those of all
/// outputs are added; with indices it is the whole loss. Every other letter is a parameter.
/// </summary>
internal static class LossFormulaReader
{
    /// <summary>Reads a formula.</summary>
    /// <param name="latex">The formula, without dollars around it.</param>
    /// <param name="outputs">How many outputs the network has.</param>
    public static LatexReading<Loss> Read(string latex, int outputs)
    {
        var reading = new LatexReader(new ReadingContext { LettersAreNames = true }).ReadFormula(latex);
        if (!reading.IsSuccess)
        {
            return new LatexReading<Loss>(null, reading.Spans, reading.Findings);
        }

        var formula = reading.Value;
        foreach (var part in formula.WithParts())
        {
            if (ComplaintAbout(part, latex.Substring(reading.Spans[part].Offset, reading.Spans[part].Length)) is { } complaint)
            {
                return Failed(part, complaint);
            }
        }

        var quantities = formula.WithParts().OfType<Symbol>().Where(symbol => IsOutput(symbol)).ToList();
        if (!quantities.Exists(symbol => symbol.Letter == Letters.Prediction))
        {
            return Failed(formula, Messages.NoPrediction);
        }

        var isWhole = quantities.Exists(symbol => symbol.Indices.Count > 0);
        if (isWhole && quantities.Find(symbol => symbol.Indices.Count == 0) is { } bare && outputs > 1)
        {
            return Failed(bare, Messages.IndexOnOutput);
        }

        var loss = Loss.Of(latex, all => isWhole ? InOutputs(formula, symbol => symbol.Indices, all) : all.Sum((y, p) => InOutputs(formula, y, p)));
        return MistakeIn(loss, outputs) is { } mistake ? Failed(formula, mistake) : new LatexReading<Loss>(loss, reading.Spans, reading.Findings);

        LatexReading<Loss> Failed(Formula part, Complaint complaint) =>
            new(null, reading.Spans, [new Finding(FindingKind.Error, reading.Spans[part], complaint.Message, complaint.Expected)]);
    }

    private static bool IsOutput(Symbol symbol) => symbol is { Layer: null, Letter: "y" or Letters.Prediction };

    private static Complaint? ComplaintAbout(Formula part, string written) => part switch
    {
        Symbol symbol when IsOutput(symbol) => symbol.Indices.Count < 2 ? null : Messages.ScriptOnParameter,
        Symbol { Layer: null, Indices.Count: 0, Letter: "e" } => Messages.LoneE,
        Symbol { Layer: null, Indices.Count: 0, Letter: "i" or "j" or "l" or "k" } symbol => Messages.LetterIsIndex(symbol.Letter),
        Symbol { Layer: null, Indices.Count: 0 } => null,
        Symbol => Messages.ScriptOnParameter,
        _ => FormulaComplaints.About(part, written),
    };

    private static Formula InOutputs(Formula formula, Func<Symbol, EquatableList<Index>> indices, Outputs all) => formula.Rewrite(part => part switch
    {
        Symbol symbol when IsOutput(symbol) => symbol.Letter == "y" ? Of(all.Target, symbol) : Of(all.Prediction, symbol),
        _ => null,
    });

    private static Formula InOutputs(Formula formula, Formula target, Formula prediction) => formula.Rewrite(part =>
        part is Symbol symbol && IsOutput(symbol) ? symbol.Letter == "y" ? target : prediction : null);

    private static Symbol Of(Func<Index, Symbol> quantity, Symbol written) => quantity(written.Indices.Count == 0 ? 1 : written.Indices[0]);

    // Whether the formula means something over so many outputs.
    private static Complaint? MistakeIn(Loss loss, int count)
    {
        var outputs = new Outputs(count);
        var model = new Model();
        foreach (var k in Enumerable.Range(1, count))
        {
            model.Add(outputs.Target(k));
            model.Add(outputs.Prediction(k));
        }

        var formula = loss.Over(outputs);
        foreach (var parameter in formula.WithParts().OfType<Symbol>().Where(symbol => symbol.Role == Role.Named && !model.TryFind(symbol, out _)))
        {
            model.Add(parameter);
        }

        try
        {
            return new Meaning(model, DeltaConvention.ByActivation).Of(formula).Kind == ExprKind.Number ? Messages.NoPrediction : null;
        }
        catch (MeaninglessException exception)
        {
            return FormulaComplaints.About(exception);
        }
    }
}
