using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>A. Ng, Deep Learning Specialization, course 1. His dz is written δ.</summary>
    public static NotationProfile Ng { get; } = new("ng", @"A. Ng: a^{[l]} = g^{[l]}(z^{[l]}), \mathcal{L}", new Notation
    {
        Letters = new() { Function = "g" },
        LayerMark = LayerMark.Brackets,
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.ByPreActivation,
        Inputs = InputStyle.X,
        Functions = FunctionMark.Superscript,
        Loss = @"\mathcal{L}",
    });
}
