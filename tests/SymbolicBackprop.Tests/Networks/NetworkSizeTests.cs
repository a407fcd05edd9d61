using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Networks;

/// <summary>What a network takes from its description to all derivatives: 784-128-64-10 reads handwritten digits.</summary>
public sealed class NetworkSizeTests
{
    private readonly Network network = Network.Create(784)
        .Dense(128, Activation.Tanh)
        .Dense(64, Activation.Tanh)
        .Dense(10, Activation.Identity)
        .WithLoss(Loss.CrossEntropyFromLogits);

    [Fact]
    public void All_derivatives_take_three_nodes_a_parameter()
    {
        var model = network.Model;
        var parameters = model.NodesOf(Role.Weight, Role.Bias);
        Gradient.Of(model[Symbol.Loss].Node, by: parameters);

        Assert.Equal(109_386, parameters.Length);
        Assert.InRange(model.Graph.Count, 300_000, 350_000);
        Assert.InRange((double)model.Graph.Bytes / model.Graph.Count, 0, 24);
    }

    [Fact]
    public void Little_is_allocated_on_the_way()
    {
        Differentiate(); // what is made once for all networks
        var before = GC.GetAllocatedBytesForCurrentThread();
        var nodes = Differentiate();

        Assert.InRange((double)(GC.GetAllocatedBytesForCurrentThread() - before) / nodes, 0, 45);

        int Differentiate()
        {
            var model = network.WithPenalty(null).Model; // of a new network
            Gradient.Of(model[Symbol.Loss].Node, by: model.NodesOf(Role.Weight, Role.Bias));
            return model.Graph.Count;
        }
    }

    [Fact]
    public void Weights_have_their_names_when_they_are_asked_for()
    {
        var model = network.Model;
        var weight = model[network.Weight(layer: 1, from: 784, to: 128)];

        Assert.Same(weight, model.Of(weight.Node));
        Assert.Same(weight, model.Variables.Single(variable => variable.Symbol == weight.Symbol));
        Assert.Equal("w_{784,128}^(1)", weight.Node.Name);
        Assert.Equal(weight.Node, model.Graph.Variable("w_{784,128}^(1)"));
        Assert.False(model.TryFind(Symbol.Weight(1, 785, 128), out _));
        Assert.False(model.TryFind(Symbol.Weight(1, 0, 128), out _));
    }

    [Fact]
    public void Variables_stand_where_they_are_counted()
    {
        var variables = network.Model.Variables;

        Assert.Equal(109_386 + 784 + (2 * 202) + 20 + 1, variables.Count);
        Assert.All([0, 783, 784, 785, 1567, 1568, 1569, 50_000, variables.Count - 1], index => Assert.Same(variables.ElementAt(index), variables[index]));
        Assert.Equal(variables[1567].Symbol, Symbol.Weight(1, 784, 1));
    }

    [Fact]
    public void A_name_that_a_weight_has_is_taken()
    {
        var model = network.Model;

        Assert.Throws<ArgumentException>(() => model.Add(Symbol.Weight(1, 784, 128)));
        Assert.Throws<ArgumentException>(() => model.Add(Symbol.Named("w_{784,128}^(1)")));
        model.Add(Symbol.Named("w_{785,128}^(1)"));
        Assert.Throws<ArgumentException>(() => model.Add(Symbol.Weight(1, 785, 128)));
    }
}
