using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Networks;

public sealed class NetworkTests
{
    private readonly Network network = RandomNetwork.Tanh(2, 3, 1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_width_is_at_least_1(int width)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Network.Create(width));
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Dense(width, Activation.Tanh));
    }

    [Fact]
    public void A_layer_has_an_activation_and_a_network_a_loss()
    {
        Assert.Throws<ArgumentNullException>(() => network.Dense(1, null!));
        Assert.Throws<ArgumentNullException>(() => network.WithLoss(null!));
    }

    [Fact]
    public void A_network_without_layers_has_no_model()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Network.Create(2).Model);

        Assert.Equal("The network has no layer. Add one with Dense(units, activation).", exception.Message);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 3, 1)]
    [InlineData(1, 1, 0)]
    [InlineData(1, 1, 4)]
    [InlineData(2, 4, 1)]
    public void A_weight_that_does_not_exist_is_refused(int layer, int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Weight(layer, from, to));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 2)]
    public void A_bias_that_does_not_exist_is_refused(int layer, int unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Bias(layer, unit));

    [Fact]
    public void All_weights_and_biases_have_names()
    {
        Assert.Equal(Symbol.Weight(1, 2, 3), network.Weight(layer: 1, from: 2, to: 3));
        Assert.Equal(Symbol.Weight(2, 3, 1), network.Weight(layer: 2, from: 3, to: 1));
        Assert.Equal(Symbol.Bias(1, 3), network.Bias(layer: 1, unit: 3));
    }

    [Fact]
    public void Each_method_leaves_the_network_it_is_called_on_as_it_was()
    {
        var longer = network.Dense(2, Activation.Sigmoid);

        Assert.Equal((2, 1), (network.Layers.Count, network.Outputs));
        Assert.Equal((3, 2), (longer.Layers.Count, longer.Outputs));
        Assert.NotSame(network.Model, longer.Model);
    }

    [Fact]
    public void The_model_is_made_once() => Assert.Same(network.Model, network.Model);

    [Fact]
    public void A_network_has_these_variables_in_this_order() => Assert.Equal(
        [
            "x_1", "x_2",
            "w_{1,1}^(1)", "w_{2,1}^(1)", "b_1^(1)", "z_1^(1)", "a_1^(1)",
            "w_{1,2}^(1)", "w_{2,2}^(1)", "b_2^(1)", "z_2^(1)", "a_2^(1)",
            "w_{1,1}^(2)", "w_{2,1}^(2)", "b_1^(2)", "z_1^(2)", "a_1^(2)",
            "y", "ŷ", "loss",
        ],
        RandomNetwork.Tanh(2, 2, 1).Model.Variables.Select(variable => variable.ToString()));

    [Fact]
    public void Targets_and_predictions_are_numbered_where_there_are_several()
    {
        var model = RandomNetwork.Tanh(1, 2).Model;

        Assert.Equal(["y_1", "ŷ_1", "y_2", "ŷ_2", "loss"], model.Variables.TakeLast(5).Select(variable => variable.ToString()));
    }

    [Fact]
    public void Only_a_prediction_is_another_name()
    {
        var model = Network.Create(1).Dense(1, Activation.Identity).Model;

        Assert.Equal("ŷ", Assert.Single(model.Variables, variable => variable.IsAlias).ToString());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_written_of_a_definition_means_the_definition(int seed)
    {
        var network = RandomNetwork.Of(seed);
        AssertWrittenAsDefined(network.Model);
    }

    [Fact]
    public void Wide_layers_are_written_with_a_sum_sign_and_mean_the_same()
    {
        var model = RandomNetwork.Tanh(5, 6, 4).Model;

        Assert.IsType<Summation>(Assert.IsType<Sum>(model[Symbol.PreActivation(1, 2)].Definition).Terms[0]);
        Assert.IsType<Summation>(Assert.IsType<Sum>(model[Symbol.PreActivation(2, 4)].Definition).Terms[0]);
        Assert.Equal(5, Assert.IsType<Sum>(RandomNetwork.Tanh(4, 1).Model[Symbol.PreActivation(1, 1)].Definition).Terms.Count);
        AssertWrittenAsDefined(model);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    private static void AssertWrittenAsDefined(Model model)
    {
        var meaning = new Meaning(model, DeltaConvention.ByActivation);
        foreach (var variable in model.Variables)
        {
            Assert.Equal(variable.Node.Definition, variable.Definition is { } written ? meaning.Of(written) : null);
        }
    }
}
