using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The error function erf x = 2/√π·∫₀ˣ e^(−t²) dt.</summary>
    public static Function Erf { get; } = new()
    {
        Name = "erf",
        Latex = @"\operatorname{erf}",
        Partials = [(x, _) => BellCurve(x[0])],
        Value = x => ErrorFunction.Value(x[0]),
        Domain = x => double.IsFinite(x[0]),
        Samples = [[-2], [0], [0.7], [3]],
        Simplify = x => x[0].IsZero ? x[0] : null,
    };

    private static Expr BellCurve(Expr x) => 2 * x.Graph.Apply(Pi).Pow(new Rational(-1, 2)) * Exp.Of(-x.Pow(2));
}
