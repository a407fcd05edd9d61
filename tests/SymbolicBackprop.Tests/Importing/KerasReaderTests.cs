using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Importing;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Importing;

public sealed class KerasReaderTests
{
    private const string Input = """{"class_name": "InputLayer", "config": {"batch_input_shape": [null, 2], "name": "in"}}""";
    private const string Hidden = """{"class_name": "Dense", "config": {"units": 3, "activation": "relu", "use_bias": true, "kernel_constraint": null}}""";
    private const string Output = """{"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}}""";

    [Fact]
    public void The_example_is_a_network() => AssertIs("2 tanh3 sigmoid1", File.ReadAllText(Repository.PathOf("examples/keras.json")));

    [Theory]
    [InlineData($$$"""{"class_name": "Sequential", "config": {"name": "s", "layers": [{{{Input}}}, {{{Hidden}}}, {{{Output}}}]}, "keras_version": "2.9.0"}""")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"batch_input_shape": [null, 2], "units": 3, "activation": "relu"}}, {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}}]}""")]
    [InlineData("""{"class_name": "Sequential", "config": {"layers": [{"class_name": "Dense", "config": {"units": 3, "activation": "linear"}, "build_config": {"input_shape": [null, 2]}}, {"class_name": "Activation", "config": {"activation": "relu"}}, {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}}]}}""")]
    [InlineData("""
        {"class_name": "Functional", "config": {"name": "model", "layers": [
            {"name": "in", "class_name": "InputLayer", "config": {"batch_input_shape": {"class_name": "TensorShape", "items": [null, 2]}}, "inbound_nodes": []},
            {"name": "dense", "class_name": "Dense", "config": {"units": 3, "activation": "relu"}, "inbound_nodes": [[["in", 0, 0, {}]]]},
            {"name": "dense_1", "class_name": "Dense", "config": {"units": 2, "activation": "softmax"}, "inbound_nodes": [[["dense", 0, 0, {}]]]}],
            "input_layers": [["in", 0, 0]], "output_layers": [["dense_1", 0, 0]]}}
        """)]
    [InlineData("""
        {"module": "keras.src.models.functional", "class_name": "Functional", "config": {"layers": [
            {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, 2]}, "name": "in", "inbound_nodes": []},
            {"class_name": "Dense", "config": {"units": 3, "activation": "relu"}, "name": "dense", "inbound_nodes":
                [{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [null, 2], "dtype": "float32", "keras_history": ["in", 0, 0]}}], "kwargs": {}}]},
            {"class_name": "Dense", "config": {"units": 2, "activation": "softmax"}, "name": "dense_1", "inbound_nodes":
                [{"args": [{"class_name": "__keras_tensor__", "config": {"shape": [null, 3], "dtype": "float32", "keras_history": ["dense", 0, 0]}}], "kwargs": {}}]}],
            "input_layers": ["in", 0, 0], "output_layers": ["dense_1", 0, 0]}}
        """)]
    public void All_forms_of_a_chain_are_read(string json) => AssertIs("2 relu3 softmax2", json);

    [Theory]
    [InlineData("", "keras.json:1:1: error: the file is empty")]
    [InlineData("{\n  \"class_name\": \"Sequential\" \"config\"}", "keras.json:2:30: error: this is not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'")]
    [InlineData("[1, 2]", "keras.json:1:1: error: this is not a model of Keras: that is an object with \"class_name\": \"Sequential\" or \"Functional\" and \"config\" with \"layers\"")]
    [InlineData($$$"""{"class_name": "Sequential", "config": []}""", "keras.json:1:1: error: the model has no dense layer")]
    [InlineData($$$"""{"class_name": "Sequential", "config": [{{{Output}}}]}""", "keras.json:1:1: error: nothing says how many inputs the model has")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Conv2D", "config": {}}]}""", "keras.json:1:56: error: the layer is a 'Conv2D'; only Dense, Activation and InputLayer are taken")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "InputLayer", "config": {"batch_shape": [null, 28, 28]}}]}""", "keras.json:1:96: error: the shape of the input has 3 numbers, where that of vectors has 2, as in [null, 3]")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 3, "activation": "hard_sigmoid"}}]}""", "keras.json:1:102: error: unknown activation 'hard_sigmoid'; known are elu, exponential, gelu, linear, mish, relu, selu, sigmoid, silu, softmax, softplus, softsign, swish and tanh")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 3, "activation": {"class_name": "Mine"}}}]}""", "keras.json:1:102: error: this activation has no name; known are elu, exponential, gelu, linear, mish, relu, selu, sigmoid, silu, softmax, softplus, softsign, swish and tanh")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 1, "activation": "softmax"}}]}""", "keras.json:1:102: error: softmax makes the activations of several units together, and this layer has one")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": "3"}}]}""", "keras.json:1:85: error: 'units' must be a whole number from 1 to 1000")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 3, "use_bias": false}}]}""", "keras.json:1:100: error: this layer has no biases, and those of a network file have")]
    [InlineData("""{"class_name": "Sequential", "config": [{"class_name": "Activation", "config": {"activation": "relu"}}]}""", "keras.json:1:95: error: an activation follows a dense layer without one")]
    [InlineData("""{"class_name": "Functional", "config": {"layers": [{"name": "a", "class_name": "InputLayer", "config": {"batch_shape": [null, 2]}, "inbound_nodes": []}, {"name": "b", "class_name": "InputLayer", "config": {"batch_shape": [null, 2]}, "inbound_nodes": []}]}}""", "keras.json:1:163: error: this layer is fed by nothing, and not by the layer before it alone; only chains of layers are taken")]
    [InlineData("""{"class_name": "Functional", "config": {"layers": [{"name": "a", "class_name": "InputLayer", "config": {"batch_shape": [null, 2]}, "inbound_nodes": []}, {"name": "é", "class_name": "Dense", "config": {"units": 1}, "inbound_nodes": [[["a", 0, 0], ["c", 0, 0]]]}]}}""", "keras.json:1:163: error: this layer is fed by 'a' and 'c', and not by the layer before it alone; only chains of layers are taken")]
    public void A_mistake_is_shown_in_its_place(string json, string message)
    {
        var result = KerasReader.Read(new SourceText("keras.json", json));

        Assert.False(result.IsSuccess);
        Assert.Contains(message, result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Too_large_a_network_is_refused_as_in_a_network_file()
    {
        var layers = string.Join(", ", Enumerable.Repeat("""{"class_name": "Dense", "config": {"units": 900, "batch_input_shape": [null, 900]}}""", 2));

        Assert.Equal(
            "keras.json:1:1: error: the network has 1621800 weights and biases; a network file may have 100000",
            KerasReader.Read(new SourceText("keras.json", $$"""{"class_name": "Sequential", "config": [{{layers}}]}""")).Diagnostics.Single().ToString());
    }

    [Fact]
    public void Every_activation_of_Keras_is_that_of_a_network_file()
    {
        Assert.All(KerasActivations.Names, name =>
        {
            var network = Network.Create(3).Dense(2, KerasActivations.Find(name)!).Dense(4, Activation.Tanh, sharesBias: true);

            AssertSame(network, SheetFile.Parse(NetworkText.Of(network, "a test")).Network!);
        });
    }

    private static void AssertIs(string shape, string json)
    {
        var network = KerasReader.Read(new SourceText("keras.json", json)).OrThrow();

        Assert.Equal(shape, $"{network.Inputs} {string.Join(' ', network.Layers.Select(layer => $"{layer.Activation.Name}{layer.Units}"))}");
        AssertSame(network, SheetFile.Parse(NetworkText.Of(network, "a test")).Network!);
    }

    private static void AssertSame(Network expected, Network actual)
    {
        Assert.Equal(expected.Inputs, actual.Inputs);
        Assert.Equal(
            expected.Layers.Select(layer => (layer.Units, layer.Activation.Name, layer.SharesBias)),
            actual.Layers.Select(layer => (layer.Units, layer.Activation.Name, layer.SharesBias)));
    }
}
