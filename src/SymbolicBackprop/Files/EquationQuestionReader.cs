using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files;

/// <summary>Reads what a question asks for where equations give the model: a quantity, alone or in a derivative of the loss.</summary>
internal static class EquationQuestionReader
{
    private const int MostNamed = 12;

    /// <summary>Reads a question.</summary>
    /// <param name="placed">The question, with dollars around it or without.</param>
    /// <param name="notation">The notation it is written in.</param>
    /// <param name="model">The model, which must have the quantity.</param>
    public static ReadResult<Symbol> Read(PlacedText placed, Notation notation, Model model)
    {
        var start = placed.Text.Length - placed.Text.TrimStart(' ', '$').Length;
        var reading = new LatexReader(new ReadingContext { Notation = notation, Model = model }).Read(placed.Text.Trim(' ', '$'));
        if (reading.Error is { } error)
        {
            return Failed(error.Span, error.Message, error.Expected);
        }

        var statement = reading.Value!;
        if (statement is not { Links: [] or [{ Relation: Relation.Equal, Side: Unknown }], Range: null }
            || (statement.First as Symbol ?? (statement.First as Derivative)?.By as Symbol) is not { IsUpdated: false } target)
        {
            return Failed(new TextSpan(0, placed.Text.Length - start), "this does not ask for a derivative", "write a quantity, or a derivative such as \\frac{\\partial L}{\\partial u}");
        }

        if (statement.First is Derivative { Of: not Symbol { Role: Role.Loss } } derivative)
        {
            return Failed(reading.Spans[derivative.Of], "a question asks for a derivative of the loss", $"the loss is called '{notation.Loss}' here");
        }

        return model.TryFind(target, out _)
            ? ReadResult.Of(target)
            : Failed(reading.Spans[target], $"the model has no {target}", Hint(target, model));

        ReadResult<Symbol> Failed(TextSpan span, string message, string? hint) =>
            ReadResult.Failed<Symbol>(Diagnostic.Error(placed.PlaceAt(Math.Min(start + span.Offset, placed.Text.Length), Math.Max(1, span.Length)), message, hint));
    }

    private static string Hint(Symbol target, Model model)
    {
        List<Symbol> named = [.. model.Variables.Select(variable => variable.Symbol).Where(symbol => symbol.Role == Role.Named)];
        List<Symbol> alike = [.. named.Where(symbol => symbol.Letter == target.Letter)];
        List<string> listed = [.. (alike.Count > 0 ? alike : named).Select(symbol => symbol.ToString())];
        return Wording.DidYouMean(target.ToString(), named.Select(symbol => symbol.ToString()))
            ?? (listed.Count <= MostNamed ? $"its quantities are {Wording.List(listed)}" : $"its quantities are {string.Join(", ", listed.Take(MostNamed))}, …");
    }
}
