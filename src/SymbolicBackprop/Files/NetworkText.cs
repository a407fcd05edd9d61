using System.Globalization;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Files;

/// <summary>Writes network files.</summary>
public static class NetworkText
{
    /// <summary>A network file with the shape of a network, and a first question.</summary>
    /// <param name="network">The network. Its activations are those of the catalogue or formulas; its loss is left to the reader.</param>
    /// <param name="origin">Where it comes from, for the comment at the start.</param>
    public static string Of(Network network, string origin)
    {
        string[] lines =
        [
            $"# The shape of {origin}.",
            "",
            "network:",
            $"  inputs: {Number(network.Inputs)}",
            "  layers:",
            .. network.Layers.Select(layer => $"    - {{ units: {Number(layer.Units)}, activation: {Name(layer.Activation)}{(layer.SharesBias ? ", bias: shared" : "")} }}"),
            "  loss: squared                   # put the one that you train with in its place",
            "",
            "questions:",
            "  - w_{11}^{(1)}",
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Name(IActivation activation) => activation.IsFormula ? $"'{activation.Name.Replace("'", "''", StringComparison.Ordinal)}'" : activation.Name;
}
