namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>z².</summary>
    public static Activation Square { get; } = new("square", z => z.Pow(2));
}
