using System.Text.RegularExpressions;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>
/// Cuts words of a right-to-left language where their direction changes, which TeX does not see by itself. From left to right run
/// numbers, and what reaches from a Latin or Greek letter to the last one before the next letter that runs from right to left.
/// </summary>
internal static partial class DirectionRuns
{
    /// <summary>The runs in order.</summary>
    public static IEnumerable<(string Text, bool IsLeftToRight)> Of(string text)
    {
        var done = 0;
        for (var run = LeftToRight().Match(text); run.Success; run = LeftToRight().Match(text, done))
        {
            if (run.Index > done)
            {
                yield return (text[done..run.Index], false);
            }

            done = EndOf(run, text);
            yield return (text[run.Index..done], true);
        }

        if (done < text.Length)
        {
            yield return (text[done..], false);
        }
    }

    // Both brackets of a pair stand in the run, as in f(x), or neither does.
    private static int EndOf(Match run, string text)
    {
        var end = run.Index + run.Length;
        var open = run.Value.LastIndexOfAny(['(', '[']);
        if (open < 0 || run.Value.IndexOfAny([')', ']'], open) >= 0)
        {
            return end;
        }

        return end < text.Length && text[end] is ')' or ']' ? end + 1 : run.Index + run.Value[..open].TrimEnd().Length;
    }

    // Arabic and its extensions, and Hebrew before them, run from right to left.
    [GeneratedRegex(@"[A-Za-z™\u00C0-\u052F](?:[^\u0590-\u08FF]*[0-9A-Za-z™\u00C0-\u052F])?|[0-9]+(?:[.,][0-9]+)*")]
    private static partial Regex LeftToRight();
}
