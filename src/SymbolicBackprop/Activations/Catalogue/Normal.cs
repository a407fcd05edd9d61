using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The density of the standard normal distribution, e^(−z²/2)/√(2π): known, but not offered as an activation.</summary>
    internal static Activation NormalDensity { get; } =
        new("normal_density", z => StandardFunctions.Exp.Of(-z.Pow(2) / 2) * InverseRoot(z.Graph.Number(2)) * InverseRoot(z.Graph.Apply(StandardFunctions.Pi)))
        {
            Latex = @"\varphi",
        };

    /// <summary>The standard normal distribution, (1 + erf(z/√2))/2: known, but not offered as an activation.</summary>
    internal static Activation NormalDistribution { get; } =
        new("normal_distribution", z => (1 + StandardFunctions.Erf.Of(z * InverseRoot(z.Graph.Number(2)))) / 2)
        {
            Latex = @"\Phi",
            Value = z => ErrorFunction.Complement(-z / Math.Sqrt(2)) / 2, // 1 + erf loses all digits below
        };

    private static Expr InverseRoot(Expr radicand) => radicand.Pow(new Rational(-1, 2));
}
