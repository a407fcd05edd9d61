using SymbolicBackprop.Activations;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Files;

/// <summary>Reads the key <c>network</c> of a network file.</summary>
internal static class NetworkSection
{
    /// <summary>The keys of a network.</summary>
    public static readonly string[] Keys = ["inputs", "layers", "loss", "penalty", "samples", "reduction"];

    /// <summary>The keys of a layer.</summary>
    public static readonly string[] LayerKeys = ["units", "activation", "bias"];

    /// <summary>The most samples. Every quantity of every one is a variable of the model.</summary>
    public const int MostSamples = 100;

    /// <summary>The network, or null where it has mistakes.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The section.</param>
    /// <param name="lossName">The name of the loss in the file's notation, which nothing else may have.</param>
    public static Network? Read(FileReading reading, YamlNode node, string lossName)
    {
        if (YamlSection.Of(reading, node, "a network", Keys) is not { } section)
        {
            return null;
        }

        var inputs = section.Required("inputs") is { } inputsNode ? reading.Number(inputsNode, "inputs", 1, reading.Limits.Units) : null;
        var layers = section.Required("layers") is { } layersNode ? ReadLayers(reading, layersNode, inputs ?? 1, lossName) : null;
        var loss = section.Optional("loss") is { } lossNode ? LossValue.Read(reading, lossNode, layers?[^1].Units, lossName) : Loss.Squared;
        var penalty = section.Optional("penalty") is { } penaltyNode ? ReadPenalty(reading, penaltyNode) : null;
        var samples = section.Optional("samples") is { } samplesNode ? reading.Number(samplesNode, "samples", 1, MostSamples) : 1;
        var reduction = section.Optional("reduction") is { } reductionNode ? reading.Choice(reductionNode, "reduction", ["mean", "sum"], FileMessages.UnknownValue) : null;
        if (inputs is not { } count || samples is not { } number || layers is null || loss is null)
        {
            return null;
        }

        return layers.Aggregate(Network.Create(count), (network, layer) => network.Dense(layer.Units, layer.Activation, layer.SharesBias)).WithLoss(loss).WithPenalty(penalty)
            .WithSamples(new Samples(number, reduction == "sum" ? Reduction.Sum : Reduction.Mean));
    }

    // The layers, unless one of them is wrong: then units cannot be counted.
    private static List<Layer>? ReadLayers(FileReading reading, YamlNode node, int inputs, string lossName)
    {
        var items = reading.Items(node, "layers");
        if (items.Count > reading.Limits.Layers)
        {
            reading.Report(FileMessages.TooManyLayers(reading.PlaceOf(node), items.Count, reading.Limits.Layers));
            return null;
        }

        var activations = new ActivationValues(reading, lossName);
        var layers = items.Select(item => ReadLayer(reading, item, activations)).OfType<Layer>().ToList();
        if (layers.Count == 0 || layers.Count < items.Count)
        {
            return null;
        }

        var fedBy = layers.Select(layer => layer.Units).Prepend(inputs);
        var parameters = layers.Zip(fedBy, (layer, width) => (long)layer.Units * (width + 1)).Sum();
        if (parameters > reading.Limits.Parameters)
        {
            reading.Report(FileMessages.TooManyParameters(reading.PlaceOf(node), parameters, reading.Limits.Parameters));
            return null;
        }

        return layers;
    }

    private static Layer? ReadLayer(FileReading reading, YamlNode node, ActivationValues activations)
    {
        if (node is YamlScalar { IsAbsent: true })
        {
            reading.Report(FileMessages.EmptyItem(reading.PlaceOf(node), "layers"));
            return null;
        }

        if (YamlSection.Of(reading, node, "a layer", LayerKeys) is not { } section)
        {
            return null;
        }

        var units = section.Required("units") is { } unitsNode ? reading.Number(unitsNode, "units", 1, reading.Limits.Units) : null;
        var activation = section.Required("activation") is { } activationNode ? activations.Read(activationNode) : null;
        if (units == 1 && activation is VectorActivation)
        {
            reading.Report(FileMessages.OneUnitTogether(reading.PlaceOf(node), activation.Name));
            return null;
        }

        var sharesBias = section.Optional("bias") is { } biasNode && reading.Choice(biasNode, "bias", ["own", "shared"], FileMessages.UnknownValue) == "shared";
        return units is { } count && activation is not null ? new Layer(count, activation) { SharesBias = sharesBias } : null;
    }

    private static Penalty? ReadPenalty(FileReading reading, YamlNode node)
    {
        var name = reading.Choice(node, "penalty", [.. Penalty.All.Select(penalty => penalty.Name)], FileMessages.UnknownName);
        return Penalty.All.FirstOrDefault(penalty => penalty.Name == name);
    }
}
