using System.Diagnostics;
using System.Numerics;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Models;

public sealed class DependenciesTests
{
    [Fact]
    public void Paths_of_a_2_2_1_network()
    {
        var model = RandomNetwork.Tanh(2, 2, 1).Model;

        Assert.Equal(["loss a_1^(2) z_1^(2) w_{1,1}^(2)"], Paths(model, L, W(2, 1, 1)));
        Assert.Equal(["loss a_1^(2) z_1^(2) a_2^(1) z_2^(1) b_2^(1)"], Paths(model, L, B(1, 2)));
        Assert.Equal(
            [
                "loss a_1^(2) z_1^(2) a_1^(1) z_1^(1) x_1",
                "loss a_1^(2) z_1^(2) a_2^(1) z_2^(1) x_1",
            ],
            Paths(model, L, X(1)));
    }

    [Fact]
    public void Paths_of_a_2_2_2_2_1_network_pass_the_units_nearest_to_their_end_in_order()
    {
        var model = RandomNetwork.Tanh(2, 2, 2, 2, 1).Model;

        Assert.Equal(
            [
                "loss a_1^(4) z_1^(4) a_1^(3) z_1^(3) a_1^(2) z_1^(2) a_1^(1) z_1^(1) w_{2,1}^(1)",
                "loss a_1^(4) z_1^(4) a_2^(3) z_2^(3) a_1^(2) z_1^(2) a_1^(1) z_1^(1) w_{2,1}^(1)",
                "loss a_1^(4) z_1^(4) a_1^(3) z_1^(3) a_2^(2) z_2^(2) a_1^(1) z_1^(1) w_{2,1}^(1)",
                "loss a_1^(4) z_1^(4) a_2^(3) z_2^(3) a_2^(2) z_2^(2) a_1^(1) z_1^(1) w_{2,1}^(1)",
            ],
            Paths(model, L, W(1, 2, 1)));
    }

    [Fact]
    public void Another_name_is_looked_through()
    {
        var model = RandomNetwork.Tanh(2, 2, 1).Model;
        var dependencies = new Dependencies(model);

        Assert.Same(model[A(2, 1)], dependencies.Resolve(model[Prediction]));
        Assert.Equal(["loss a_1^(2)"], Paths(model, L, Prediction));
        Assert.Equal(["a_1^(2) z_1^(2) b_1^(2)"], Paths(model, Prediction, B(2, 1)));
        Assert.Equal(1, dependencies.CountPaths(model[L], model[Prediction]));
        Assert.Equal(2, dependencies.CountPaths(model[Prediction], model[X(1)]));
    }

    [Fact]
    public void What_does_not_depend_has_no_paths()
    {
        var model = RandomNetwork.Tanh(2, 2, 2).Model;

        Assert.Empty(Paths(model, Z(2, 1), W(2, 1, 2)));
        Assert.Empty(Paths(model, W(2, 1, 1), L));
        Assert.Equal(["loss"], Paths(model, L, L));
    }

    [Fact]
    public void A_connection_that_skips_a_quantity_is_a_path_too()
    {
        var model = new Model();
        var x = model.Add(P);
        var h = model.Define(Q, x.Node.Pow(2), () => P);
        var y = model.Define(R, h.Node + x.Node, () => P);
        model.Define(L, y.Node * h.Node * x.Node, () => P);

        Assert.Equal(["loss r q p", "loss q p", "loss r p", "loss p"], Paths(model, L, P));
        var dependencies = new Dependencies(model);
        Assert.True(dependencies.IsOnlyStep(h, x));
        Assert.True(dependencies.IsOnlyStep(y, h));
        Assert.True(dependencies.IsOnlyStep(model[L], y));
        Assert.False(dependencies.IsOnlyStep(y, x));
        Assert.False(dependencies.IsOnlyStep(model[L], h));
    }

    [Theory]
    [MemberData(nameof(NetworkTests.Seeds), MemberType = typeof(NetworkTests))]
    public void As_many_paths_are_counted_as_listed(int seed)
    {
        var model = RandomNetwork.Of(seed).Model;
        var dependencies = new Dependencies(model);
        foreach (var variable in model.Variables)
        {
            var paths = dependencies.PathsBetween(model[L], variable);

            Assert.Equal(dependencies.CountPaths(model[L], variable), paths.Count);
            Assert.Equal(paths.Count, paths.Select(path => string.Join(' ', path.Nodes)).Distinct().Count());
            Assert.All(paths, path => Assert.Equal((model[L], dependencies.Resolve(variable)), (path.From, path.To)));
            Assert.All(paths, path => Assert.All(
                path.Nodes.Zip(path.Nodes.Skip(1)),
                step => Assert.Contains(step.Second, model.DirectlyUsedBy(step.First).Select(dependencies.Resolve))));
            Assert.All(paths, path => Assert.All(
                path.Nodes.Zip(path.Nodes.Skip(1)),
                step => Assert.Equal(dependencies.CountPaths(step.First, step.Second).IsOne, dependencies.IsOnlyStep(step.First, step.Second))));
        }
    }

    [Fact]
    public void Paths_of_a_deep_network_are_counted_exactly_without_being_listed()
    {
        var widths = Enumerable.Repeat(4, 64).ToArray();
        var watch = Stopwatch.StartNew();
        var model = RandomNetwork.Tanh(widths).Model;
        var dependencies = new Dependencies(model);

        // The loss adds up four outputs; every layer below multiplies the ways by four.
        Assert.Equal(BigInteger.Pow(4, 63), dependencies.CountPaths(model[L], model[X(1)]));
        Assert.Equal(BigInteger.Pow(4, 62), dependencies.CountPaths(model[L], model[W(1, 1, 1)]));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void A_path_knows_where_its_quantities_are()
    {
        var model = Network.Create(1).Dense(1, Activation.Tanh).Model;
        var path = Assert.Single(new Dependencies(model).PathsBetween(model[L], model[B(1, 1)]));

        Assert.Equal(2, path.IndexOf(model[Z(1, 1)]));
        Assert.Equal(-1, path.IndexOf(model[W(1, 1, 1)]));
    }

    private static IEnumerable<string> Paths(Model model, Symbol from, Symbol to) =>
        new Dependencies(model).PathsBetween(model[from], model[to]).Select(path => string.Join(' ', path.Nodes));
}
