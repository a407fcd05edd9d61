using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The greater of two. Where both are equal, the second counts as the greater one for the derivative.</summary>
    public static Function Max { get; } = new()
    {
        Name = "max",
        Latex = @"\max",
        Partials =
        [
            (x, _) => FirstIsGreater(x[0], x[1]),
            (x, _) => 1 - FirstIsGreater(x[0], x[1]),
        ],
        Value = x => Math.Max(x[0], x[1]),
        Domain = x => double.IsFinite(x[0] - x[1]) && x[0] != x[1],
        Samples = [[-2, 1], [0.7, 0.2]],
        Simplify = x => x[0] == x[1] ? x[0]
            : x[0].Kind == ExprKind.Number && x[1].Kind == ExprKind.Number ? (x[0].Number > x[1].Number ? x[0] : x[1])
            : null,
    };

    private static Expr FirstIsGreater(Expr first, Expr second) => Step.Of(first - second);
}
