using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>What stands low and high on a letter.</summary>
internal sealed class Scripts
{
    /// <summary>The subscript.</summary>
    public Subscript? Low { get; set; }

    /// <summary>The number of primes.</summary>
    public int Primes { get; set; }

    /// <summary>The layer, in parentheses or brackets.</summary>
    public Index? Layer { get; set; }

    /// <summary>The sample, in a second pair of parentheses.</summary>
    public Index? Sample { get; set; }

    /// <summary>Whether it is marked as the value after an update, by + or "new".</summary>
    public bool IsUpdated { get; set; }

    /// <summary>A superscript that is no layer mark.</summary>
    public Formula? Exponent { get; set; }

    /// <summary>The same superscript as an index, if it could be one.</summary>
    public Index? ExponentAsIndex { get; set; }

    /// <summary>Where the last of them ends.</summary>
    public TextSpan? Last { get; set; }
}
