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
            Product product => Factors.Runs(product, least: 1)
                .Where(run => vocabulary.IsFunctionDerivative(Factors.Take(product, run)) && StandsBefore(run, product))
                .Select(run => Factors.Put(product, run)),
            Power { Base: var radix } when vocabulary.IsFunctionDerivative(radix) => [radix],
            _ => [],
        });

    private static bool StandsBefore(Range run, Product product) =>
        Factors.Runs(product, least: 1).Any(other => other.End.Value <= run.Start.Value && product.Factors.Take(other).SequenceEqual(product.Factors.Take(run)));
}
