using SymbolicBackprop.Activations;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Networks;

/// <summary>Small networks, each the same for the same seed.</summary>
internal static class RandomNetwork
{
    private static Activation[] Activations => [Activation.Tanh, Activation.Sigmoid, Activation.Identity, Swish];

    /// <summary>z/(1 + e^{−βz}), an activation with a parameter.</summary>
    public static Activation Swish { get; } = new("swish", z => z / (1 + StandardFunctions.Exp.Of(-z.Graph.Variable(@"\beta") * z)));

    /// <summary>A network with one to three inputs, layers, and units in each layer.</summary>
    public static Network Of(int seed)
    {
        var random = new Random(seed);
        var network = Network.Create(random.Next(1, 4));
        for (var layers = random.Next(1, 4); layers > 0; layers--)
        {
            network = network.Dense(random.Next(1, 4), Activations[random.Next(Activations.Length)]);
        }

        return network;
    }

    /// <summary>A network of tanh layers of given widths, the inputs first.</summary>
    public static Network Tanh(params ReadOnlySpan<int> widths)
    {
        var network = Network.Create(widths[0]);
        foreach (var units in widths[1..])
        {
            network = network.Dense(units, Activation.Tanh);
        }

        return network;
    }

    /// <summary>The widths of a network, for messages.</summary>
    public static string Describe(Network network) =>
        $"{network.Inputs}-{string.Join('-', network.Layers.Select(layer => $"{layer.Units} {layer.Activation}"))}";
}
