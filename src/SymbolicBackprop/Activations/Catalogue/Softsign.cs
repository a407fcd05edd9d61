namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z/(1 + |z|), as z/(1 − z) below 0 and z/(1 + z) above.</summary>
    public static Activation Softsign { get; } = new("softsign", z => z / (1 - z), new Piece(0, z => z / (1 + z)));
}
