using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>C. M. Bishop, Pattern Recognition and Machine Learning, ch. 5: a stands before the activation function, z behind it.</summary>
    public static NotationProfile Bishop { get; } = new("bishop", "C. M. Bishop: z_j = h(a_j), w_{ji}^{(l)}, the bias w_{j0}^{(l)}, t, E", new Notation
    {
        Letters = new() { PreActivation = "a", Activation = "z", Bias = "w", Function = "h", Target = "t", Prediction = "y" },
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Functions = FunctionMark.Argument,
        Loss = "E",
    });
}
