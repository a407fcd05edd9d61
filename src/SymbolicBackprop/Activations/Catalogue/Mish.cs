using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z·tanh(softplus(z)) (D. Misra, 2019).</summary>
    public static Activation Mish { get; } = new("mish", TimesTanhOfSoftplus) { Latex = @"\operatorname{Mish}" };

    // A method of its own: initializers of two static members may not look into one another.
    private static Expr TimesTanhOfSoftplus(Expr z) => z * Tanh.Function.Of(Softplus.Function.Of(z));
}
