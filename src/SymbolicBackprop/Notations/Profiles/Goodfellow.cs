using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>I. Goodfellow, Y. Bengio and A. Courville, Deep Learning, algorithms 6.3 and 6.4: g is the gradient on the layer before its function.</summary>
    public static NotationProfile Goodfellow { get; } = new("goodfellow", "I. Goodfellow et al.: h^{(k)} = f(a^{(k)}), the gradient g, J", new Notation
    {
        Letters = new() { PreActivation = "a", Activation = "h", ErrorSignal = "g", DataLoss = "L" },
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Functions = FunctionMark.Argument,
        Loss = "J",
    });
}
