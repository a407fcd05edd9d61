using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files.Equations;

/// <summary>Reads one equation: a quantity, =, what it is, and the values of its indices.</summary>
internal sealed class EquationReader
{
    private readonly LatexReader reader;

    /// <param name="texts">All equations of a model: a letter means the same in each.</param>
    public EquationReader(IReadOnlyList<EquationText> texts)
    {
        // Letters that functions of layers go by are quantities where there are no layers.
        string[] letters = ["f", "g", @"\phi", @"\varphi"];
        reader = new LatexReader(new ReadingContext { LettersAreNames = true, OwnLetters = [.. letters, .. SigmaLetter.IsQuantity(texts) ? [@"\sigma"] : (string[])[]] });
    }

    /// <summary>Reads the name of a quantity, or null where the text is something else.</summary>
    public Symbol? ReadName(string latex) => reader.ReadFormula(latex).Value as Symbol;

    /// <summary>Reads an equation.</summary>
    /// <param name="text">The equation.</param>
    /// <param name="diagnostics">What is wrong with it.</param>
    /// <returns>The equation, or null where it has mistakes.</returns>
    public Equation? Read(EquationText text, List<Diagnostic> diagnostics)
    {
        var reading = reader.Read(text.Formula.Text);
        if (reading.Error is { } error)
        {
            diagnostics.Add(At(text.Formula, error));
            return null;
        }

        var statement = reading.Value!;
        var equation = new Equation(text.Formula, reading.Spans, statement);
        if (statement is not { First: Symbol { IsUpdated: false }, Links: [{ Relation: Relation.Equal or Relation.Defined }] })
        {
            diagnostics.Add(EquationMessages.NoDefinition(equation));
            return null;
        }

        if (text.For is { } values)
        {
            if (statement.Range is not null)
            {
                diagnostics.Add(EquationMessages.ValuesTwice(values.Whole));
                return null;
            }

            var range = reader.ReadRange(values.Text);
            if (range.Error is { } wrong)
            {
                diagnostics.Add(At(values, wrong));
                return null;
            }

            equation = equation with { Statement = statement with { Range = range.Value } };
        }

        if (IndexScope.MistakesIn(equation, text.For?.Whole ?? text.Formula.Whole) is { Count: > 0 } mistakes)
        {
            diagnostics.AddRange(mistakes);
            return null;
        }

        return equation;
    }

    private static Diagnostic At(PlacedText text, Finding error) =>
        Diagnostic.Error(text.PlaceAt(Math.Min(error.Span.Offset, text.Text.Length), Math.Max(1, error.Span.Length)), error.Message, error.Expected);
}
