using SymbolicBackprop.Activations;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Checking;

public sealed class PathContributionsTests
{
    // Two paths to each unit of the first layer of two, four to each unit of the first of three.
    private static readonly Network Two = Network.Create(2).Dense(2, Activation.Tanh).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid);
    private static readonly Network Four = Network.Create(2).Dense(2, Activation.Tanh).Dense(2, Activation.Tanh).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_path_of_two_is_named_and_so_is_the_missing_one(int unit)
    {
        var found = Find(Two, D(L, A(1, 1)), Product(Delta(2, unit), Prime(F(2, Z(2, unit))), W(2, 1, unit)));

        Assert.NotNull(found);
        Assert.Equal(2, found.Total);
        Assert.Equal($"loss a_1^(3) z_1^(3) a_{unit}^(2) z_{unit}^(2) a_1^(1)", Written(Assert.Single(found.Taken)));
        Assert.Equal($"loss a_1^(3) z_1^(3) a_{3 - unit}^(2) z_{3 - unit}^(2) a_1^(1)", Written(Assert.Single(found.Missing)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(1, 2, 2, 2)]
    [InlineData(1, 1, 1, 2, 2, 1)]
    public void Some_paths_of_four_are_named(params int[] units)
    {
        // By the units of the third and of the second layer that they pass.
        var passed = units.Chunk(2).ToList();
        var shares = passed.Select(pair => Product(Delta(3, pair[0]), Prime(F(3, Z(3, pair[0]))), W(3, pair[1], pair[0]), Prime(F(2, Z(2, pair[1]))), W(2, 1, pair[1])));

        var found = Find(Four, Delta(1, 1), Formula.SumOf(shares));

        Assert.NotNull(found);
        Assert.Equal(4, found.Total);
        Assert.Equal(
            passed.Select(pair => $"loss a_1^(4) z_1^(4) a_{pair[0]}^(3) z_{pair[0]}^(3) a_{pair[1]}^(2) z_{pair[1]}^(2) a_1^(1)").Order(),
            found.Taken.Select(Written).Order());
        Assert.Equal(4 - passed.Count, found.Missing.Length);
        Assert.Empty(found.Taken.Select(Written).Intersect(found.Missing.Select(Written)));
    }

    [Fact]
    public void The_whole_is_not_some_of_its_paths()
    {
        Assert.Null(Find(Two, D(L, A(1, 1)), D(L, A(1, 1))));
        Assert.Null(Find(Four, Delta(1, 1), Delta(1, 1)));
    }

    [Fact]
    public void What_no_paths_contribute_is_not_taken_for_some()
    {
        Assert.Null(Find(Two, D(L, A(1, 1)), Product(Delta(2, 1), W(2, 1, 1))));
        Assert.Null(Find(Two, D(L, A(1, 1)), Number(0)));
    }

    [Fact]
    public void A_derivative_with_one_path_has_no_others_to_miss() =>
        Assert.Null(Find(Two, D(L, W(3, 1, 1)), Product(Delta(3, 1), A(2, 1))));

    [Fact]
    public void Where_functions_have_kinks_a_path_that_is_dead_at_a_point_is_not_taken_for_another()
    {
        var network = Network.Create(2).Dense(2, Activation.Relu).Dense(2, Activation.Relu).Dense(1, Activation.Identity);

        var found = Find(network, D(L, A(1, 1)), Product(Delta(2, 2), Prime(F(2, Z(2, 2))), W(2, 1, 2)));

        Assert.NotNull(found);
        Assert.Contains("a_2^(2)", Written(Assert.Single(found.Taken)));
    }

    private static Outcome.SomePaths? Find(Network network, Formula whole, Formula value)
    {
        var meaning = new Meaning(network.Model, DeltaConvention.ByActivation);
        return new PathContributions(network.Model, new Dependencies(network.Model), meaning).Find(whole, meaning.Of(value));
    }

    private static string Written(DependencyPath path) => string.Join(" ", path.Nodes);
}
