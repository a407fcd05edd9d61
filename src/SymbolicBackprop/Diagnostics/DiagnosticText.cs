using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Diagnostics;

/// <summary>Lays a finding out for a screen.</summary>
internal static class DiagnosticText
{
    // What fits beside a line number on a common screen; longer lines are shown around the place only.
    private const int LongestLine = 110;

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
            var line = PointedLine.Of(place.SourceLine, place.Column - 1, place.Length, LongestLine);
            text.Append('\n').Append("  ").Append(number).Append($" | {line}".TrimEnd()).Append('\n');
            text.Append(' ', number.Length + 2).Append(" | ").Append(line.Carets);
        }

        if (diagnostic.Hint is { } hint)
        {
            text.Append("\n  hint: ").Append(Wording.Visible(hint));
        }

        return text.ToString();
    }
}
