using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Checking;

/// <summary>Whether expressions are equal, when they mostly are not: what differs at a point need not be refuted with more effort.</summary>
internal static class Agreement
{
    /// <summary>Whether the sides of all pairs are equal.</summary>
    public static bool Holds(params IReadOnlyList<(Expr Left, Expr Right)> pairs)
    {
        var values = Evaluation.Evaluate([.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right })], new RandomPoint(1).ValueOf);
        for (var i = 0; i < values.Length; i += 2)
        {
            if (double.IsFinite(values[i]) && double.IsFinite(values[i + 1]) && !PointValues.AreNear(values[i], values[i + 1]))
            {
                return false;
            }
        }

        return Identity.CompareAll([.. pairs]).All(verdict => verdict.Holds);
    }
}
