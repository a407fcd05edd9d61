using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>
/// A usual kind of slip in derivations: what it is called, and how it is repaired. A relation that does not hold is explained by the
/// slip whose repair makes it hold.
/// </summary>
public sealed partial class Slip
{
    private readonly Func<Site, Vocabulary, IEnumerable<Formula>> repairs;

    private Slip(string name, string title, Func<Site, Vocabulary, IEnumerable<Formula>>? repairs = null)
    {
        (Name, Title) = (name, title);
        this.repairs = repairs ?? ((_, _) => []);
    }

    /// <summary>A short name for machines, such as <c>index-transposed</c>.</summary>
    public string Name { get; }

    /// <summary>What happened, in English, in lower case and without a full stop.</summary>
    public string Title { get; }

    /// <summary>
    /// How much a repair of this kind changes, where that is the same for all, or null. A function in the place of another is one change,
    /// however long they are written out. A prime too many is rarer than one too few.
    /// </summary>
    internal int? Size => this == WrongFunction || this == FunctionForDerivative || this == DerivativeDoubled ? EditSize.Least
        : this == DerivativeForFunction ? 2 * EditSize.Least
        : null;

    /// <summary>What may have been meant in a place: formulas to put there.</summary>
    internal IEnumerable<Formula> Repairs(Site site, Vocabulary vocabulary) => repairs(site, vocabulary);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
