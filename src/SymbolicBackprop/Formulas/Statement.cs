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

    /// <summary>A path goes on from the left side to the right one.</summary>
    LeadsTo,
}

/// <summary>A sign and the side after it.</summary>
/// <param name="Relation">How the side is related to the one before it.</param>
/// <param name="Side">The side.</param>
public sealed record Link(Relation Relation, Formula Side);

/// <summary>The values of an index.</summary>
/// <param name="Letter">The letter of the index.</param>
/// <param name="From">The first value.</param>
/// <param name="To">The last value.</param>
public sealed record IndexRange(string Letter, Index From, Index To)
{
    /// <summary>The values of another index that come with these, or null.</summary>
    public IndexRange? And { get; init; }

    /// <summary>The values of an index, or null where none are given for it.</summary>
    public IndexRange? Of(string letter)
    {
        var range = this;
        while (range is not null && range.Letter != letter)
        {
            range = range.And;
        }

        return range;
    }
}

/// <summary>Something that a sheet says: one side, and others related to it in a chain.</summary>
/// <param name="First">The first side.</param>
/// <param name="Links">The signs and sides after it.</param>
public sealed partial record Statement(Formula First, EquatableList<Link> Links)
{
    /// <summary>The values of the index letters that the statement holds for, or null where it gives none.</summary>
    public IndexRange? Range { get; init; }

    /// <summary>All sides in order.</summary>
    public IEnumerable<Formula> Sides => Links.Select(link => link.Side).Prepend(First);

    /// <summary>The statement for each value of its index; the statement itself where it has none.</summary>
    public IEnumerable<Statement> Instances()
    {
        if (Range is not { } range)
        {
            return [this];
        }

        return Enumerable.Range(range.From.Number, Math.Max(0, range.To.Number - range.From.Number + 1)).SelectMany(value => new Statement(
            First.Bind(range.Letter, value),
            Links.Select(link => link with { Side = link.Side.Bind(range.Letter, value) }).ToEquatableList())
        { Range = range.And }.Instances());
    }

    /// <summary>A chain of equalities.</summary>
    public static Statement Equality(Formula first, params IEnumerable<Formula> others) =>
        new(first, others.Select(side => new Link(Relation.Equal, side)).ToEquatableList());
}
