using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The approximation z/2·(1 + tanh(√(2/π)·(z + 0.044715z³))) of the Gaussian error linear unit.</summary>
    public static Activation GeluTanh { get; } = new("gelu_tanh", TimesTanh)
    {
        Latex = @"\operatorname{GELU}_{\tanh}",
    };

    // With the roots of 2 and of π apart, as roots of single numbers are what proofs are best at.
    private static Expr RootOfTwoOverPi(ExprGraph graph) =>
        graph.Number(2).Pow(new Rational(1, 2)) * graph.Apply(StandardFunctions.Pi).Pow(new Rational(-1, 2));

    // A method of its own: initializers of two static members may not look into one another.
    private static Expr TimesTanh(Expr z) =>
        z * (1 + Tanh.Function.Of(RootOfTwoOverPi(z.Graph) * (z + (new Rational(44715, 1000000) * z.Pow(3))))) / 2;
}
