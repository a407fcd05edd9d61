using System.Text;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>Notes on formulas, line by line in Markdown as GitHub shows it.</summary>
internal sealed class MarkdownNotes(CheckReport report)
{
    private readonly ReportSentences sentences = new(report);

    /// <summary>What stands at the end.</summary>
    public IEnumerable<string> Closing => [.. sentences.Delta is { } delta ? [Escaped(delta)] : Array.Empty<string>(), $"**{Escaped(sentences.Summary)}**"];

    /// <summary>The note on a formula; no lines where it says nothing.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="isNamed">Whether the note says which formula it is about.</param>
    public List<string> Of(CheckedFormula formula, bool isNamed)
    {
        var remarks = sentences.Of(formula);
        var name = isNamed && remarks.Count > 0 ? NameOf(formula) + ": " : "";
        if (remarks.All(remark => remark.Standing == Standing.Right && remark.Details.Count == 0))
        {
            return remarks.Count == 0 ? [] : [$"{name}{Mark(Standing.Right)} {string.Join("; ", remarks.Select(remark => remark.Headline).Distinct())}"];
        }

        if (remarks is [var only])
        {
            return [name + Line(only), .. Exhibits(only, "")];
        }

        var lines = new List<string>();
        if (isNamed)
        {
            lines.Add(name.TrimEnd());
        }

        foreach (var (relation, remark) in formula.Relations.Zip(remarks))
        {
            lines.Add($"- {sentences.NameOf(relation, formula, sign => $"`{sign}`")}: {Line(remark)}");
            lines.AddRange(Exhibits(remark, "  "));
        }

        return lines;
    }

    /// <summary>The note on what is wrong with the document itself.</summary>
    public static List<string> Of(Finding finding) => [Line(ReportSentences.Of(finding))];

    /// <summary>What stands over a formula that is not in its place.</summary>
    public static string Heading(int line) => FormattableString.Invariant($"**Line {line}**");

    /// <summary>A line of a quote.</summary>
    public static string Quoted(string line) => line.Length == 0 ? ">" : "> " + line;

    /// <summary>A formula as a block. What cannot be read would hardly be set: it is shown as it is.</summary>
    public static string Block(string latex, bool isReadable)
    {
        var fence = "```";
        while (latex.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return isReadable ? $"{fence}math\n{Settable(latex)}\n{fence}" : $"{fence}latex\n{latex}\n{fence}";
    }

    private string NameOf(CheckedFormula formula)
    {
        var latex = sentences.Source(formula.Formula.Span);
        return formula.Error is null ? Mathematics(Settable(latex)) : $"`` {latex} ``";
    }

    // Of a part of a table the marks between columns and rows are left.
    private static string Settable(string latex) =>
        latex.Contains('&', StringComparison.Ordinal) || latex.Contains(@"\\", StringComparison.Ordinal) ? $@"\begin{{aligned}} {latex} \end{{aligned}}" : latex;

    private static string Line(Remark remark) =>
        $"{Mark(remark.Standing)} **{Escaped(remark.Verdict)}**: {Escaped(remark.Reason)}" + string.Concat(remark.Details.Select((detail, i) => (i == 0 ? ". " : " ") + Escaped(detail)));

    private static IEnumerable<string> Exhibits(Remark remark, string indent) =>
        remark.Exhibits.Select(exhibit => $"{indent}- {exhibit.Label}" + (exhibit.Steps.Count == 0 ? "" : ": " + Mathematics(string.Join(@" \to ", exhibit.Steps))));

    // Between dollars and backticks nothing is taken for Markdown.
    private static string Mathematics(string latex) => $"$`{latex}`$";

    private static string Mark(Standing standing) => standing switch
    {
        Standing.Right => "✓",
        Standing.Neutral => "–",
        Standing.Doubtful => "⚠",
        Standing.Wrong => "✗",
        _ => throw new InvalidOperationException($"Unknown standing {standing}."),
    };

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var character in text)
        {
            escaped.Append(character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '$' or '|' or '&' ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }
}
