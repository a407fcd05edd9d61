using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z·σ(z), also called swish (S. Elfwing and others, 2017).</summary>
    public static Activation Silu { get; } = new("silu", TimesSigmoid)
    {
        Aliases = ["swish"],
        Latex = @"\operatorname{SiLU}",
    };

    // A method of its own: initializers of two static members may not look into one another.
    private static Expr TimesSigmoid(Expr z) => z * Sigmoid.Function.Of(z);
}
