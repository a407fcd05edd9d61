using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The leaky rectified linear unit with slope 0.01 below 0.</summary>
    public static Activation LeakyRelu { get; } = LeakyReluOf(new Rational(1, 100));

    /// <summary>The leaky rectified linear unit: z above 0, and a small multiple of z below.</summary>
    /// <param name="slope">The slope below 0.</param>
    public static Activation LeakyReluOf(Rational slope) =>
        new("leaky_relu", z => slope * z, new Piece(0, z => z)) { Latex = @"\operatorname{LeakyReLU}" };
}
