using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The absolute value. Its derivative is written |x|/x, which has no value at the kink x = 0.</summary>
    public static Function Abs { get; } = new()
    {
        Name = "abs",
        Latex = @"\operatorname{abs}",
        Form = FunctionForm.Bars,
        Partials = [(x, result) => result / x[0]],
        Value = x => Math.Abs(x[0]),
        Domain = x => double.IsFinite(x[0]) && x[0] != 0,
        Samples = [[-2], [0.7]],
        Simplify = x => x[0].Kind == ExprKind.Number ? x[0].Graph.Number(Rational.Abs(x[0].Number)) : null,
    };
}
