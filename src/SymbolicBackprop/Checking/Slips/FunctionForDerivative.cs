using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>f, or its value a, stands where f′ belongs.</summary>
    public static Slip FunctionForDerivative { get; } = new(
        "function-for-derivative",
        "the activation function stands where its derivative belongs",
        (site, _) => site switch
        {
            { Node: Call { Primes: 0, Function: { Layer: not null } or { Name: not ("exp" or "sqrt" or "abs") } } call } => [call with { Primes = 1 }],
            { Kind: not SiteKind.Name, Node: Symbol { Role: Role.Activation, Layer: { } layer, Indices: [var unit] } } => [Vocabulary.DerivativeAt(layer, unit)],
            _ => [],
        });

    /// <summary>f′ stands where f belongs.</summary>
    public static Slip DerivativeForFunction { get; } = new(
        "derivative-for-function",
        "the derivative of the activation function stands where the function itself belongs",
        (site, _) => site.Node is Call { Primes: > 0 } call ? [call with { Primes = call.Primes - 1 }] : []);
}
