using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>The hyperbolic tangent (e^z − e^(−z))/(e^z + e^(−z)).</summary>
    public static Activation Tanh { get; } = new("tanh", Quotient) { Latex = @"\tanh", Value = Math.Tanh };

    private static Expr Quotient(Expr z)
    {
        var (up, down) = (StandardFunctions.Exp.Of(z), StandardFunctions.Exp.Of(-z));
        return (up - down) / (up + down);
    }
}
