using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Tests.Files;

public sealed class ActivationReaderTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Mistakes => MistakeFile.Read("FormulaMistakes.md");

    [Theory]
    [InlineData("tanh")]
    [InlineData("ReLU")]
    [InlineData("swish")]
    [InlineData(" gelu_tanh ")]
    public void A_name_is_an_activation_of_the_catalogue(string name) => Assert.Same(Activation.Find(name.Trim()), Read(name));

    [Theory]
    [InlineData(@"\frac{e^{2z}-1}{e^{2z}+1}", "1 − f²")]
    [InlineData(@"\frac{1}{1+e^{-kz}}", "k·f·(1 − f)")]
    [InlineData(@"a\tanh(bz)", "b·(a² − f²)/a")]
    [InlineData("z/(1+e^{-z})", "f + σ(z)·(1 − f)")]
    [InlineData(@"z\sigma(\beta z)", "σ(β·z) + β·f·(1 − σ(β·z))")]
    [InlineData(@"k \ln(1 + e^{z/k})", "σ(z/k)")]
    [InlineData(@"a e^{-(z - \mu)^2 / (2 s^2)}", "f·(μ − z)/s²")]
    [InlineData(@"\frac{1}{1+z^2}", "−2·z·f²")]
    [InlineData(@"\sqrt{z}", "1/(2·f)")]
    [InlineData("sin z", "cos(z)")]
    [InlineData("z", "1")]
    public void The_derivative_of_a_formula_is_found(string latex, string derivative)
    {
        var activation = Read(latex);

        Assert.True(activation.IsFormula);
        Assert.True(activation.Derivative.IsShort);
        Assert.Equal(derivative, PlainFormula.Of(activation.Derivative.Arrangement));
    }

    // A form that divides by z has no value at 0, where these functions have a derivative.
    [Theory]
    [InlineData(@"\frac{z}{1+|z|}", "1/(1 + abs(z)) − abs(z)/(1 + abs(z))²")]
    [InlineData("z^5", "5·z^4")]
    [InlineData(@"\frac{\ln(1 + z^2)}{1 + e^z}", "2·z/((1 + e^z)·(1 + z²)) − ln(1 + z²)·e^z/(1 + e^z)²")]
    public void A_formula_without_a_short_form_has_its_plain_derivative(string latex, string derivative)
    {
        var activation = Read(latex);

        Assert.False(activation.Derivative.IsShort);
        Assert.Equal(derivative, PlainFormula.Of(activation.Derivative.Arrangement));
    }

    [Fact]
    public void Letters_other_than_z_are_parameters_in_reading_order()
    {
        var activation = Read(@"\alpha L a \tanh(b z) - \hat{k}");

        Assert.Equal([@"\alpha", "L", "a", "b", @"\hat{k}"], activation.Parameters.Select(parameter => parameter.Name));
        Assert.Equal("α·L·a·tanh(b·z) − \\hat{k}", PlainFormula.Of(activation.Formula));
    }

    [Fact]
    public void A_formula_has_the_value_that_it_says()
    {
        var z = new ExprGraph().Variable("u");
        var activation = Read(@"\frac{1}{2} z^2 - 3|z| + \max(z, 1) \cdot 0.25 e^{-z}");

        Assert.Equal((0.5 * 4) - 6 + (0.25 * Math.Exp(2)), activation.Of(z).Evaluate(_ => -2), 12);
        Assert.Equal((0.5 * 4) - 6 + (2 * 0.25 * Math.Exp(-2)), activation.Of(z).Evaluate(_ => 2), 12);
    }

    [Theory]
    [InlineData(@"\begin{cases} 0 & z \le 0 \\ z & z > 0 \end{cases}", false)]
    [InlineData(@"\begin{cases} z, & \text{if } 0 < z, \\ 0 & \text{otherwise} \end{cases}", false)]
    [InlineData(@"\begin{cases} z & z \ge 0 \\ 0 & z < 0 \end{cases}", true)]
    public void Cases_on_z_are_pieces(string latex, bool takesRight)
    {
        var activation = Read(latex);

        Assert.Equal(2, activation.Pieces.Length);
        var kink = Assert.Single(activation.Kinks);
        Assert.Equal((0, takesRight), (kink.At, kink.TakesRight));
        Assert.Equal([0.0, 0.0, 2.5], new[] { -3, 0, 2.5 }.Select(z => activation.Function.Value([z])));
    }

    [Fact]
    public void Otherwise_fills_what_the_other_conditions_leave_over()
    {
        var activation = Read(@"\begin{cases} z^2 & -1 \le z < 1 \\ 4 & 2 < z \\ k & \text{otherwise} \end{cases}");

        Assert.Equal(["k", "z²", "k", "4"], activation.Pieces.Select(piece => PlainFormula.Of(piece.Formula)));
        Assert.Equal([7.0, 1, 0.25, 7, 7, 4], new[] { -2, -1, 0.5, 1, 2, 3 }.Select(z => activation.Function.Value([z, 7])));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_mistake_is_reported_with_its_place(string formula, string expected)
    {
        var result = ActivationReader.Read(new SourceText("formula", formula.TrimEnd('\n')));

        Assert.Equal(expected, string.Concat(result.Diagnostics.Select(found => found.Render() + "\n")));
    }

    [Fact]
    public void Parsing_throws_with_what_was_found()
    {
        Assert.Equal("1 − f²", PlainFormula.Of(Activation.Parse(@"\tanh(z)").Derivative.Arrangement));
        Assert.StartsWith("formula:1:8: error: the formula ends here\n", Assert.Throws<InvalidInputException>(() => Activation.Parse("1 + z (")).Message);
    }

    // Whoever writes such a formula waits for what is found of it.
    [Theory]
    [InlineData("sum", 200)]
    [InlineData("nest", 90)]
    [InlineData("square", 12)]
    public void A_long_formula_takes_no_long_time(string kind, int size)
    {
        var formula = kind switch
        {
            "sum" => string.Join(" + ", Enumerable.Range(2, size).Select(i => $@"\frac{{z}}{{{i} + e^{{-{i}z}}}}")),
            "nest" => string.Concat(Enumerable.Repeat(@"\frac{1}{1 + ", size)) + "z" + new string('}', size),
            _ => new string('(', size) + "z" + string.Concat(Enumerable.Repeat(" + 1)^2", size)),
        };
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(Read(formula).Derivative.Verdict.Holds);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    private static Activation Read(string text) => ActivationReader.Read(new SourceText("formula", text)).OrThrow();
}
