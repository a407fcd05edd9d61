namespace SymbolicBackprop.Formulas;

/// <summary>Different formulas under different conditions, set with a brace.</summary>
/// <param name="Branches">The formulas with their conditions, of which one holds at a time.</param>
public sealed record Cases(EquatableList<Branch> Branches) : Formula
{
    internal override Formula Bind(string letter, int value) => Map(part => part.Bind(letter, value));

    /// <summary>The same cases with each of their parts replaced, in reading order.</summary>
    internal Cases Map(Func<Formula, Formula> replacement) => new(Branches
        .Select(branch => new Branch(replacement(branch.Value), branch.Condition?.Map(replacement)))
        .ToEquatableList());
}

/// <summary>A formula with the condition under which it holds.</summary>
/// <param name="Value">The formula.</param>
/// <param name="Condition">The condition, or null for "otherwise": wherever no other condition holds.</param>
public sealed record Branch(Formula Value, Condition? Condition)
{
    internal IEnumerable<Formula> Parts => [Value, .. Condition?.Parts ?? []];
}

/// <summary>That a quantity lies beyond a bound, or between two.</summary>
/// <param name="Subject">The quantity.</param>
public sealed record Condition(Formula Subject)
{
    /// <summary>The lower bound, or null.</summary>
    public Formula? Low { get; init; }

    /// <summary>Whether the lower bound fulfils the condition too.</summary>
    public bool IncludesLow { get; init; }

    /// <summary>The upper bound, or null.</summary>
    public Formula? High { get; init; }

    /// <summary>Whether the upper bound fulfils the condition too.</summary>
    public bool IncludesHigh { get; init; }

    internal IEnumerable<Formula> Parts => new[] { Low, Subject, High }.OfType<Formula>();

    internal Condition Map(Func<Formula, Formula> replacement)
    {
        var low = Low is null ? null : replacement(Low);
        return this with { Low = low, Subject = replacement(Subject), High = High is null ? null : replacement(High) };
    }
}
