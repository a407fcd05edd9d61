using System.Globalization;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>Whether a network has the quantity that a question asks for.</summary>
internal static class QuestionTarget
{
    /// <summary>What is wrong with a quantity, or null where it exists or the network is not known.</summary>
    public static Diagnostic? Mistake(Symbol symbol, Network? network, Notation notation, string written, Place place)
    {
        if (network is null)
        {
            return null;
        }

        var layer = symbol.Layer?.Number ?? 0;
        var first = symbol.Role == Role.Input ? 0 : 1;
        if (layer < first || layer > network.Layers.Count)
        {
            return Diagnostic.Error(
                place,
                $"the network has {Wording.Count(network.Layers.Count, "layer")}: {Shown(written)} does not exist",
                $"the layer {Range(network.Layers.Count)}");
        }

        if (symbol.IsWhole)
        {
            return symbol.Role == Role.Bias && network.Layers[layer - 1].SharesBias ? SharedBias(layer, written, place)
                : network.Samples.Count == 1 || LayerWithoutMatrices(network, layer) is not { } vector ? null
                : Diagnostic.Error(
                place,
                string.Create(CultureInfo.InvariantCulture, $"{vector.Activation.Name} of layer {vector.Number} has a matrix of derivatives for each of the {network.Samples.Count} samples, so there is no formula over all of them for {Shown(written)}"),
                "ask for one quantity, such as w_{11}^{(1)}, or take one sample");
        }

        if (symbol.Role == Role.Bias && symbol.Indices.Count == 0 != network.Layers[layer - 1].SharesBias)
        {
            return symbol.Indices.Count == 0
                ? Diagnostic.Error(place, $"{Wording.Quoted(written)} has no index", $"write it as {written.Split('^')[0].Trim()}_1^{{({Text(layer)})}}, or as \\mathbf{{{written.Split('^')[0].Trim()}}}^{{({Text(layer)})}} for the whole layer")
                : SharedBias(layer, written, place);
        }

        if (symbol.Indices.Count == 0)
        {
            return null;
        }

        var unit = symbol.Indices[^1].Number;
        var units = network.UnitsOf(layer);
        if (symbol is { Role: Role.Weight, Indices.Count: 1 })
        {
            return Diagnostic.Error(place, $"a weight has two indices, not one: {Shown(written)} does not exist", $"write both, such as w_{{{Text(unit)}1}}");
        }

        if (symbol.Role == Role.Weight)
        {
            return IsWithin(unit, units) && IsWithin(symbol.Indices[0].Number, network.UnitsOf(layer - 1))
                ? null
                : NoWeight(symbol, network, notation, written, place);
        }

        return IsWithin(unit, units) ? null : Diagnostic.Error(
            place,
            symbol.Role == Role.Input
                ? $"the network has {Wording.Count(units, "input")}: {Shown(written)} does not exist"
                : $"layer {Text(layer)} has {Wording.Count(units, "unit")}: {Shown(written)} does not exist",
            $"the index {Range(units)}");
    }

    // What functions of whole layers pass on has no matrix form over several samples; at the outputs, a loss that fits makes ∂loss/∂z short.
    private static (IActivation Activation, int Number)? LayerWithoutMatrices(Network network, int from)
    {
        for (var l = Math.Max(from, 1); l <= network.Layers.Count; l++)
        {
            if (network.Layers[l - 1].Activation is VectorActivation vector && !(l == network.Layers.Count && network.Loss.TargetsAddUpToOne))
            {
                return (vector, l);
            }
        }

        return null;
    }

    private static Diagnostic SharedBias(int layer, string written, Place place) =>
        Diagnostic.Error(place, $"the units of layer {Text(layer)} share one bias: {Shown(written)} does not exist", $"write it as b^{{({Text(layer)})}}");

    private static Diagnostic NoWeight(Symbol symbol, Network network, Notation notation, string written, Place place)
    {
        var layer = symbol.Layer!.Value.Number;
        var (from, to) = (symbol.Indices[0].Number, symbol.Indices[1].Number);
        var (sources, units) = (network.UnitsOf(layer - 1), network.UnitsOf(layer));
        var fedBy = Wording.Count(sources, layer == 1 ? "input" : "unit");
        var isFromTo = notation.WeightOrder == WeightOrder.FromTo;
        (string Ordinal, int Index, int Most)[] indices = isFromTo
            ? [("first", from, sources), ("second", to, units)]
            : [("first", to, units), ("second", from, sources)];
        var wrong = indices.Where(index => !IsWithin(index.Index, index.Most)).Select(index => $"the {index.Ordinal} index {Range(index.Most)}");
        var order = isFromTo
            ? "the first index is the unit that a weight leads from, the second the one it leads to"
            : "the first index is the unit that a weight leads to, the second the one it leads from";
        return Diagnostic.Error(
            place,
            $"layer {Text(layer)} has {Wording.Count(units, "unit")}, fed by {fedBy}: {Shown(written)} does not exist: {Wording.List(wrong)}",
            IsWithin(to, sources) && IsWithin(from, units) ? $"exchange the two indices: {order}" : order);
    }

    private static bool IsWithin(int index, int most) => index >= 1 && index <= most;

    private static string Range(int most) => most == 1 ? "is always 1" : $"goes from 1 to {Text(most)}";

    private static string Shown(string written) => Wording.Quoted(written)[1..^1];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
