using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>f′ stands twice.</summary>
    public static Slip DerivativeDoubled { get; } = new(
        "derivative-doubled",
        "the derivative of the activation function stands twice",
        (site, _) => site.Node switch
        {
            Product product => product.Factors
                .Select((factor, i) => (factor, i))
                .Where(each => IsFunctionDerivative(each.factor) && product.Factors.Take(each.i).Contains(each.factor))
                .Select(each => Factors.Without(product.Factors, each.i)),
            Power { Base: var radix } when IsFunctionDerivative(radix) => [radix],
            _ => [],
        });

    private static bool IsFunctionDerivative(Formula factor) =>
        factor is Call { Primes: 1 } or Derivative { Of: Symbol { Role: Role.Activation }, By: Symbol { Role: Role.PreActivation } };
}
