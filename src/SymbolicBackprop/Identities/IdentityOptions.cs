namespace SymbolicBackprop.Identities;

/// <summary>How equalities are decided.</summary>
public sealed record IdentityOptions
{
    /// <summary>The defaults.</summary>
    public static IdentityOptions Default { get; } = new();

    /// <summary>What all random points are derived from: the same seed and the same expressions give the same verdict.</summary>
    public ulong Seed { get; init; } = 1984;

    /// <summary>A proof's probability of error stays below 2 to this power.</summary>
    public double ErrorLog2 { get; init; } = -100;

    /// <summary>How many points of the domain a numerical test takes.</summary>
    public int TestPoints { get; init; } = 24;

    /// <summary>The relative tolerance of a numerical test. A point at which rounding could exceed it does not count.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Ends a comparison early, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Stop { get; init; }
}
