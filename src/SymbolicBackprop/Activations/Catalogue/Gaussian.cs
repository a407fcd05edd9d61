using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The bell curve e^(−z²).</summary>
    public static Activation Gaussian { get; } = new("gaussian", z => StandardFunctions.Exp.Of(-z.Pow(2)));
}
