using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>M. T. Hagan, H. B. Demuth, M. H. Beale and O. De Jesús, Neural Network Design, ch. 11: n is the net input, s the sensitivity ∂F/∂n.</summary>
    public static NotationProfile Hagan { get; } = new("hagan", "M. T. Hagan et al.: n^m, a^m = f^m(n^m), w^m_{i,j}, sensitivities s^m, F", new Notation
    {
        Letters = new() { Input = "p", PreActivation = "n", ErrorSignal = "s", Target = "t" },
        LayerMark = LayerMark.Plain,
        WeightOrder = WeightOrder.ToFrom,
        WeightCommas = WeightCommas.Always,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Outputs = OutputStyle.LastActivation,
        Functions = FunctionMark.Superscript,
        Loss = @"\hat{F}",
    });
}
