using System.Text.RegularExpressions;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files;

/// <summary>
/// Reads what a question asks for by the names of a model: a quantity, alone or in a derivative of the loss or of another quantity.
/// </summary>
internal static partial class ModelQuestionReader
{
    private const int MostNamed = 12;

    private static readonly Role[] OfUnits = [Role.Input, Role.Weight, Role.Bias, Role.PreActivation, Role.Activation];

    /// <summary>Reads a question.</summary>
    /// <param name="placed">The question, with dollars around it or without.</param>
    /// <param name="notation">The notation it is written in.</param>
    /// <param name="model">The model, which must have the quantity.</param>
    /// <param name="network">The network that the model is of, or null where equations give it.</param>
    public static ReadResult<Question> Read(PlacedText placed, Notation notation, Model model, Network? network)
    {
        var start = placed.Text.Length - placed.Text.TrimStart(' ', '$').Length;
        var reading = new LatexReader(new ReadingContext { Notation = notation, Model = model }).Read(placed.Text.Trim(' ', '$'));
        if (reading.Error is { } error)
        {
            return Failed(error.Span, error.Message, error.Expected);
        }

        var statement = reading.Value!;
        if (statement is not { Links: [] or [{ Relation: Relation.Equal, Side: Unknown }], Range: null }
            || Asked(statement.First) is not [_, _, ..] quantities)
        {
            return Failed(new TextSpan(0, placed.Text.Length - start), "this does not ask for a derivative", "write a quantity, or a derivative such as \\frac{\\partial L}{\\partial u}");
        }

        var naming = new Naming(model, notation.Delta);
        if (Array.Find(quantities, quantity => quantity is not Symbol { IsUpdated: false }) is { } other)
        {
            // What is differentiated more than twice was put together by the reader, and has no place of its own.
            return Failed(reading.Spans.TryFind(other, out var at) ? at : new TextSpan(0, placed.Text.Length - start), "a question asks for a derivative of one quantity by another", $"the loss is called '{notation.Loss}' here");
        }

        var alongDirection = statement.First is Directional;
        if (alongDirection && !model.Parameters.Any())
        {
            return Failed(reading.Spans[statement.First], "nothing says which quantities are the parameters that R moves", "add them to the file, such as 'parameters: [u, v]'");
        }

        if ((quantities.Length > 2 || alongDirection) && Array.Find(quantities, quantity => ((Symbol)quantity).IsWhole) is { } layer)
        {
            return Failed(reading.Spans[layer], "second derivatives are asked for entry by entry, not for whole layers", "write a quantity with its indices, such as w_{11}^{(1)}");
        }

        if (quantities is [Symbol upper, Symbol lower] && (upper.IsWhole || (lower.IsWhole && upper.Role != Role.Loss)))
        {
            return JacobianMistake(upper, lower, model, naming) is var (about, message, hint)
                ? Failed(reading.Spans.TryFind(about, out var place) ? place : new TextSpan(0, placed.Text.Length - start), message, hint)
                : ReadResult.Of(new Question(lower, notation) { Of = upper });
        }

        if (Array.Find(quantities, quantity => !naming.TryFind((Symbol)quantity, out _)) is Symbol missing)
        {
            var span = reading.Spans[missing];
            return missing.Role == Role.Delta ? Failed(span, "δ is a name for a derivative itself", "ask for the a or z whose derivative it is, such as a_1^{(2)}")
                : OfUnits.Contains(missing.Role) && QuestionTarget.Mistake(missing, network, notation, placed.Text.Substring(start + span.Offset, span.Length), placed.PlaceAt(start + span.Offset, span.Length)) is { } mistake
                ? ReadResult.Failed<Question>(mistake)
                : Failed(span, $"the model has no {missing}", Hint(missing, model));
        }

        Symbol[] names = [.. quantities.Select(quantity => naming.VariableOf((Symbol)quantity).Symbol)];
        if (names.Length > 2 && names[2] != names[1] && !new Dependencies(model).CountPaths(model[names[2]], model[names[1]]).IsZero)
        {
            return Failed(
                reading.Spans[quantities[2]],
                $"the derivative by {names[1]} comes first here, and {names[2]} depends on {names[1]}",
                "exchange the two: the derivative by what stands on the right comes first");
        }

        return ReadResult.Of(new Question(names[1], notation) { Of = names[0], Again = names.Length > 2 ? names[2] : null, AlongDirection = alongDirection });

        ReadResult<Question> Failed(TextSpan span, string message, string? hint) =>
            ReadResult.Failed<Question>(Diagnostic.Error(placed.PlaceAt(Math.Min(start + span.Offset, placed.Text.Length), Math.Max(1, span.Length)), message, hint));
    }

