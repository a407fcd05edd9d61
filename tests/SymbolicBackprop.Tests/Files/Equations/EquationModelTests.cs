using SymbolicBackprop.Calculus;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Tests.Files.Equations;

public sealed class EquationModelTests
{
    private static readonly EquationModel Recurrent = EquationModel.Parse(@"h_t = \tanh(u x_t + v h_{t-1} + b) (t = 1..3)", @"\hat{y} = c h_3", @"L = \frac12 (y - \hat{y})^2");

    [Fact]
    public void Equations_are_unrolled_and_what_none_defines_is_given()
    {
        string[] given = ["u", "x_1", "v", "h_0", "b", "x_2", "x_3", "c", "y"];
        Assert.Equal(given, Recurrent.Given.Select(symbol => symbol.ToString()));
        Assert.Equal(["h_1", "h_2", "h_3", @"\hat{y}", "loss"], Recurrent.Model.Variables.Where(variable => variable.Definition is not null).Select(variable => variable.ToString()));
        Assert.Equal("L", Recurrent.LossName);
    }

    [Theory]
    [InlineData("t = 1, 2, 3")]
    [InlineData("t = 1..3")]
    [InlineData(@"t = 1, \dots, 3")]
    [InlineData(@"t \in \{1, 2, 3\}")]
    public void Values_of_an_index_are_read_in_every_form(string values)
    {
        var model = EquationModel.Parse($"h_t = h_{{t-1}} v ({values.Replace("(", "", StringComparison.Ordinal)})", "L = h_3").Model;

        Assert.Equal(4, model.Variables.Count(variable => variable.Symbol.Letter == "h"));
    }

    [Fact]
    public void Equations_may_stand_in_any_order()
    {
        var model = EquationModel.Parse("r = q + p", "q = p^2", "L = r q").Model;

        Assert.Equal(["p", "q", "r", "loss"], model.Variables.Select(variable => variable.ToString()));
    }

    [Fact]
    public void A_shared_weight_has_a_path_for_each_use()
    {
        var derivation = new DerivationBuilder(Recurrent.Model, new DerivationOptions()).Derive(Symbol.Named("u"));

        Assert.Equal(3, derivation.Paths.Count);
        Assert.Contains(@"\frac{\partial L}{\partial u} &= \sum_{j=1}^3 \frac{\partial L}{\partial h_j} (1 - h_j^2) x_j", Recurrent.Derive("u").ToLatex(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("z = w x + b", @"L = \ln(1 + e^{-z})")] // z is also what functions are written with
    [InlineData(@"s_{j} = w_{j1} x_1 + w_{j2} x_2 (j = 1, 2)", @"p = \max(s_1, s_2)", @"L = \sqrt{1 + p^2}")]
    [InlineData(@"r = \sigma(p q) + p", @"f = r p", @"g_k = f + r k_k (k = 1, 2)", @"L = g_1 g_2 + f^2")]
    [InlineData(@"L = \sum_{i=1}^{2} \sum_{j=1}^{2} (A_{i,j} - p_i q_j)^2")]
    [InlineData(@"\mu = a + b", @"L = \frac{(y - \mu)^2}{2 s^2} + \ln s^2")]
    public void Every_given_quantity_has_the_derivative_that_differences_show(params string[] equations)
    {
        var model = EquationModel.Parse(equations).Model;
        var (loss, random) = (model[Symbol.Loss].Node, new Random(7));
        var point = model.Variables.Where(variable => variable.Node.Definition is null).ToDictionary(variable => variable.Node, _ => 0.5 + random.NextDouble());
        var gradient = Gradient.Of(loss);
        foreach (var (node, _) in point)
        {
            const double step = 1e-5;
            double LossAt(double shift) => loss.Evaluate(variable => point[variable] + (variable == node ? shift : 0));

            Assert.Equal((LossAt(step) - LossAt(-step)) / (2 * step), gradient[node].Evaluate(variable => point[variable]), 1e-6);
            var builder = new DerivationBuilder(model, new DerivationOptions());
            var derivation = builder.Derive(model.Variables.Single(variable => variable.Node == node).Symbol);
            Assert.All(Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths)), verdicts => Assert.All(verdicts, verdict => Assert.True(verdict.Holds)));
        }
    }

    [Theory]
    [InlineData(@"\ell = -\frac{(x - \mu)^2}{2 \sigma^2} - \ln \sigma", @"\sigma")]
    [InlineData(@"\sigma_n = s \sigma_{n-1} (n = 1, 2); L = \sigma_2^2", @"\sigma_0")]
    [InlineData("L = x σ + 2 σ^2 y", @"\sigma")]
    public void Sigma_is_a_quantity_where_nothing_is_put_into_it(string equations, string name)
    {
        var model = EquationModel.Parse(equations.Split("; "));

        Assert.Contains(name, model.Given.Select(symbol => symbol.ToString()));
        Assert.Contains(@$"\partial {name}", model.Derive(name).ToLatex(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"p = \sigma(z)")]
    [InlineData(@"p = \sigma\left(u z\right)")]
    public void Sigma_is_the_function_where_something_is(string equation) =>
        Assert.DoesNotContain(EquationModel.Parse(equation, "L = p^2").Given, symbol => symbol.Letter == @"\sigma");

    [Fact]
    public void A_written_derivation_is_checked_against_equations()
    {
        var report = Recurrent.Model.Check(
            new SourceText("notes.md", "$\\frac{\\partial L}{\\partial h_2} = \\frac{\\partial L}{\\partial h_3} v (1 - h_3^2)$ and $\\frac{\\partial L}{\\partial h_2} = \\frac{\\partial L}{\\partial h_3} v (1 - h_2^2)$"),
            DocumentFormat.Markdown);

        Assert.Equal([false, true], report.Formulas.Select(formula => formula.Relations.Any(relation => relation.Outcome.IsMistake)));
    }

    [Fact]
    public void Mistakes_say_in_which_equation_they_are()
    {
        var exception = Assert.Throws<InvalidInputException>(() => EquationModel.Parse("q = p^2", "L = q +"));

        Assert.Equal("equation 2:1:8", exception.Diagnostics[0].Place!.ToString());
    }

    [Fact]
    public void A_circle_of_a_thousand_equations_is_found_without_recursion() =>
        Assert.Throws<InvalidInputException>(() => EquationModel.Parse("h_t = 2 h_{t-1} (t = 1..900)", "h_0 = h_{900}", "L = h_0"));
}
