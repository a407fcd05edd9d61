using System.Globalization;
using System.Text.Json;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Importing;

/// <summary>
/// Reads the shape of a network from what <c>model.to_json()</c> of Keras 2 and 3 gives: a chain of dense layers, as a sequential model or
/// as one of functions. Its weights and its loss are kept elsewhere.
/// </summary>
public sealed class KerasReader
{
    private static readonly string[] Models = ["Sequential", "Functional", "Model"];

    private readonly SourceText source;
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<(int Units, IActivation Activation)> layers = [];
    private int? inputs;

    private KerasReader(SourceText source) => this.source = source;

    /// <summary>Reads a model.</summary>
    public static ReadResult<Network> Read(SourceText source)
    {
        var json = JsonText.Read(source);
        return json.Value is { } root ? new KerasReader(source).ReadModel(root) : ReadResult.Failed<Network>(json.Diagnostics);
    }

    private ReadResult<Network> ReadModel(JsonValue root)
    {
        var config = root["config"];
        var list = config?.Kind == JsonValueKind.Array ? config : config?["layers"];
        if (!Models.Contains(root["class_name"]?.String) || list is not { Kind: JsonValueKind.Array })
        {
            return ReadResult.Failed<Network>(ImportMessages.NoModel(PlaceOf(root)));
        }

        JsonValue? before = null;
        foreach (var layer in list.Items)
        {
            if (FedByAnother(layer, before) is { } other)
            {
                diagnostics.Add(ImportMessages.NoChain(PlaceOf(layer["name"] ?? layer), other));
            }

            ReadLayer(layer);
            before = layer;
        }

        if (config!["output_layers"] is { } outputs && Feeding(outputs) is { Count: > 1 })
        {
            diagnostics.Add(ImportMessages.SeveralOutputs(PlaceOf(outputs)));
        }

        if (diagnostics.Count == 0)
        {
            CheckWhole(root);
        }

        return diagnostics.Count > 0 ? ReadResult.Failed<Network>(diagnostics) : ReadResult.Of(layers.Aggregate(
            Network.Create(inputs!.Value), (network, layer) => network.Dense(layer.Units, layer.Activation)));
    }

    private void CheckWhole(JsonValue root)
    {
        var parameters = layers.Zip(layers.Select(layer => layer.Units).Prepend(inputs ?? 1), (layer, width) => (long)layer.Units * (width + 1)).Sum();
        if (layers.Count == 0)
        {
            diagnostics.Add(ImportMessages.NoDenseLayer(PlaceOf(root)));
        }
        else if (inputs is null)
        {
            diagnostics.Add(ImportMessages.NoInputs(PlaceOf(root)));
        }
        else if (layers.Count > Limits.Default.Layers)
        {
            diagnostics.Add(FileMessages.TooManyLayers(PlaceOf(root), layers.Count, Limits.Default.Layers));
        }
        else if (parameters > Limits.Default.Parameters)
        {
            diagnostics.Add(FileMessages.TooManyParameters(PlaceOf(root), parameters, Limits.Default.Parameters));
        }
    }

    private void ReadLayer(JsonValue layer)
    {
        var config = layer["config"];
        var activation = config?["activation"];
        switch (layer["class_name"]?.String)
        {
            case "InputLayer":
                ReadInputs(config);
                break;
            case "Dense" when config is not null:
                ReadDense(layer, config);
                break;
            case "Activation" when activation is not null:
                ReadActivation(activation);
                break;
            default:
                diagnostics.Add(ImportMessages.NotDense(PlaceOf(layer["class_name"] ?? layer), layer["class_name"]?.String));
                break;
        }
    }

    // Without an input layer the first dense layer tells its own.
    private void ReadInputs(JsonValue? config, JsonValue? built = null)
    {
        var shape = config?["batch_shape"] ?? config?["batch_input_shape"] ?? built?["input_shape"];
        shape = shape?["items"] ?? shape;
        if (shape is null)
        {
            return;
        }

        if (shape.Items.Count != 2)
        {
            diagnostics.Add(ImportMessages.NoVector(PlaceOf(shape), shape.Items.Count));
        }
        else
        {
            inputs = Count(shape.Items[1], "the number of inputs");
        }
    }

    private void ReadDense(JsonValue layer, JsonValue config)
    {
        if (inputs is null)
        {
            ReadInputs(config, layer["build_config"]);
        }

        if (config["use_bias"] is { Kind: JsonValueKind.False } bias)
        {
            diagnostics.Add(ImportMessages.NoBias(PlaceOf(bias)));
        }

        var units = config["units"] is { } written ? Count(written, "'units'") : null;
        if (config["units"] is null)
        {
            diagnostics.Add(ImportMessages.NoUnits(PlaceOf(config)));
        }

        layers.Add((units ?? 1, Activation.Identity));
        if (config["activation"] is { } activation)
        {
            ReadActivation(activation);
        }
    }

    private void ReadActivation(JsonValue written)
    {
        if (KerasActivations.Find(written.String) is not { } activation)
        {
            diagnostics.Add(ImportMessages.UnknownActivation(PlaceOf(written), written.String));
        }
        else if (layers.Count == 0 || layers[^1].Activation != Activation.Identity)
        {
            diagnostics.Add(ImportMessages.ActivationAlone(PlaceOf(written)));
        }
        else if (layers[^1].Units == 1 && activation is VectorActivation)
        {
            diagnostics.Add(FileMessages.OneUnitTogether(PlaceOf(written), activation.Name));
        }
        else
        {
            layers[^1] = (layers[^1].Units, activation);
        }
    }

    private int? Count(JsonValue value, string what)
    {
        if (value.Kind == JsonValueKind.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= 1 && count <= Limits.Default.Units)
        {
            return count;
        }

        diagnostics.Add(ImportMessages.NotACount(PlaceOf(value), what, Limits.Default.Units));
        return null;
    }

    // What a layer of functions is fed by, where that is not the one before it alone; null where all is well.
    private static string? FedByAnother(JsonValue layer, JsonValue? before)
    {
        if (layer["inbound_nodes"] is not { } nodes || (before is null && nodes.Items.Count == 0))
        {
            return null;
        }

        var names = Feeding(nodes);
        return names is [var only] && only == (before?["name"] ?? before?["config"]?["name"])?.String ? null
            : names.Count == 0 ? "nothing"
            : Wording.List(names.Select(name => Wording.Quoted(name)));
    }

    // A connection is a list of a layer's name and two numbers, in lists or in objects by version.
    private static List<string> Feeding(JsonValue nodes)
    {
        var names = new List<string>();
        var open = new Stack<JsonValue>([nodes]);
        while (open.TryPop(out var value))
        {
            if (value.Items is [{ Kind: JsonValueKind.String } name, { Kind: JsonValueKind.Number }, ..])
            {
                names.Add(name.Text);
                continue;
            }

            foreach (var part in value.Items.Concat(value.Members.Select(member => member.Value)).Reverse())
            {
                open.Push(part);
            }
        }

        return names;
    }

    private Place PlaceOf(JsonValue value) => source.PlaceAt(value.Start, value.Length);
}
