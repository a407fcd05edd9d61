namespace SymbolicBackprop.Reading.Documents;

/// <summary>The language that a document is written in around its formulas.</summary>
public enum DocumentFormat
{
    /// <summary>Markdown with $…$ and $$…$$.</summary>
    Markdown,

    /// <summary>LaTeX.</summary>
    Latex,
}
