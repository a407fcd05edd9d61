using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The logistic function 1/(1 + e^(−z)).</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", z => 1 / (1 + StandardFunctions.Exp.Of(-z)))
    {
        Aliases = ["logistic"],
        Latex = @"\sigma",
        // Neither branch takes the exponential of a large number.
        Value = z => z >= 0 ? 1 / (1 + Math.Exp(-z)) : Math.Exp(z) / (1 + Math.Exp(z)),
    };
}
