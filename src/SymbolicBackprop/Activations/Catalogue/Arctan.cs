using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The arctangent.</summary>
    public static Activation Arctan { get; } = new("arctan", StandardFunctions.Arctan.Of) { Latex = @"\arctan", Value = Math.Atan };
}
