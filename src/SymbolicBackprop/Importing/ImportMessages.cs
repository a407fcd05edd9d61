using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Importing;

/// <summary>What can be wrong with a network of another program.</summary>
internal static class ImportMessages
{
    public static Diagnostic NotJson(Place place, string message)
    {
        // The reader adds the place in its own words.
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Diagnostic.Error(place, $"this is not JSON: {Wording.Visible(end < 0 ? message : message[..end]).TrimEnd('.')}", "write the file with model.to_json()");
    }

    public static Diagnostic Empty(Place place) => Diagnostic.Error(place, "the file is empty", "write the file with model.to_json()");

    public static Diagnostic NoModel(Place place) => Diagnostic.Error(
        place, "this is not a model of Keras: that is an object with \"class_name\": \"Sequential\" or \"Functional\" and \"config\" with \"layers\"", "write the file with model.to_json()");

    public static Diagnostic NotDense(Place place, string? name) => Diagnostic.Error(
        place,
        name is null ? "this layer has no class_name" : $"the layer is a {Wording.Quoted(name)}; only Dense, Activation and InputLayer are taken",
        "export the dense part of the model as a model of its own");

    public static Diagnostic NoChain(Place place, string fedBy) => Diagnostic.Error(
        place, $"this layer is fed by {fedBy}, and not by the layer before it alone; only chains of layers are taken", "export a part of the model that is a chain");

    public static Diagnostic SeveralOutputs(Place place) => Diagnostic.Error(
        place, "the model has several output layers; only chains of layers are taken", "export a part of the model that is a chain");

    public static Diagnostic NoVector(Place place, int axes) => Diagnostic.Error(
        place, FormattableString.Invariant($"the shape of the input has {axes} numbers, where that of vectors has 2, as in [null, 3]"), "give the model an Input(shape=(n,))");

    public static Diagnostic NoInputs(Place place) => Diagnostic.Error(
        place, "nothing says how many inputs the model has", "give the model an Input(shape=(n,)), or build it before model.to_json()");

    public static Diagnostic NoDenseLayer(Place place) => Diagnostic.Error(place, "the model has no dense layer");

    public static Diagnostic NoUnits(Place place) => Diagnostic.Error(place, "a dense layer has \"units\"", "write the file with model.to_json()");

    public static Diagnostic NotACount(Place place, string what, int most) => Diagnostic.Error(
        place, FormattableString.Invariant($"{what} must be a whole number from 1 to {most}"));

    public static Diagnostic NoBias(Place place) => Diagnostic.Error(
        place, "this layer has no biases, and those of a network file have", "take use_bias=True; biases of 0 can be given under 'values'");

    public static Diagnostic UnknownActivation(Place place, string? name) => Diagnostic.Error(
        place,
        (name is null ? "this activation has no name" : $"unknown activation {Wording.Quoted(name)}") + $"; known are {Wording.List(KerasActivations.Names)}",
        "put one of these in its place, and write a formula into the network file afterwards");

    public static Diagnostic ActivationAlone(Place place) => Diagnostic.Error(
        place, "an activation follows a dense layer without one", "put a dense layer before it");
}
