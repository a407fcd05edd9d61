using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z·Φ(z), the Gaussian error linear unit (D. Hendrycks and K. Gimpel, 2016).</summary>
    public static Activation Gelu { get; } = new("gelu", TimesDistribution) { Latex = @"\operatorname{GELU}" };

    // A method of its own: initializers of two static members may not look into one another.
    private static Expr TimesDistribution(Expr z) => z * NormalDistribution.Function.Of(z);
}
