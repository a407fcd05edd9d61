using SymbolicBackprop.Activations;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests;

/// <summary>What the README promises.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_library_answers_as_the_readme_shows()
    {
        var network = Network.Create(inputs: 2)
            .Dense(2, Activation.Tanh)
            .Dense(1, Activation.Sigmoid)
            .WithLoss(Loss.Squared);

        var latex = network.Derive(network.Weight(layer: 2, from: 1, to: 1)).ToLatex(Notation.Brackets);

        Assert.Contains(@"\delta_1^{[2]} f_2'(z_1^{[2]}) a_1^{[1]}", latex, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_of_the_readme_is_the_code_that_runs_here()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var here = string.Concat(File.ReadAllText(Repository.PathOf("tests/SymbolicBackprop.Tests/ReadmeTests.cs")).Where(character => !char.IsWhiteSpace(character)));
        var code = readme.Split("```csharp\n")[1].Split("```")[0].Replace("Console.WriteLine(", "", StringComparison.Ordinal).Replace("));", ");", StringComparison.Ordinal);
        foreach (var statement in code.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Assert.Contains(string.Concat(statement.Where(character => !char.IsWhiteSpace(character))), here, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(@"\delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}")]
    [InlineData(@"\delta_1^{(3)} &= -2 (y - \hat{y})")]
    [InlineData(@"\frac{1}{1 + e^{-z_1^{(3)}}} \left[ 1 - \frac{1}{1 + e^{-z_1^{(3)}}} \right]")]
    [InlineData(@"\delta_1^{[2]} f_2'(z_1^{[2]}) w_{11}^{[2]}")]
    public void The_formulas_of_the_readme_are_on_the_sheet(string formula)
    {
        Assert.Contains(formula.Replace("&", "", StringComparison.Ordinal), File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
        Assert.Contains(formula, File.ReadAllText(Repository.PathOf("snapshots/sheets/handwritten.verified.tex")), StringComparison.Ordinal);
    }
}
