namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>1/z, which has no value at 0.</summary>
    public static Activation Reciprocal { get; } = new("reciprocal", z => 1 / z);
}
