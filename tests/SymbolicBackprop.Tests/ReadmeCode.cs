using SymbolicBackprop;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

// A namespace outside of the library's, as the reader's is: only the lines above bring in its names.
namespace ReaderOfTheReadme;

/// <summary>The code of the README.</summary>
internal static class ReadmeCode
{
    /// <summary>Runs it, and returns what it prints.</summary>
    public static string Run()
    {
        var network = Network.Create(inputs: 2)
            .Dense(2, Activation.Tanh)
            .Dense(1, Activation.Sigmoid)
            .WithLoss(Loss.Squared);

        var latex = network.Derive(network.Weight(layer: 2, from: 1, to: 1)).ToLatex(Notation.Brackets);
        return latex;
    }
}
