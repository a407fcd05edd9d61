using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Derivatives of quantities that equations define, in the quantities themselves.</summary>
public sealed class OwnFormTests
{
    private const string Weights = @"\alpha_i = \frac{e^{s_i}}{\sum_{j=1}^{3} e^{s_j}} (i = 1, 2, 3)";

    [Theory]
    [InlineData(@"a = \frac{1}{1+e^{-z}}", "z", "a (1 - a)")]
    [InlineData(@"a = \frac{e^z}{e^z + 1}", "z", "a (1 - a)")]
    [InlineData(@"a = \frac{e^z - e^{-z}}{e^z + e^{-z}}", "z", "1 - a^2")]
    [InlineData(@"a = \frac{2}{1 + e^{-2 z}} - 1", "z", "1 - a^2")]
    [InlineData(@"a = \frac{1}{1 + e^{-(w x + b)}}", "w", "x a (1 - a)")]
    [InlineData(@"a = \frac{u}{Z}", "Z", @"-\frac{a}{Z}")]
    [InlineData(@"a = \frac{e^{u}}{Z}", "Z", @"-\frac{a}{Z}")]
    [InlineData(@"a = z^2 + z", "z", "1 + 2 z")] // nothing is gained by a
    [InlineData(@"a = \frac{1}{1+e^{-z}} + \frac{1}{1+e^{-2z}}", "z", @"\frac{2 e^{-2 z}}{(1 + e^{-2 z})^2} + \frac{e^{-z}}{(1 + e^{-z})^2}")] // there is none
    public void A_quantity_stands_in_its_derivative_where_that_is_shorter(string equation, string by, string expected) =>
        Assert.Equal(expected, Derivative([equation, "L = a^2"], "a", by));

    [Theory]
    [InlineData(Weights, "s", @"\alpha_1 (1 - \alpha_1)", @"-\alpha_1 \alpha_2")]
    [InlineData(@"\alpha_i = \frac{e^{s_i / \tau}}{\sum_{j=1}^{2} e^{s_j / \tau}} (i = 1, 2)", "s", @"\frac{\alpha_1 (1 - \alpha_1)}{\tau}", @"-\frac{\alpha_1 \alpha_2}{\tau}")]
    [InlineData(@"\alpha_i = \frac{e^{q k_i}}{\sum_{j=1}^{3} e^{q k_j}} (i = 1, 2, 3)", "k", @"q \alpha_1 (1 - \alpha_1)", @"-q \alpha_1 \alpha_2")]
    public void Quantities_made_of_the_same_others_stand_in_each_others_derivatives(string equation, string by, string same, string different)
    {
        string[] equations = [equation, @"L = \alpha_1 + 2 \alpha_2"];

        Assert.Equal(same, Derivative(equations, @"\alpha_1", $"{by}_1"));
        Assert.Equal(different, Derivative(equations, @"\alpha_1", $"{by}_2"));
    }

    [Fact]
    public void The_sum_over_all_of_them_has_one_term_for_any()
    {
        var answer = EquationModel.Parse(Weights, @"L = \sum_{i=1}^{3} \alpha_i v_i").Derive("s_2").ToLatex();

        Assert.Contains(@"\sum_{j=1}^3 \frac{\partial L}{\partial \alpha_j} \, \alpha_j (\mathbf{1}\{j = 2\} - \alpha_2)", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"h = \max(0, z)", @"\begin{cases} 0 & z < 0 \\ 1 & z \ge 0 \end{cases}")]
    [InlineData(@"h = \max(z, 0)^2", @"2 \max(z, 0) \left( \begin{cases} 0 & z \le 0 \\ 1 & z > 0 \end{cases} \right)")]
    [InlineData(@"h = \max(0, 1 - y z)", @"\begin{cases} 0 & 1 - y z < 0 \\ -y & 1 - y z \ge 0 \end{cases}")]
    [InlineData(@"h = \ln(2 + \max(u, z))", @"\frac{1}{2 + \max(u, z)} \left( \begin{cases} 0 & z < u \\ 1 & z \ge u \end{cases} \right)")]
    public void The_greater_of_two_is_differentiated_case_by_case(string equation, string expected) =>
        Assert.Equal(expected, Derivative([equation, "L = h^2"], "h", "z"));

    // A row of many weights, and many steps of one gate, are each searched once.
    [Fact]
    public void Large_models_take_no_long_searches()
    {
        var row = EquationModel.Parse(@"\alpha_i = \frac{e^{s_i}}{\sum_{j=1}^{30} e^{s_j}} (i = 1..30)", @"L = \sum_{i=1}^{30} \alpha_i v_i");
        var chain = EquationModel.Parse(@"h_t = \frac{1}{1 + e^{-(u x_t + v h_{t-1} + b)}} (t = 1..200)", "L = h_{200}");

        Assert.Contains(@"\alpha_j (\mathbf{1}\{j = 7\} - \alpha_7)", row.Derive("s_7").ToLatex(), StringComparison.Ordinal);
        Assert.Contains("v h_{200} (1 - h_{200})", chain.Derive("h_1").ToLatex(), StringComparison.Ordinal);
    }

    private static string Derivative(string[] equations, string of, string by)
    {
        var model = EquationModel.Parse(equations).Model;
        Symbol Named(string name) => model.Variables.Select(variable => variable.Symbol).Single(symbol => symbol.ToString() == name);
        var builder = new DerivationBuilder(model, new DerivationOptions(), Named(of));
        var derivation = builder.Derive(Named(by));
        Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));
        return new LatexWriter(Notation.Parentheses).Write(derivation.Sections[^1].Steps[^1].Statement.Links[^1].Side);
    }
}
