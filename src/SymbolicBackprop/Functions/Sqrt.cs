using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The square root, kept as a function so that it is written with a root sign.</summary>
    public static Function Sqrt { get; } = new()
    {
        Name = "sqrt",
        Latex = @"\sqrt",
        Form = FunctionForm.Root,
        Partials = [(_, result) => (2 * result).Pow(-1)],
        Value = x => Math.Sqrt(x[0]),
        Domain = x => double.IsFinite(x[0]) && x[0] > 0,
        Samples = [[0.1], [1], [2.5]],
        Definition = x => x[0].Pow(new Rational(1, 2)),
        Simplify = x => x[0].IsZero || x[0].IsOne ? x[0] : null,
    };
}
