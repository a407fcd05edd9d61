using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Which error signals a derivation introduces, and which it recalls.</summary>
public sealed class ErrorSignalTests
{
    private readonly Model model = RandomNetwork.Tanh(2, 2, 2, 1).Model;

    [Fact]
    public void A_derivation_introduces_the_signals_above_its_target_and_remembers_them()
    {
        var known = new HashSet<Formula>();
        var first = Builder().Derive(W(2, 1, 1), known);

        Assert.Equal([Delta(3, 1), Delta(2, 1)], Introduced(first));
        Assert.True(known.SetEquals([Delta(3, 1), Delta(2, 1)]));
        Assert.Empty(Recalled(first));
    }

    [Fact]
    public void A_signal_that_is_known_is_recalled_and_not_introduced_again()
    {
        var known = new HashSet<Formula>();
        var builder = Builder();
        builder.Derive(W(2, 1, 1), known);
        var other = builder.Derive(B(2, 2), known);
        var same = builder.Derive(W(2, 2, 1), known);

        Assert.Equal([Delta(2, 2)], Introduced(other));
        Assert.Equal([Delta(3, 1)], Recalled(other));
        Assert.Empty(Introduced(same));
        Assert.Equal([Delta(3, 1), Delta(2, 1)], Recalled(same));
    }

    [Fact]
    public void The_signal_in_which_paths_collapse_is_known_afterwards()
    {
        var known = new HashSet<Formula>();
        var derivation = Builder().Derive(B(1, 1), known);

        Assert.Equal([Delta(3, 1), Delta(2, 1), Delta(2, 2)], Introduced(derivation));
        Assert.Contains(Delta(1, 1), known);
        var sum = Assert.Single(derivation.Sections, section => section.Kind == SectionKind.SumOverPaths);
        Assert.Equal(new PathShare(Delta(1, 1), 1), ((Sum)sum.Steps[0].Statement.Links[0].Side).Terms[0]);
    }

    [Theory]
    [InlineData(DeltaConvention.ByActivation)]
    [InlineData(DeltaConvention.ByPreActivation)]
    public void The_recursion_of_each_convention(DeltaConvention convention)
    {
        var derivation = new DerivationBuilder(model, new DerivationOptions { Delta = convention, MaxPaths = 1 }).Derive(W(1, 1, 1));
        var recursion = derivation.Steps.Single(step => step.Statement.First == Delta(1, 1)).Statement.Links[0].Side;
        var assembly = derivation.Sections.Single(section => section.Kind == SectionKind.ChainRule).Steps[0].Statement.Links[0].Side;

        var (expected, closing) = convention == DeltaConvention.ByActivation
            ? (new Summation("k", 1, 2, Product(Delta(2, K), Prime(F(2, Z(2, K))), W(2, 1, K))), Product(Delta(1, 1), Prime(F(1, Z(1, 1))), X(1)))
            : (Product(new Summation("k", 1, 2, Product(Delta(2, K), W(2, 1, K))), Prime(F(1, Z(1, 1)))), Product(Delta(1, 1), X(1)));
        Assert.Equal(expected, recursion);
        Assert.Equal(closing, assembly);
    }

    private DerivationBuilder Builder() => new(model, new DerivationOptions());

    private static IEnumerable<Formula> Introduced(Derivation derivation) => derivation.Sections
        .Where(section => section.Kind is SectionKind.ChainRule or SectionKind.ErrorSignals)
        .SelectMany(section => section.Steps)
        .Select(step => step.Statement.First)
        .Where(first => first is Symbol { Role: Role.Delta });

    private static IEnumerable<Formula> Recalled(Derivation derivation) => derivation.Sections.SelectMany(section => section.Recalled);
}
