using System.Collections.Immutable;

namespace SymbolicBackprop.Networks;

/// <content>The catalogue: each loss is a formula in a file of its own, and here is their list.</content>
public sealed partial class Loss
{
    /// <summary>All losses of the catalogue.</summary>
    public static ImmutableArray<Loss> All =>
    [
        Squared, HalfSquared, MeanSquared, Absolute, Huber, BinaryCrossEntropy, BinaryCrossEntropyFromLogits, CrossEntropy,
        CrossEntropyFromLogits, NegativeLogLikelihood, Hinge,
    ];
}
