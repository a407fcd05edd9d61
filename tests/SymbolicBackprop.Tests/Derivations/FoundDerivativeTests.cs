using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>The way from a formula to the derivative, as a teacher writes it.</summary>
public sealed class FoundDerivativeTests
{
    [Theory]
    [InlineData("tanh", DifferentiationRule.Quotient, @"f_1'(z) = \frac{(e^{z} + e^{-z}) (e^{z} + e^{-z}) - (e^{z} - e^{-z}) (e^{z} - e^{-z})}{(e^{z} + e^{-z})^2} = 1 - \left( \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}} \right)^2 = 1 - f_1(z)^2")]
    [InlineData("sigmoid", DifferentiationRule.Quotient, @"f_1'(z) = \frac{e^{-z}}{(1 + e^{-z})^2} = \frac{1}{1 + e^{-z}} \left( 1 - \frac{1}{1 + e^{-z}} \right) = f_1(z) [1 - f_1(z)]")]
    [InlineData("softplus", DifferentiationRule.Chain, @"f_1'(z) = \frac{1}{1 + e^{z}} \, e^{z} = \sigma(z)")]
    [InlineData("silu", DifferentiationRule.Product, @"f_1'(z) = \sigma(z) + z \sigma(z) [1 - \sigma(z)] = z \sigma(z) + \sigma(z) [1 - z \sigma(z)] = f_1(z) + \sigma(z) [1 - f_1(z)]")]
    [InlineData("gaussian", DifferentiationRule.Chain, @"f_1'(z) = e^{-z^2} (-2 z) = -2 z e^{-z^2} = -2 z f_1(z)")]
    [InlineData("cube", DifferentiationRule.Power, @"f_1'(z) = 3 z^2")]
    [InlineData("z^3 - 3z", DifferentiationRule.Sum, @"f_1'(z) = 3 z^2 - 3 = 3 (z^2 - 1)")]
    [InlineData("sine", null, @"f_1'(z) = \cos(z)")]
    [InlineData("identity", null, @"f_1'(z) = 1")]
    [InlineData("relu", null, @"f_1'(z) = \begin{cases} 0 & z \le 0 \\ 1 & z > 0 \end{cases}")]
    [InlineData(@"\frac{\ln(1+z^2)}{1+e^{-z}}", DifferentiationRule.Quotient, @"f_1'(z) = \frac{\frac{2 z}{1 + z^2} (1 + e^{-z}) - \ln(1 + z^2) (-e^{-z})}{(1 + e^{-z})^2} = \frac{\ln(1 + z^2) e^{-z}}{(1 + e^{-z})^2} + \frac{2 z}{(1 + e^{-z}) (1 + z^2)}")]
    public void The_rule_for_the_whole_leads_to_the_short_form(string activation, DifferentiationRule? rule, string whole)
    {
        var found = Find(activation);

        Assert.Equal(rule, found.Rule);
        Assert.Equal(FoundPart.Whole, found.Parts[^1].Part);
        Assert.Equal([whole], Written(found.Parts[^1].Steps));
    }

    [Theory]
    [InlineData("tanh", FoundPart.Parts, @"\frac{\partial}{\partial z} (e^{z} - e^{-z}) = e^{z} + e^{-z}", @"\frac{\partial}{\partial z} (e^{z} + e^{-z}) = e^{z} - e^{-z}")]
    [InlineData("mish", FoundPart.Parts, @"\frac{\partial \tanh(\operatorname{softplus}(z))}{\partial z} = \sigma(z) [1 - \tanh(\operatorname{softplus}(z))^2]")]
    [InlineData("elu", FoundPart.Pieces, @"\frac{\partial}{\partial z} (e^{z} - 1) = e^{z} = e^{z} - 1 + 1")]
    [InlineData(
        "softsign",
        FoundPart.Pieces,
        @"\frac{\partial}{\partial z} \frac{z}{1 - z} = \frac{1 - z + z}{(1 - z)^2} = \left( 1 + \frac{z}{1 - z} \right)^2",
        @"\frac{\partial}{\partial z} \frac{z}{1 + z} = \frac{1 + z - z}{(1 + z)^2} = \left( 1 - \frac{z}{1 + z} \right)^2")]
    public void What_the_rule_takes_apart_comes_before(string activation, FoundPart part, params string[] steps) =>
        Assert.Equal(steps, Written(Find(activation).Parts.Single(entry => entry.Part == part).Steps));

    [Fact]
    public void Layers_with_the_same_function_are_taken_together()
    {
        var found = FoundDerivative.Of(Network.Create(1).Dense(1, Activation.Tanh).Dense(1, Activation.Sigmoid).Dense(1, Activation.Tanh).Model).ToList();

        Assert.Equal(["f_1, f_3", "f_2"], found.Select(function => string.Join(", ", function.Names)));
    }

    private static FoundDerivative Find(string activation) =>
        FoundDerivative.Of(Network.Create(1).Dense(1, Activation.Parse(activation)).Model).Single();

    private static IEnumerable<string> Written(IEnumerable<Step> steps) => steps.Select(step => new LatexWriter(Notation.Parentheses).Write(step.Statement));
}
