using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>What the error signal δ of a unit means.</summary>
public enum DeltaConvention
{
    /// <summary>δ = ∂loss/∂a, before the unit's activation function.</summary>
    ByActivation,

    /// <summary>δ = ∂loss/∂z, after it (M. Nielsen, Neural Networks and Deep Learning, ch. 2).</summary>
    ByPreActivation,

    /// <summary>δ = ∂L/∂z, of the loss L that the sample of the unit has by itself: whatever makes one loss of all samples, such as 1/m, stands outside of it.</summary>
    OfSample,
}

/// <summary>What follows from a convention.</summary>
internal static class DeltaConventions
{
    /// <summary>The convention that this one could be mistaken for, among those that a notation leaves open.</summary>
    public static DeltaConvention Other(this DeltaConvention convention, DeltaConvention ofNotation) =>
        convention != DeltaConvention.ByActivation ? DeltaConvention.ByActivation
        : ofNotation == DeltaConvention.OfSample ? DeltaConvention.OfSample
        : DeltaConvention.ByPreActivation;

    /// <summary>What δ is the derivative by.</summary>
    public static Role RoleOfUnit(this DeltaConvention convention) => convention == DeltaConvention.ByActivation ? Role.Activation : Role.PreActivation;
}
