using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>
/// The values of the formulas of a claim and of what it might be repaired to, at several points. Shares are numbered by the derivative
/// that they are shares of, which a repair may change.
/// </summary>
internal sealed class ClaimValues(Assessment assessment, Func<Formula, Formula> bound)
{
    private readonly Dictionary<(int Seed, Formula Whole), PointValues> known = [];

    /// <summary>The values at a point.</summary>
    /// <param name="seed">The number of the point.</param>
    /// <param name="claim">The claim that settles how shares are numbered.</param>
    public PointValues At(int seed, Claim claim)
    {
        var key = (seed, Assessment.FirstShareOf(claim)?.Whole ?? Literal.One);
        if (!known.TryGetValue(key, out var values))
        {
            known.Add(key, values = new PointValues(assessment.MeaningFor(claim), bound, seed));
        }

        return values;
    }
}
