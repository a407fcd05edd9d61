using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The unit step: 0 below 0, 1 above, and 0 at 0 itself, which is the value that a kink's derivative takes.</summary>
    public static Function Step { get; } = new()
    {
        Name = "step",
        Latex = @"\operatorname{step}",
        Partials = [(x, _) => x[0].Graph.Zero],
        Value = x => double.IsNaN(x[0]) ? double.NaN : x[0] > 0 ? 1 : 0,
        Domain = x => double.IsFinite(x[0]) && x[0] != 0,
        Samples = [[-2], [0.7]],
        Simplify = x => x[0].Kind == ExprKind.Number ? x[0].Graph.Number(x[0].Number.Sign > 0 ? 1 : 0) : null,
    };
}
