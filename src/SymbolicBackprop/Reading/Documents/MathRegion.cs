namespace SymbolicBackprop.Reading.Documents;

/// <summary>A stretch of mathematics in a document.</summary>
/// <param name="Content">Where it stands, without the signs that set it off.</param>
/// <param name="IsDisplayed">Whether it is set off from the text.</param>
internal readonly record struct MathRegion(TextSpan Content, bool IsDisplayed);
