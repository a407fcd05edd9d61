using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The natural logarithm.</summary>
    public static Function Ln { get; } = new()
    {
        Name = "ln",
        Latex = @"\ln",
        Partials = [(x, _) => x[0].Pow(-1)],
        Value = x => Math.Log(x[0]),
        Domain = x => double.IsFinite(x[0]) && x[0] > 0,
        Samples = [[0.1], [1], [2.5]],
        Simplify = x => x[0].IsOne ? x[0].Graph.Zero
            : x[0].Kind == ExprKind.Function && x[0].Function == Exp ? x[0].Child(0)
            : null,
    };
}
