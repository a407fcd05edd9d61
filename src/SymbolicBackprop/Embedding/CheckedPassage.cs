using System.Text.RegularExpressions;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Embedding;

/// <summary>Formulas that somebody wrote, with the words between them, as a document that marks what holds and says of the rest what is wrong.</summary>
internal sealed partial class CheckedPassage(CheckReport report, SheetFile about, int equationsBefore)
{
    private readonly ReportSentences sentences = new(report);
    private readonly List<Block> blocks = [];
    private readonly List<Inline> line = [];
    private readonly List<Remark> remarks = [];
    private int number = equationsBefore;

    /// <summary>What is to be said to the author: mistakes and what cannot be read as errors, what is doubtful as warnings.</summary>
    public IEnumerable<Diagnostic> Diagnostics() => report.Findings.Select(finding => (Remark: ReportSentences.Of(finding), IsError: true))
        .Concat(report.Formulas.SelectMany(formula => sentences.Of(formula).Select(remark => (Remark: remark, IsError: remark.Standing == Standing.Wrong || formula.Error is not null))))
        .Where(each => each.Remark.IsNoteworthy)
        .OrderBy(each => each.Remark.Place.Offset)
        .Select(each => new Diagnostic(
            each.IsError ? Severity.Error : Severity.Warning,
            each.Remark.Headline,
            report.Document.PlaceAt(each.Remark.Place.Offset, each.Remark.Place.Length),
            Hint(each.Remark)));

    /// <summary>The passage.</summary>
    public Document Write()
    {
        var text = report.Document.Text;
        var formulas = new Queue<CheckedFormula>(report.Formulas);
        var done = 0;
        foreach (var region in new MarkdownScanner(text, []).Scan())
        {
            AddWords(text[done..region.Content.Offset]);
            done = region.Content.End;
            if (region.IsDisplayed)
            {
                EndLine();
            }

            while (formulas.Count > 0 && formulas.Peek().Formula.Span.Offset < region.Content.End)
            {
                Add(formulas.Dequeue(), region.IsDisplayed);
            }
        }

        AddWords(text[done..]);
        EndLine();
        return new Document(about.Title, about.Language, blocks) { Digits = about.Digits };
    }

    private void Add(CheckedFormula formula, bool isDisplayed)
    {
        if (formula.Statement is not { } statement)
        {
            line.Add(new Words(sentences.Source(formula.Formula.Span)));
        }
        else if (isDisplayed)
        {
            blocks.Add(new Equations([new Equation(++number, statement, Follows: false, AssuranceOf(formula))], NotationOf(formula)));
        }
        else
        {
            line.Add(new InlineMath(statement));
            line.AddRange(AssuranceOf(formula) is var assurance and not Assurance.None ? [new Words(" "), new Mark(assurance)] : Array.Empty<Inline>());
        }

        remarks.AddRange(sentences.Of(formula).Where(remark => remark.IsNoteworthy));
        if (isDisplayed)
        {
            EndLine();
        }
    }

    private static Assurance AssuranceOf(CheckedFormula formula) =>
        formula.Relations.IsEmpty || !formula.Relations.All(relation => relation.Outcome is Outcome.Holds) ? Assurance.None
        : formula.Relations.Any(relation => relation.Outcome is Outcome.Holds { Verdict: Verdict.Tested }) ? Assurance.Tested
        : Assurance.Proved;

    private static string? Hint(Remark remark) => More(remark) is { Count: > 0 } more ? string.Join("; ", more) : null;

    private static List<string> More(Remark remark) => [.. remark.Details.Select(ReportSentences.Fragment), .. remark.Exhibits.Select(Shown)];

    private static string Shown(Exhibit exhibit) => exhibit.Steps.Count == 0 ? exhibit.Label : $"{exhibit.Label}: {string.Join(" → ", exhibit.Steps)}";

    private Notation NotationOf(CheckedFormula formula) => (report.Delta is { } delta ? report.Notation with { Delta = delta.Convention } : report.Notation).WithMarksOf(formula.Formula.Latex);

    // Words stay as they are written; the signs that set mathematics off are none.
    private void AddWords(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n").Split("\n\n");
        for (var i = 0; i < paragraphs.Length; i++)
        {
            if (i > 0)
            {
                EndLine();
            }

            if (Delimiters().Replace(paragraphs[i], "") is { Length: > 0 } words)
            {
                line.Add(new Words(words.ReplaceLineEndings(" ")));
            }
        }
    }

    // A paragraph ends, and what there is to say of its formulas stands behind it.
    private void EndLine()
    {
        if (line.Any(part => part is not Words words || !string.IsNullOrWhiteSpace(words.Text)))
        {
            blocks.Add(new Paragraph(new Prose([.. line]), report.Notation));
        }

        line.Clear();
        blocks.AddRange(remarks.Select(remark => new Paragraph(new Prose([new Words(Sentences(remark))]), report.Notation)));
        remarks.Clear();
    }

    private static string Sentences(Remark remark) =>
        string.Join("; ", [(remark.Standing == Standing.Wrong ? "✗ " : "⚠ ") + remark.Headline, .. More(remark)]);

    [GeneratedRegex(@"^(?:`?\$\$?|\\{1,2}[\])]|\\end\{[^{}]*\}|```\s*)|(?:\$\$|\$`?|\\{1,2}[\[(]|\\begin\{[^{}]*\}|```math\s*)$")]
    private static partial Regex Delimiters();
}
