using System.Collections.Immutable;

namespace SymbolicBackprop.Reading.Documents;

/// <summary>The formulas of a document, in order; the text around them, in whatever language, is passed over.</summary>
/// <param name="Formulas">The formulas, each a statement of its own where the document sets several together.</param>
/// <param name="Findings">What is wrong with the document itself, such as mathematics that does not end.</param>
public sealed record DocumentFormulas(ImmutableArray<DocumentFormula> Formulas, ImmutableArray<Finding> Findings)
{
    /// <summary>Finds the formulas of a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="format">The language that it is written in.</param>
    public static DocumentFormulas Find(string text, DocumentFormat format)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var places = new LinePlaces(text);
        var formulas = ImmutableArray.CreateBuilder<DocumentFormula>();
        foreach (var region in RegionsOf(text, format, findings))
        {
            foreach (var span in StatementSplitter.Split(text, region.Content))
            {
                var (line, column) = places.Of(span.Offset);
                formulas.Add(new DocumentFormula(text.Substring(span.Offset, span.Length), span, line, column, formulas.Count + 1, region.IsDisplayed));
            }
        }

        return new DocumentFormulas(formulas.ToImmutable(), findings.ToImmutable());
    }

    private static List<MathRegion> RegionsOf(string text, DocumentFormat format, ICollection<Finding> findings) => format switch
    {
        DocumentFormat.Markdown => new MarkdownScanner(text, findings).Scan(),
        DocumentFormat.Latex => new LatexScanner(text, findings).Scan(),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
