using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>A. Zhang et al., Dive into Deep Learning, sec. 5.3. It has no letter for ∂J/∂z, which is written δ.</summary>
    public static NotationProfile DiveIntoDeepLearning { get; } = new("d2l", "Dive into Deep Learning: h = φ(z), the output o, J = L + s", new Notation
    {
        Letters = new() { Activation = "h", Prediction = "o", Function = @"\phi", DataLoss = "L", Penalty = "s" },
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Functions = FunctionMark.Argument,
        Loss = "J",
    });
}
