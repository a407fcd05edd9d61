namespace SymbolicBackprop.Models;

/// <summary>What the error signal δ of a unit means.</summary>
public enum DeltaConvention
{
    /// <summary>δ = ∂loss/∂a, before the unit's activation function.</summary>
    ByActivation,

    /// <summary>δ = ∂loss/∂z, after it (M. Nielsen, Neural Networks and Deep Learning, ch. 2).</summary>
    ByPreActivation,
}
