using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;

namespace SymbolicBackprop.Notebooks;

/// <summary>Shows what has words around its formulas as Markdown with LaTeX in it.</summary>
internal sealed class MarkdownDisplay
{
    public const string MimeType = "text/markdown";

    // A notebook scrolls; its lines are those of a page.
    private const double PageWidth = 40;

    /// <summary>Called by notebooks.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new NotebookFormatter(MimeType, Write)];

    private static string Write(object shown) => shown switch
    {
        Answer answer => MarkdownDocument.WriteFragment(answer.ToDocument()),
        Document document => MarkdownDocument.WriteFragment(document),
        Derivation derivation => string.Join('\n', derivation.Sections.Where(section => section.Steps.Count > 0).Select(Section)),
        CheckReport report => ReportFormat.Markdown.Write(report),
        _ => throw new ArgumentException($"Nobody shows a {shown.GetType().Name}.", nameof(shown)),
    };

    private static string Section(Section section)
    {
        var lines = new LatexLines(Notation.Parentheses, PageWidth);
        return "$$\n\\begin{aligned}\n  " + string.Join(" \\\\\n  ", section.Steps.SelectMany(step => lines.Write(step.Statement, step.Follows))) + "\n\\end{aligned}\n$$\n";
    }
}
