namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z³.</summary>
    public static Activation Cube { get; } = new("cube", z => z.Pow(3));
}
