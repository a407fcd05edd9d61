using System.Text;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>Markdown: a Markdown document itself, with a quoted note behind each formula; of a LaTeX document the formulas.</summary>
internal sealed class MarkdownReport : ReportFormat
{
    public override string Name => "markdown";

    public override string Summary => "the document with notes";

    public override IEnumerable<StyledText> WriteStyled(CheckReport report, ReportOptions? options = null)
    {
        var notes = new MarkdownNotes(report);
        var text = (report.Format == DocumentFormat.Markdown ? new MarkedUpDocument(report, notes).Write() : Listed(report, notes)).Replace("\r\n", "\n", StringComparison.Ordinal);
        var closing = string.Concat(notes.Closing.Select(line => $"\n{line}\n"));
        return [new StyledText($"{text.TrimEnd('\n')}\n\n---\n{closing}")];
    }

    private static string Listed(CheckReport report, MarkdownNotes notes)
    {
        var text = new StringBuilder();
        foreach (var (place, formula, note) in report.Findings.Select(finding => (finding.Span.Offset, (CheckedFormula?)null, Note: MarkdownNotes.Of(finding)))
            .Concat(report.Formulas.Select(formula => (formula.Formula.Span.Offset, (CheckedFormula?)formula, Note: notes.Of(formula, isNamed: false))))
            .Where(each => each.Note.Count > 0)
            .OrderBy(each => each.Offset))
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(MarkdownNotes.Heading(report.Document.LineAt(place).Number)).Append("\n\n");
            if (formula is not null)
            {
                text.Append(MarkdownNotes.Block(formula.Formula.Latex, isReadable: formula.Error is null)).Append("\n\n");
            }

            text.AppendJoin('\n', note.Select(MarkdownNotes.Quoted)).Append('\n');
        }

        return text.ToString();
    }
}
