using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Networks;

namespace SymbolicBackprop.Tests.Derivations;

public sealed class FiniteDifferencesTests
{
    // Behind a unit that is switched off all derivatives are 0, and so are all differences.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Derivatives_are_compared_where_there_are_some(int layers)
    {
        var network = Enumerable.Range(0, layers).Aggregate(Network.Create(1), (before, _) => before.Dense(1, Activation.Relu));

        Assert.InRange(FiniteDifferences.LargestError(network.Model, [.. Example.Parameters(network.Model)]), double.Epsilon, 1e-6);
    }
}
