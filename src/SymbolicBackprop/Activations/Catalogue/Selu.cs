using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The scaled exponential linear unit: λz above 0, and λα·(e^z − 1) below (G. Klambauer and others, 2017).</summary>
    public static Activation Selu { get; } = new(
        "selu",
        z => SeluScale * SeluAlpha * (StandardFunctions.Exp.Of(z) - 1),
        new Piece(0, z => SeluScale * z))
    {
        Latex = @"\operatorname{SELU}",
    };

    // λ and α to ten decimals, from the paper.
    private static Rational SeluScale => new(10507009874, 10000000000);

    private static Rational SeluAlpha => new(16732632424, 10000000000);
}
