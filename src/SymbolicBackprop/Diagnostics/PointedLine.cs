using System.Text;
using Wcwidth;

namespace SymbolicBackprop.Diagnostics;

/// <summary>A line for a screen, in which a stretch is meant; of a long line the part around it.</summary>
/// <param name="Before">What stands before the stretch.</param>
/// <param name="Meant">The stretch; empty at the end of a line.</param>
/// <param name="After">What stands after it.</param>
internal sealed record PointedLine(string Before, string Meant, string After)
{
    /// <summary>Carets that stand under the stretch when they are set below the line.</summary>
    public string Carets => Blank(Before) + new string('^', Math.Max(1, ColumnsOf(Meant)));

    /// <summary>Shows a stretch of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="start">Where the stretch starts.</param>
    /// <param name="length">How long it is; what lies beyond the end of the line is left out.</param>
    /// <param name="longest">The most characters of the line that are shown, without the marks where it is cut.</param>
    public static PointedLine Of(string line, int start, int length, int longest)
    {
        var before = Math.Clamp(longest - length, 0, longest * 6 / 11);
        var from = line.Length > longest ? BetweenRunes(line, Math.Clamp(start - before, 0, line.Length - longest)) : 0;
        var to = BetweenRunes(line, Math.Min(line.Length, from + longest));
        var end = Math.Clamp(start + length, start, Math.Max(start, to));
        return new PointedLine(
            (from > 0 ? "…" : "") + Wording.Visible(line[from..start]),
            Wording.Visible(line[start..end]),
            Wording.Visible(line[end..Math.Max(end, to)]) + (to < line.Length ? "…" : ""));
    }

    /// <summary>The whole line.</summary>
    public override string ToString() => Before + Meant + After;

    // Never between the halves of one character.
    private static int BetweenRunes(string line, int at) => at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;

    // As wide as the text: tabs stay tabs, an accent on a letter takes no column, a Chinese character takes two.
    private static string Blank(string text)
    {
        var blank = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value == '\t' ? blank.Append('\t') : blank.Append(' ', ColumnsOf(rune));
        }

        return blank.ToString();
    }

    /// <summary>The columns that a text takes on a screen.</summary>
    internal static int ColumnsOf(string text) => text.EnumerateRunes().Sum(ColumnsOf);

    private static int ColumnsOf(Rune rune) => Math.Max(0, UnicodeCalculator.GetWidth(rune));
}
