using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The inverse of the tangent, between −π/2 and π/2.</summary>
    public static Function Arctan { get; } = new()
    {
        Name = "arctan",
        Latex = @"\arctan",
        Partials = [(x, _) => 1 / (1 + x[0].Pow(2))],
        Value = x => Math.Atan(x[0]),
        Domain = x => double.IsFinite(x[0]),
        Samples = [[-2], [0], [0.7], [3]],
        Simplify = x => x[0].IsZero ? x[0] : null,
    };
}
