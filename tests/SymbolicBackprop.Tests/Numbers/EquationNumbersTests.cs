using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Numbers;

/// <summary>Numbers beside equations, and short forms of error signals with numbers.</summary>
public sealed class EquationNumbersTests
{
    [Fact]
    public void Equations_are_trained_as_the_network_that_they_describe()
    {
        var network = SheetFile.Parse("""
            network: { inputs: 1, layers: [ { units: 1, activation: tanh }, { units: 1, activation: sigmoid } ], loss: half-squared }
            values: { x: 0.5, y: 1, 'w^{(1)}': 0.3, 'b^{(1)}': -0.1, 'w^{(2)}': 0.7, 'b^{(2)}': 0.2 }
            training: { learning-rate: 0.5, epochs: 20 }
            questions: [ x_1 ]
            """);
        var equations = SheetFile.Parse("""
            equations:
              - h = \tanh(u x + b_1)
              - p = \frac{1}{1 + e^{-(v h + b_2)}}
              - L = \frac12 (y - p)^2
            parameters: [ u, v, b ]
            values: { x: 0.5, y: 1, u: 0.3, b: [-0.1, 0.2], v: 0.7 }
            training: { learning-rate: 0.5, epochs: 20 }
            questions: [ u ]
            """);

        double[] expected = LossesOf(network);
        Assert.Equal(21, expected.Length);
        Assert.True(expected[^1] < 0.5 * expected[0]);
        Assert.Equal(expected, LossesOf(equations), (one, other) => Math.Abs(one - other) < 1e-14);
    }

    [Fact]
    public void Only_parameters_move()
    {
        var file = SheetFile.Parse("""
            equations: [ L = (y - u x)^2 ]
            parameters: [ u ]
            values: { u: 1, x: 2, y: 3 }
            training: { learning-rate: 0.25 }
            questions: [ u ]
            """);

        Assert.Equal(["u"], TrainingOf(file).Parameters.Select(parameter => parameter.ToString()));
        Assert.Contains(@"u^+ &= u - \eta \, \frac{\partial L}{\partial u} = 1 - 0.25 (-4) = 2", Latex(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_of_two_indices_are_rows()
    {
        var values = SheetFile.Parse("""
            equations:
              - s_i = \sum_{j=1}^{2} A_{i,j} x_j (i = 1, 2)
              - L = s_1 s_2 + \sigma^2
            values: { A: [[1, 2], [3, 4]], x_2: 6, x_1: 5, \sigma: 7 }
            questions: [ x_1 ]
            """).Numbers!.Values;

        Assert.Equal(@"A_{1,1} = 1, A_{1,2} = 2, A_{2,1} = 3, A_{2,2} = 4, x_2 = 6, x_1 = 5, \sigma = 7", string.Join(", ", values.Select(value => $"{value.Key} = {value.Value}")));
    }

    [Theory]
    [InlineData("[1, 0]", true)]
    [InlineData("[0.5, 0.25]", false)] // these do not add up to 1
    public void An_error_signal_is_worked_in_its_short_form_where_the_numbers_allow_it(string targets, bool isShort)
    {
        var latex = Latex(SheetFile.Parse($$"""
            network: { inputs: 1, layers: [ { units: 2, activation: softmax } ], loss: cross-entropy }
            notation: { delta: pre-activation }
            values: { x: 1, y: {{targets}}, 'w^{(1)}': [[0.1, 0.2]], 'b^{(1)}': [0.1, 0.2] }
            questions: [ 'w_{11}^{(1)}' ]
            """));
        var numbers = latex[latex.IndexOf("With numbers", StringComparison.Ordinal)..];

        Assert.Equal(isShort, numbers.Contains(@"\delta_1^{(1)} &= \hat{y}_1 - y_1 \approx", StringComparison.Ordinal));
        Assert.Equal(isShort ? 2 : 1, latex.Split("The targets fulfil").Length - 1); // once in the derivation, and once with numbers
    }

    private static double[] LossesOf(SheetFile file) => [.. TrainingOf(file).Run().Take(21).Select(values => values.Of(file.Model[Symbol.Loss].Node).Value)];

    private static Training TrainingOf(SheetFile file) => new(file.Model, new Meaning(file.Model, DeltaConvention.ByActivation), file.Numbers!);

    private static string Latex(SheetFile file) => LatexDocument.Write(SheetComposer.Compose(file));
}
