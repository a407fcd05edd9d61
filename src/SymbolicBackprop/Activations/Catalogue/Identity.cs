namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The identity z, for layers without an activation.</summary>
    public static Activation Identity { get; } = new("identity", z => z) { Aliases = ["linear"], Value = z => z };
}
