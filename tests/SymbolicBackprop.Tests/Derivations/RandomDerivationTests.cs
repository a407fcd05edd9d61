using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Derivatives of random networks by everything in them: each step is proved, each path is told.</summary>
public sealed class RandomDerivationTests
{
    public static TheoryData<int, DeltaConvention> Cases =>
    [
        .. from seed in Enumerable.Range(100, 12)
           from convention in Enum.GetValues<DeltaConvention>()
           select new TheoryDataRow<int, DeltaConvention>(seed, convention),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_step_of_every_derivation_is_proved(int seed, DeltaConvention convention)
    {
        var network = RandomNetwork.Of(seed);
        var builder = new DerivationBuilder(network.Model, new DerivationOptions { Delta = convention });
        var known = new HashSet<Formula>();
        foreach (var variable in network.Model.Variables)
        {
            // By turns with error signals from the derivations before, and from nothing.
            AssertRight(network, builder, builder.Derive(variable.Symbol, known), variable);
            AssertRight(network, builder, builder.Derive(variable.Symbol), variable);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layer_by_layer_every_step_is_proved_too(int seed, DeltaConvention convention)
    {
        var network = RandomNetwork.Of(seed);
        var builder = new DerivationBuilder(network.Model, new DerivationOptions { Delta = convention, MaxPaths = 0 });
        foreach (var variable in network.Model.Variables)
        {
            var derivation = builder.Derive(variable.Symbol);

            AssertProved(network, builder, derivation);
            Assert.DoesNotContain(derivation.Sections, section => section.Kind == SectionKind.Path);
            Assert.Equal(derivation.PathCount == 1, derivation.Paths.Count == 1);
        }
    }

    private static void AssertRight(Network network, DerivationBuilder builder, Derivation derivation, Variable target)
    {
        AssertProved(network, builder, derivation);
        var count = target.Symbol == L ? 0 : new Dependencies(network.Model).CountPaths(network.Model[L], target);
        Assert.Equal(count, derivation.PathCount);

        var told = derivation.Sections.Where(section => section.Kind == SectionKind.Path).Select(section => section.PathNumber!.Value);
        Assert.Equal(count > 1 && count <= 8 ? Enumerable.Range(1, (int)count) : [], told);
        Assert.Equal(count > 1 && count <= 8, derivation.Sections.Any(section => section.Kind == SectionKind.SumOverPaths));

        var whole = D(L, derivation.Target);
        Assert.Equal(Statement.Equality(whole, new Unknown()), derivation.Question);
        Assert.Contains(derivation.Steps, step => step.Statement.First == whole);
        Assert.All(derivation.Sections, section => Assert.True(section.Steps.Count + section.Recalled.Count > 0));
    }

    private static void AssertProved(Network network, DerivationBuilder builder, Derivation derivation)
    {
        try
        {
            Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{RandomNetwork.Describe(network)}, ∂loss/∂{derivation.Target}: {exception.Message}", exception);
        }
    }
}
