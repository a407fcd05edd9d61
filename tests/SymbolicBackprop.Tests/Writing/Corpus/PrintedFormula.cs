using System.Text.RegularExpressions;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;

namespace SymbolicBackprop.Tests.Writing.Corpus;

/// <summary>A formula as a sheet prints it.</summary>
/// <param name="Latex">What stands between the dollar signs, or an environment.</param>
/// <param name="IsDisplayed">Whether it stands on lines of its own.</param>
internal sealed partial record PrintedFormula(string Latex, bool IsDisplayed)
{
    private static readonly Lazy<IReadOnlyList<PrintedFormula>> Markdown = new(() => All(sheet => MarkdownDocument.Write(sheet).Text, MarkdownDisplay()));
    private static readonly Lazy<IReadOnlyList<PrintedFormula>> Sheets = new(() => All(LatexDocument.WriteFragment, LatexDisplay()));

    /// <summary>The formula without labels, which are for references between pages and no part of it.</summary>
    public PrintedFormula WithoutLabels() => this with { Latex = Label().Replace(Latex, "") };

    /// <summary>The different formulas of all examples in all notations, as Markdown has them.</summary>
    public static IReadOnlyList<PrintedFormula> OfMarkdown => Markdown.Value;

    /// <summary>The different formulas of all examples in all notations, as LaTeX sheets have them.</summary>
    public static IReadOnlyList<PrintedFormula> OfLatex => Sheets.Value;

    private static List<PrintedFormula> All(Func<SymbolicBackprop.Sheets.Document, string> write, Regex display) =>
        [.. EveryNotation.Sheets.SelectMany(sheet => Read(write(sheet.Sheet), display)).DistinctBy(formula => Number().Replace(formula.Latex, ""))];

    private static IEnumerable<PrintedFormula> Read(string text, Regex display) =>
        display.Matches(text).Select(match => new PrintedFormula(match.Groups["formula"].Value, true))
            .Concat(Inline().Matches(display.Replace(text, "")).Select(match => new PrintedFormula(match.Groups["formula"].Value, false)));

    [GeneratedRegex(@"^\$\$$(?<formula>.*?)^\$\$$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex MarkdownDisplay();

    [GeneratedRegex(@"(?<formula>\\begin\{align\}.*?\\end\{align\})", RegexOptions.Singleline)]
    private static partial Regex LatexDisplay();

    // The same formula under another number is the same formula.
    [GeneratedRegex(@"\\text\{\(\d+\)\}| \\label\{eq:\d+\}")]
    private static partial Regex Number();

    [GeneratedRegex(@" \\label\{eq:\d+\}")]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<!\\)\$(?<formula>[^$]+)\$")]
    private static partial Regex Inline();
}