    // What stands in the way of a Jacobian of whole layers.
    private static (Symbol About, string Message, string Hint)? JacobianMistake(Symbol upper, Symbol lower, Model model, Naming naming)
    {
        const string sample = @"write \frac{\partial \mathbf{a}^{(2)}}{\partial \mathbf{x}} for the matrix, or \frac{\partial a_1^{(2)}}{\partial x_1} for an entry";
        static int Height(Symbol whole) => whole.Role == Role.Prediction ? int.MaxValue : 2 * (whole.Layer?.Number ?? 0) + (whole.Role == Role.PreActivation ? 0 : 1);
        return Array.Find([upper, lower], symbol => !symbol.IsWhole) is { } single ? (single, "a Jacobian has whole layers above and below, and an entry of it single quantities", sample)
            : Array.Find([upper, lower], symbol => naming.ExtentOf(symbol) is null) is { } missing ? (missing, $"the model has no {missing}", sample)
            : Array.Find([upper, lower], symbol => symbol.Role is not (Role.Input or Role.PreActivation or Role.Activation or Role.Prediction)) is { } other ? (other, "the Jacobian of a layer is taken by weighted sums, activations or inputs, not by a matrix", sample)
            : model.SampleCount > 0 ? (upper, "the Jacobian of several samples at once is no matrix", "ask for entries, each of one sample")
            : Height(upper) <= Height(lower) ? (lower, $"{upper} does not depend on {lower}", "the layer that is differentiated stands above the bar, the lower one below it")
            : null;
    }

    // What is differentiated, and by what one after the other; nothing where that is not asked.
    private static Formula[] Asked(Formula formula) => formula switch
    {
        Symbol { IsUpdated: false } target => [Symbol.Loss, target],
        Directional { Of: Derivative { By: Symbol { IsUpdated: false } target } first } => [first.Of, target],
        Derivative { Of: Derivative { By: Symbol { IsUpdated: false } target } first, By: Symbol { IsUpdated: false } again } => [first.Of, target, again],
        Derivative { By: Symbol { IsUpdated: false } target } first => [first.Of, target],
        _ => [],
    };

    /// <summary>
    /// Whether a question asks for a second derivative, entry by entry or in a direction, or for one of another quantity than the loss, such as an output of a network.
    /// </summary>
    public static bool IsOfOther(string text, Notation notation) => SecondDifferential().IsMatch(text) || Calligraphic().IsMatch(text) || text.Contains(@"\partial", StringComparison.Ordinal)
        && new LatexReader(new ReadingContext { Notation = notation }).Read(text.Trim(' ', '$')).Value is { First: Derivative { Of: Symbol { Role: Role.Prediction or Role.Activation or Role.PreActivation } } };

    [GeneratedRegex(@"(\\partial|∂)\s*(\^|²)|((\\partial|∂).*){3}")]
    private static partial Regex SecondDifferential();

    [GeneratedRegex(@"\\math(cal|scr)\s*(R|\{\s*R\s*\})\s*(\\[a-zA-Z]+\s*)?\\(\{|lbrace)")]
    private static partial Regex Calligraphic();

    private static string? Hint(Symbol target, Model model)
    {
        List<Symbol> named = [.. model.Variables.Select(variable => variable.Symbol).Where(symbol => symbol.Role == Role.Named)];
        List<Symbol> alike = [.. named.Where(symbol => symbol.Letter == target.Letter)];
        List<string> listed = [.. (alike.Count > 0 ? alike : named).Select(symbol => symbol.ToString())];
        return listed.Count == 0 ? null : Wording.DidYouMean(target.ToString(), named.Select(symbol => symbol.ToString()))
            ?? (listed.Count <= MostNamed ? $"its quantities are {Wording.List(listed)}" : $"its quantities are {string.Join(", ", listed.Take(MostNamed))}, …");
    }
}
