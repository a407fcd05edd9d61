using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Functions;

public static partial class StandardFunctions
{
    /// <summary>The cosine of an angle in radians.</summary>
    public static Function Cos { get; } = new()
    {
        Name = "cos",
        Latex = @"\cos",
        Partials = [(x, _) => MinusSine(x[0])],
        Value = x => Math.Cos(x[0]),
        Domain = x => double.IsFinite(x[0]),
        Samples = [[-2], [0], [0.7], [3]],
        Simplify = x => x[0].IsZero ? x[0].Graph.One : null,
    };

    // A method of its own: initializers of two static members may not look into one another.
    private static Expr MinusSine(Expr x) => -Sin.Of(x);
}
