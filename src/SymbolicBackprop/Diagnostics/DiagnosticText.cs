using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Diagnostics;

/// <summary>Lays a finding out for a screen.</summary>
internal static class DiagnosticText
{
    // What fits beside a line number on a common screen; longer lines are shown around the place only.
    private const int LongestLine = 110;
    private const int Before = 60;

    public static string Headline(Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => throw new InvalidOperationException($"Unknown severity {diagnostic.Severity}."),
        };
        return Wording.Visible((diagnostic.Place is { } place ? $"{place}: " : "") + $"{severity}: {diagnostic.Message}");
    }

    public static string Of(Diagnostic diagnostic)
    {
        var text = new StringBuilder(Headline(diagnostic));
        if (diagnostic.Place is { } place)
        {
            var number = place.Line.ToString(CultureInfo.InvariantCulture);
            var (line, carets) = Pointed(place);
            text.Append('\n').Append("  ").Append(number).Append($" | {line}".TrimEnd()).Append('\n');
            text.Append(' ', number.Length + 2).Append(" | ").Append(carets);
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append("\n  hint: ").Append(Wording.Visible(hint));
        }

        return text.ToString();
    }

    // The line and, under it, carets below the place. Tabs stay tabs in both, so that they line up.
    private static (string Line, string Carets) Pointed(Place place)
    {
        var start = place.Column - 1;
        var from = place.SourceLine.Length > LongestLine ? Math.Max(0, Math.Min(start - Before, place.SourceLine.Length - LongestLine)) : 0;
        var to = Math.Min(place.SourceLine.Length, from + LongestLine);
        var before = place.SourceLine[from..start];
        var meant = place.SourceLine[start..Math.Clamp(start + place.Length, start, to)];
        var cut = from > 0 ? "…" : "";
        var line = cut + Wording.Visible(place.SourceLine[from..to]) + (to < place.SourceLine.Length ? "…" : "");
        var indent = new StringBuilder().Append(' ', cut.Length);
        foreach (var rune in before.EnumerateRunes().Where(TakesSpace))
        {
            indent.Append(rune.Value == '\t' ? '\t' : ' ');
        }

        return (line, indent.Append('^', Math.Max(1, meant.EnumerateRunes().Count(TakesSpace))).ToString());
    }

    private static bool TakesSpace(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);
}
