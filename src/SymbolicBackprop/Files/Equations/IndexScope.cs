using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Files.Equations;

/// <summary>Whether every letter of an equation means what it seems to: indices have values, and quantities are no indices.</summary>
internal static class IndexScope
{
    /// <summary>The mistakes in an equation.</summary>
    /// <param name="equation">The equation.</param>
    /// <param name="ofValues">The place of the values of its indices.</param>
    public static List<Diagnostic> MistakesIn(Equation equation, Place ofValues)
    {
        var ranges = Ranges(equation.Statement.Range).ToList();
        var mistakes = new List<Diagnostic>();
        mistakes.AddRange(ranges.Where(range => range.From.Letter is not null || range.To.Letter is not null).Select(range => EquationMessages.OpenValues(ofValues, range)));
        mistakes.AddRange(ranges.Where(range => range is { From: { Letter: null } from, To: { Letter: null } to } && from.Number > to.Number).Select(range => EquationMessages.NoValues(ofValues, range)));
        mistakes.AddRange(ranges
            .Where(range => !LettersIn(equation.Left).Contains(range.Letter))
            .Select(range => EquationMessages.IndexNotDefined(equation, range.Letter)));
        var open = new Stack<(Formula Part, IReadOnlyCollection<string> Letters)>();
        string[] letters = [.. ranges.Select(range => range.Letter)];
        open.Push((equation.Right, letters));
        open.Push((equation.Left, letters));
        while (open.TryPop(out var next))
        {
            if (ComplaintAbout(next.Part, next.Letters, equation) is { } complaint)
            {
                mistakes.Add(Diagnostic.Error(equation.PlaceOf(next.Part), complaint.Message, complaint.Expected));
                continue;
            }

            var inner = next.Part is Summation sum ? [.. next.Letters, sum.Letter] : next.Letters;
            foreach (var part in next.Part.Parts().Reverse())
            {
                open.Push((part, inner));
            }
        }

        return mistakes;
    }

    private static IEnumerable<IndexRange> Ranges(IndexRange? range)
    {
        for (; range is not null; range = range.And)
        {
            yield return range;
        }
    }

    private static IEnumerable<string> LettersIn(Symbol symbol) => symbol.Indices.Append(symbol.Layer ?? 0).Select(index => index.Letter).OfType<string>();

    private static Complaint? ComplaintAbout(Formula part, IReadOnlyCollection<string> letters, Equation equation) => part switch
    {
        Symbol { IsUpdated: true } => Messages.NotInEquation,
        Symbol symbol when LettersIn(symbol).FirstOrDefault(letter => !letters.Contains(letter)) is { } free => Messages.IndexWithoutValues(free),
        Symbol { Layer: null, Indices.Count: 0, Letter: "e" } => Messages.LoneE,
        Symbol { Layer: null, Indices.Count: 0 } symbol when letters.Contains(symbol.Letter) => Messages.IndexAsQuantity(symbol.Letter),
        Symbol { Layer: null, Indices.Count: 0, Letter: "i" or "j" } symbol => Messages.IndexOfSheets(symbol.Letter),
        Summation sum when letters.Contains(sum.Letter) => Messages.IndexTwice(sum.Letter),
        Summation { From: null } or Summation { To: null } => Messages.SumWithoutLimits,
        Summation sum when FreeLimit(sum, letters) is { } free => Messages.IndexWithoutValues(free),
        Call { Arguments.Count: 0 } call when Functions.StandardFunctions.Pi.Name != call.Function.Name => Messages.FunctionAlone(Written(part, equation)),
        PathShare or Underbrace or KroneckerDelta or Unknown or Derivative or Call { Primes: > 0 } => Messages.NotInEquation,
        _ => FormulaComplaints.About(part, Written(part, equation)),
    };

    private static string? FreeLimit(Summation sum, IReadOnlyCollection<string> letters) =>
        ((Index[])[sum.From!.Value, sum.To!.Value]).Select(index => index.Letter).FirstOrDefault(letter => letter is not null && !letters.Contains(letter));

    private static string Written(Formula part, Equation equation) =>
        equation.Spans.TryFind(part, out var span) ? equation.Text.Text.Substring(span.Offset, span.Length) : "";
}
