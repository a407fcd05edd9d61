namespace SymbolicBackprop.Reading.Documents;

/// <summary>A formula that stands in a document.</summary>
/// <param name="Latex">Its LaTeX, as it stands there; offsets into it are offsets into the document less that of <paramref name="Span"/>.</param>
/// <param name="Span">Where it stands in the document.</param>
/// <param name="Line">The line that it starts in, counted from 1.</param>
/// <param name="Column">The column that it starts in, counted from 1 in UTF-16 code units.</param>
/// <param name="Number">Its number among the formulas of the document, counted from 1.</param>
/// <param name="IsDisplayed">Whether it is set off from the text, not part of a sentence.</param>
public sealed record DocumentFormula(string Latex, TextSpan Span, int Line, int Column, int Number, bool IsDisplayed);
