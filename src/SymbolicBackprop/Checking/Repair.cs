using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>A repair that may make a claim hold.</summary>
/// <param name="Slip">What it repairs.</param>
/// <param name="Left">The left side, repaired.</param>
/// <param name="Right">The right side, repaired.</param>
/// <param name="Place">The part that was wrong, as it was read.</param>
internal sealed record Repair(Slip Slip, Formula Left, Formula Right, Formula Place)
{
    /// <summary>Whether what is written stays and only what is meant by it changes, so that it is the smallest of all.</summary>
    public bool IsReading { get; init; }

    /// <summary>The repaired claim.</summary>
    public Claim Of(Claim claim) => claim with { Left = Left, Right = Right };

    /// <summary>How much it changes of a claim.</summary>
    public int SizeIn(Claim claim) => IsReading ? 0 : Slip.Size ?? EditSize.Between(claim.Left, Left) + EditSize.Between(claim.Right, Right);
}
