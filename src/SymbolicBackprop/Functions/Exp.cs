using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The exponential function.</summary>
    public static Function Exp { get; } = new()
    {
        Name = "exp",
        Latex = @"\exp",
        Form = FunctionForm.Exponential,
        Partials = [(_, result) => result],
        Value = x => Math.Exp(x[0]),
        Domain = x => double.IsFinite(x[0]),
        Samples = [[-2], [-0.3], [0], [1.7]],
        Simplify = x => x[0].IsZero ? x[0].Graph.One
            : x[0].Kind == ExprKind.Function && x[0].Function == Ln ? x[0].Child(0)
            : null,
    };
}
