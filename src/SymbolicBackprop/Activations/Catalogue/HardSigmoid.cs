using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The hard sigmoid: z/6 + 1/2, cut off at 0 and 1.</summary>
    public static Activation HardSigmoid { get; } = new(
        "hard_sigmoid",
        z => z.Graph.Zero,
        new Piece(-3, z => (z / 6) + new Rational(1, 2)),
        new Piece(3, z => z.Graph.One) { IncludesStart = true })
    {
        Latex = @"\operatorname{HardSigmoid}",
    };
}
