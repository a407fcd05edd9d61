using SymbolicBackprop.Activations;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The networks that are measured: tanh in every hidden layer, and the loss that goes with what comes out.</summary>
public static class DenseNetworks
{
    /// <summary>784-128-64-10, a network that reads handwritten digits: its outputs go through softmax into the cross-entropy.</summary>
    public static Network Digits() => Network.Create(784)
        .Dense(128, Activation.Tanh)
        .Dense(64, Activation.Tanh)
        .Dense(10, Activation.Identity)
        .WithLoss(Loss.CrossEntropyFromLogits);

    /// <summary>n-n-n-1, with the square of the error.</summary>
    public static Network OfWidth(int n) => OfShape(2, n);

    /// <summary>A number of layers of four units, then one unit, with the square of the error.</summary>
    public static Network OfDepth(int depth) => OfShape(depth, 4);

    /// <summary>Layers of so many units, with as many inputs, then one unit, with the square of the error.</summary>
    public static Network OfShape(int layers, int width)
    {
        var network = Network.Create(width);
        for (var l = 0; l < layers; l++)
        {
            network = network.Dense(width, Activation.Tanh);
        }

        return network.Dense(1, Activation.Identity).WithLoss(Loss.Squared);
    }
}
