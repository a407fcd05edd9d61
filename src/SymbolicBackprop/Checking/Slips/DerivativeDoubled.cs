using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>f′ stands twice.</summary>
    public static Slip DerivativeDoubled { get; } = new(
        "derivative-doubled",
        "the derivative of the activation function stands twice",
        (site, vocabulary) => site.Node switch
        {
            Product product => Factors.Runs(product)
                .Where(run => StandsBefore(run, product) && vocabulary.IsFunctionDerivative(Factors.Take(product, run)))
                .Select(run => Factors.Put(product, run)),
            Power { Base: var radix } when vocabulary.IsFunctionDerivative(radix) => [radix],
            _ => [],
        });

    private static bool StandsBefore(Range run, Product product) =>
        Factors.Runs(product).Any(other => other.End.Value <= run.Start.Value && product.Factors.Take(other).SequenceEqual(product.Factors.Take(run)));
}
