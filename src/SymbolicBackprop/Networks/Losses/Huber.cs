using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

public sealed partial class Loss
{
    /// <summary>
    /// Quadratic for small errors and linear for those whose size is above κ (P. J. Huber, <em>Robust Estimation of a Location
    /// Parameter</em>, 1964), added over the outputs.
    /// </summary>
    public static Loss Huber { get; } = new("huber", outputs => outputs.Sum((y, p) =>
    {
        var (threshold, size) = (Symbol.Named(@"\kappa"), Call.Of("abs", y - p));
        return new Cases(
        [
            new Branch(new Fraction(1, 2) * SquaredError(y, p), new Condition(size) { High = threshold, IncludesHigh = true }),
            new Branch(threshold * (size - (new Fraction(1, 2) * threshold)), null),
        ]);
    }));
}
