using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class VectorActivation
{
    /// <summary>e^zₖ / Σ e^zₘ: positive numbers that add up to 1.</summary>
    public static VectorActivation Softmax { get; } = new(
        "softmax",
        (z, k) => StandardFunctions.Exp.Of(z[k]) / z[0].Graph.Sum([.. z.Select(each => StandardFunctions.Exp.Of(each))]));
}
