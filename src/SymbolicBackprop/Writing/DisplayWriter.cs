using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>How large the brackets are that stay open over a line break.</summary>
internal enum BracketSize
{
    /// <summary>Around a line of text.</summary>
    Line,

    /// <summary>Around fractions.</summary>
    Fraction,

    /// <summary>Around powers of fractions.</summary>
    Power,
}

/// <summary>Writes formulas in two dimensions, and in several lines where <see cref="StatementLines"/> breaks them.</summary>
public abstract class DisplayWriter : FormulaWriter
{
    /// <summary>Makes a writer for a notation.</summary>
    /// <param name="notation">Letters, marks and orders.</param>
    /// <param name="inText">Whether the formulas stand in running text, where derivatives are written with a slash.</param>
    private protected DisplayWriter(Notation notation, bool inText)
        : base(notation, inText)
    {
    }

    /// <summary>The arrow before a statement that follows from another, with space after it.</summary>
    internal abstract string Arrow { get; }

    /// <summary>A bracket that is closed on a later line.</summary>
    internal abstract string Opened(BracketShape shape, BracketSize size);

    /// <summary>A bracket that was opened on an earlier line.</summary>
    internal abstract string Closed(BracketShape shape, BracketSize size);

    /// <summary>Lines above one another as one formula.</summary>
    internal abstract string Stacked(IReadOnlyList<string> lines);
}
