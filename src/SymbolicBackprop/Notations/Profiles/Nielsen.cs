using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>M. Nielsen, Neural Networks and Deep Learning, ch. 2. His layer 1 holds the inputs; here that is layer 0.</summary>
    public static NotationProfile Nielsen { get; } = new("nielsen", "M. Nielsen: z^l_j, w^l_{jk}, σ, δ^l_j, C", new Notation
    {
        Letters = new() { Function = @"\sigma" },
        LayerMark = LayerMark.Plain,
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.MarkedActivation,
        Outputs = OutputStyle.LastActivation,
        Functions = FunctionMark.Argument,
        Loss = "C",
    });
}
