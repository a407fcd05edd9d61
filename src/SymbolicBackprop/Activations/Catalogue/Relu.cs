namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The rectified linear unit: z above 0, otherwise 0.</summary>
    public static Activation Relu { get; } = new("relu", z => z.Graph.Zero, new Piece(0, z => z)) { Latex = @"\operatorname{ReLU}" };
}
