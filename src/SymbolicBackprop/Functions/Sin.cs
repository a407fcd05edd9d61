using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The sine of an angle in radians.</summary>
    public static Function Sin { get; } = new()
    {
        Name = "sin",
        Latex = @"\sin",
        Partials = [(x, _) => Cos.Of(x[0])],
        Value = x => Math.Sin(x[0]),
        Domain = x => double.IsFinite(x[0]),
        Samples = [[-2], [0], [0.7], [3]],
        Simplify = x => x[0].IsZero ? x[0].Graph.Zero : null,
    };
}
