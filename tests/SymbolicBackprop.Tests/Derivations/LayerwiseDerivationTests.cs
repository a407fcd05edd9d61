using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Derivatives over more paths than anyone would read.</summary>
public sealed class LayerwiseDerivationTests
{
    [Theory]
    [InlineData(8, true)]
    [InlineData(7, false)]
    public void Up_to_the_limit_paths_are_told_one_by_one(int maxPaths, bool oneByOne)
    {
        var model = RandomNetwork.Tanh(1, 2, 2, 2, 1).Model;
        var derivation = new DerivationBuilder(model, new DerivationOptions { MaxPaths = maxPaths }).Derive(X(1));

        Assert.Equal(8, derivation.PathCount);
        Assert.Equal(oneByOne ? 8 : 0, derivation.Paths.Count);
        Assert.Equal(oneByOne ? 8 : 0, derivation.Sections.Count(section => section.Kind == SectionKind.Path));
        Assert.Equal(oneByOne, derivation.Sections.Any(section => section.Kind == SectionKind.Result));
    }

    [Theory]
    [InlineData(DeltaConvention.ByActivation)]
    [InlineData(DeltaConvention.ByPreActivation)]
    public void What_is_told_of_a_deep_network_grows_as_its_depth_does(DeltaConvention convention)
    {
        int LengthAt(int depth)
        {
            var model = RandomNetwork.Tanh(Enumerable.Repeat(4, depth).ToArray()).Model;
            var derivation = new DerivationBuilder(model, new DerivationOptions { Delta = convention }).Derive(W(1, 1, 1));
            var writer = new LatexWriter(Notation.Parentheses);
            return derivation.Steps.Sum(step => writer.Write(step.Statement).Length);
        }

        var (low, middle, high) = (LengthAt(12), LengthAt(24), LengthAt(48));
        Assert.InRange(middle, 1.5 * low, 2.2 * low);
        Assert.InRange(high, 1.5 * middle, 2.2 * middle);
    }

    [Fact]
    public void Wide_layers_are_told_with_one_step_for_all_their_units()
    {
        var model = RandomNetwork.Tanh(3, 3, 3, 1).Model;
        var derivation = new DerivationBuilder(model, new DerivationOptions()).Derive(X(2));

        var signal = derivation.Steps.Single(step => step.Statement.First == Delta(1, J));
        Assert.Equal(new IndexRange("j", 1, 3), signal.Statement.Range);
        Assert.Equal(new Summation("k", 1, 3, Product(Delta(2, K), Prime(F(2, Z(2, K))), W(2, J, K))), signal.Statement.Links[0].Side);
    }
}
