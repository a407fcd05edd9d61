using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The sine.</summary>
    public static Activation Sine { get; } = new("sine", StandardFunctions.Sin.Of) { Aliases = ["sin"], Latex = @"\sin" };
}
