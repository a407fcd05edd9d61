using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

public sealed partial class Loss
{
    /// <summary>The square of the error, (y − ŷ)², added over the outputs.</summary>
    public static Loss Squared { get; } = new("squared", outputs => outputs.Sum(SquaredError));

    /// <summary>Half the square of the error, ½(y − ŷ)², added over the outputs.</summary>
    public static Loss HalfSquared { get; } = new("half-squared", outputs => new Fraction(1, 2) * outputs.Sum(SquaredError));

    /// <summary>The mean of (y − ŷ)² over the outputs.</summary>
    public static Loss MeanSquared { get; } = new("mean-squared", outputs => outputs.Mean(SquaredError)) { Aliases = ["mse"] };

    private static Formula SquaredError(Formula target, Formula prediction) => new Power(target - prediction, 2);
}
