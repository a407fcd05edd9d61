namespace SymbolicBackprop.Formulas;

/// <summary>The sign between two sides.</summary>
public enum Relation
{
    /// <summary>Both sides are equal.</summary>
    Equal,

    /// <summary>The right side follows from the left, or is what the left one is (f ⇒ tanh).</summary>
    Implies,

    /// <summary>The left side is defined by the right one.</summary>
    Defined,

    /// <summary>Both sides are equal up to rounding.</summary>
    Approximate,
}

/// <summary>A sign and the side after it.</summary>
/// <param name="Relation">How the side is related to the one before it.</param>
/// <param name="Side">The side.</param>
public sealed record Link(Relation Relation, Formula Side);

/// <summary>Something that a sheet says: one side, and others related to it in a chain.</summary>
/// <param name="First">The first side.</param>
/// <param name="Links">The signs and sides after it.</param>
public sealed record Statement(Formula First, EquatableList<Link> Links)
{
    /// <summary>A chain of equalities.</summary>
    public static Statement Equality(Formula first, params IEnumerable<Formula> others) =>
        new(first, others.Select(side => new Link(Relation.Equal, side)).ToEquatableList());
}
