using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

public sealed partial class NotationProfile
{
    /// <summary>
    /// A. Ng, Deep Learning Specialization, course 1. His dZ is of the loss of each sample, his dW and db are of the cost J, which is their mean: so
    /// dZ = A − Y, and 1/m stands in dW.
    /// </summary>
    public static NotationProfile Ng { get; } = new("ng", @"A. Ng: a^{[l]} = g^{[l]}(z^{[l]}), dz, dw, \mathcal{L}, J", new Notation
    {
        Letters = new() { Function = "g", DataLoss = @"\mathcal{L}" },
        LayerMark = LayerMark.Brackets,
        WeightOrder = WeightOrder.ToFrom,
        Delta = DeltaConvention.OfSample,
        Derivatives = DerivativeStyle.Differentials,
        Inputs = InputStyle.X,
        Functions = FunctionMark.Superscript,
        Loss = "J",
    });
}
