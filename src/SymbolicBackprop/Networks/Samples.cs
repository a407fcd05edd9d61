namespace SymbolicBackprop.Networks;

/// <summary>The samples of a batch, whose losses make one.</summary>
/// <param name="Count">How many there are; with one, quantities do not say to which sample they belong.</param>
/// <param name="Reduction">How their losses make one.</param>
public sealed record Samples(int Count, Reduction Reduction)
{
    /// <summary>One sample.</summary>
    public static Samples One { get; } = new(1, Reduction.Sum);

    /// <summary>How many there are.</summary>
    public int Count { get; } = Count > 0 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "There is one sample at least.");
}

/// <summary>How the losses of samples make one.</summary>
public enum Reduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}
