using System.Text;
using System.Text.RegularExpressions;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>
/// A Markdown document with notes on its formulas: behind what stands on lines of its own, and behind the paragraph, list or table
/// that a formula stands in.
/// </summary>
internal sealed partial class MarkedUpDocument(CheckReport report, MarkdownNotes notes)
{
    private readonly string document = report.Document.Text;
    private readonly SortedDictionary<int, List<(string Prefix, List<string> Lines)>> insertions = [];
    private (int From, int End) block = (0, -1); // the last one looked for: a paragraph may have many formulas

    public string Write()
    {
        foreach (var finding in report.Findings)
        {
            Insert(EndOfBlock(finding.Span.End), PrefixAt(finding.Span.Offset), MarkdownNotes.Of(finding));
        }

        var formulas = new Queue<CheckedFormula>(report.Formulas);
        foreach (var region in new MarkdownScanner(document, []).Scan())
        {
            var inside = new List<CheckedFormula>();
            while (formulas.Count > 0 && formulas.Peek().Formula.Span.Offset < region.Content.End)
            {
                inside.Add(formulas.Dequeue());
            }

            AddNotes(region, inside);
        }

        return WithInsertions();
    }

    private void AddNotes(MathRegion region, List<CheckedFormula> formulas)
    {
        var prefix = PrefixAt(region.Content.Offset);
        var isOnOwnLines = region.IsDisplayed && document[report.Document.LineAt(region.Content.Offset).Start + prefix.Length] is '$' or '\\';
        var at = isOnOwnLines ? report.Document.LineAt(region.Content.End).End : EndOfBlock(region.Content.End);
        foreach (var formula in formulas)
        {
            Insert(at, prefix, notes.Of(formula, isNamed: !isOnOwnLines || formulas.Count > 1));
        }
    }

    private void Insert(int at, string prefix, List<string> lines)
    {
        if (lines.Count > 0)
        {
            insertions.TryAdd(at, []);
            insertions[at].Add((prefix, lines));
        }
    }

    private string WithInsertions()
    {
        var text = new StringBuilder();
        var copied = 0;
        foreach (var (at, inserted) in insertions)
        {
            text.Append(document, copied, at - copied);
            copied = at;
            foreach (var (prefix, lines) in inserted)
            {
                text.Append('\n').Append(prefix.TrimEnd()).Append('\n').AppendJoin('\n', lines.Select(line => prefix + MarkdownNotes.Quoted(line)));
            }

            text.Append(IsBlank(NextLine(at)) ? "" : "\n");
        }

        return text.Append(document, copied, document.Length - copied).ToString();
    }

    // The end of the last line before an empty one, or before code.
    private int EndOfBlock(int offset)
    {
        if (offset >= block.From && offset <= block.End)
        {
            return block.End;
        }

        var (_, _, end) = report.Document.LineAt(offset);
        for (var next = NextLine(end); next < document.Length && !Closings.IsEmptyLine(document, next) && !Fence().IsMatch(document, next); next = NextLine(end))
        {
            end = report.Document.LineAt(next).End;
        }

        block = (offset, end);
        return end;
    }

    // In a quote a blank line has its mark.
    private bool IsBlank(int line) => line >= document.Length || document.AsSpan(line, report.Document.LineAt(line).End - line).Trim("> \t").IsEmpty;

    private int NextLine(int end) => document.AsSpan(end).StartsWith("\r\n") ? end + 2 : end + 1;

    // What a line must begin with to stand in the same list or quote as the line at an offset.
    private string PrefixAt(int offset)
    {
        var (_, start, end) = report.Document.LineAt(offset);
        return string.Concat(Containers().Match(document, start, end - start).Value.Select(character => character is '>' or '\t' ? character : ' '));
    }

    [GeneratedRegex(@"^(?:\s|>|(?:[-*+]|\d{1,9}[.)])(?=\s))*")]
    private static partial Regex Containers();

    [GeneratedRegex(@"\G[ >]*(?:```|~~~)")]
    private static partial Regex Fence();
}
