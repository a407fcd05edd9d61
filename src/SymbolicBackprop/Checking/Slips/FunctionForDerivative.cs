using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>f, or its value a, stands where f′ belongs, by name or written out.</summary>
    public static Slip FunctionForDerivative { get; } = new(
        "function-for-derivative",
        "the activation function stands where its derivative belongs",
        (site, vocabulary) => site switch
        {
            { Node: Call { Primes: 0, Function: { Layer: not null } or { Name: not ("exp" or "sqrt" or "abs") } } call } => [call with { Primes = 1 }],
            { Kind: not SiteKind.Name, Node: Symbol { Role: Role.Activation, Layer: { } layer, Indices: [var unit] } } => [Vocabulary.DerivativeAt(layer, unit)],
            { Node: Fraction written } => vocabulary.AppliedIn(written).Where(own => vocabulary.Values.AreSame(written, own.Value)).Select(own => own.WrittenDerivative),
            _ => [],
        });

    /// <summary>f′ stands where f belongs, by name or written out.</summary>
    public static Slip DerivativeForFunction { get; } = new(
        "derivative-for-function",
        "the derivative of the activation function stands where the function itself belongs",
        (site, vocabulary) => site.Node switch
        {
            Call { Primes: 1, Arguments: [Symbol { Role: Role.PreActivation } z] } call => [call with { Primes = 0 }, z with { Role = Role.Activation }],
            Call { Primes: > 0 } call => [call with { Primes = call.Primes - 1 }],
            Sum or Fraction => vocabulary.AppliedIn(site.Node).Where(own => vocabulary.Values.AreSame(site.Node, own.Derivative)).Select(own => own.WrittenValue),
            Product product => from run in Factors.Runs(product, least: 2)
                               let written = Factors.Take(product, run)
                               from own in vocabulary.AppliedIn(written)
                               where vocabulary.Values.AreSame(written, own.Derivative)
                               select Factors.Put(product, run, own.WrittenValue),
            _ => [],
        });
}
