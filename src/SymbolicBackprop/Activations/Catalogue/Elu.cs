using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The exponential linear unit with α = 1 (D.-A. Clevert and others, 2015).</summary>
    public static Activation Elu { get; } = EluOf(1);

    /// <summary>The exponential linear unit: z above 0, and α·(e^z − 1) below.</summary>
    /// <param name="alpha">The slope at 0 from the left, and the distance that the function goes below 0.</param>
    public static Activation EluOf(Rational alpha) =>
        new("elu", z => alpha * (StandardFunctions.Exp.Of(z) - 1), new Piece(0, z => z)) { Latex = @"\operatorname{ELU}" };
}
