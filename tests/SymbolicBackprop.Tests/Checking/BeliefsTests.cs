using SymbolicBackprop.Checking;
using SymbolicBackprop.Tests.Checking.Reports;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>What later lines make of an earlier mistake.</summary>
public sealed class BeliefsTests
{
    private const string Right = @"\delta_1^{(3)} = -2 (y - \hat{y})";

    // f₃′ is missing.
    private const string Wrong = @"\delta_1^{(2)} = \delta_1^{(3)} w_{11}^{(3)}";

    [Theory]
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = \delta_1^{(3)} w_{11}^{(3)} f_2'(z_1^{(2)}) a_1^{(1)}")] // put in for δ
    [InlineData(@"\frac{\partial \text{loss}}{\partial b_1^{(2)}} = -2 (y - \hat{y}) w_{11}^{(3)} f_2'(z_1^{(2)})")] // by the chain rule, with δ₁⁽³⁾ put in too
    [InlineData(@"\delta_1^{(2)} = -2 (y - \hat{y}) w_{11}^{(3)}")]
    [InlineData(@"\delta_1^{(2)} = w_{11}^{(3)} \delta_1^{(3)}")] // the same said again
    public void A_line_that_follows_rightly_from_a_wrong_one_says_from_which(string line)
    {
        var outcomes = Outcomes(Right, Wrong, line);

        Assert.True(outcomes[1].IsMistake);
        Assert.Equal(2, Assert.IsType<Outcome.FollowsFrom>(outcomes[2]).Formula);
    }

    [Theory]
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = \delta_1^{(2)} f_2'(z_1^{(2)}) a_1^{(1)}")]
    [InlineData(@"\delta_2^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{21}^{(3)}")]
    public void A_line_that_holds_holds_whatever_stands_before_it(string line) =>
        Assert.IsType<Outcome.Holds>(Outcomes(Right, Wrong, line)[2]);

    [Theory]
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = \delta_1^{(3)} w_{11}^{(3)} f_2'(z_1^{(2)}) a_2^{(1)}", null)] // wrong twice: it does not follow either
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = \delta_1^{(2)} f_2'(z_1^{(2)}) a_2^{(1)}", "index-shifted")]
    [InlineData(@"\delta_2^{(2)} = \delta_1^{(3)} w_{21}^{(3)}", "derivative-missing")] // the same slip, made again
    [InlineData(@"a_1^{(1)} = z_1^{(1)}", "activation-missing")]
    public void A_second_slip_is_a_mistake_of_its_own(string line, string? slip)
    {
        var outcome = Assert.IsType<Outcome.Refuted>(Outcomes(Right, Wrong, line)[2]);

        Assert.Equal(slip, outcome.Cause?.Slip.Name);
    }

    [Fact]
    public void Without_the_wrong_line_what_would_follow_from_it_is_a_mistake() =>
        Assert.True(Outcomes(Right, @"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = \delta_1^{(3)} w_{11}^{(3)} f_2'(z_1^{(2)}) a_1^{(1)}")[1].IsMistake);

    [Fact]
    public void A_wrong_definition_is_followed_through_its_derivative()
    {
        var outcomes = Outcomes(@"a_1^{(2)} = z_1^{(2)}", @"\frac{\partial a_1^{(2)}}{\partial z_1^{(2)}} = 1", @"\frac{\partial \text{loss}}{\partial b_1^{(2)}} = \frac{\partial \text{loss}}{\partial a_1^{(2)}}");

        Assert.True(outcomes[0].IsMistake);
        Assert.Equal([1, 1], outcomes.Skip(1).Select(outcome => Assert.IsType<Outcome.FollowsFrom>(outcome).Formula));
    }

    [Fact]
    public void The_rest_of_a_chain_after_a_wrong_side_is_no_mistake_of_its_own()
    {
        var outcomes = Outcomes(@"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} a_1^{(2)} = -2 (y - \hat{y}) f_3'(z_1^{(3)}) a_1^{(2)}");

        Assert.True(outcomes[0].IsMistake);
        Assert.Equal(1, Assert.IsType<Outcome.FollowsFrom>(outcomes[1]).Formula);
    }

    [Fact]
    public void A_chain_may_go_on_from_its_wrong_side()
    {
        var outcomes = Outcomes(@"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} a_1^{(2)} = -2 (y - \hat{y}) a_1^{(2)}");

        Assert.True(outcomes[0].IsMistake);
        Assert.IsType<Outcome.Holds>(outcomes[1]);
    }

    [Fact]
    public void Where_a_product_was_cut_into_a_chain_only_the_first_sign_is_wrong()
    {
        var outcomes = Outcomes(@"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} = f_3'(z_1^{(3)}) a_1^{(2)} = -2 (y - \hat{y}) f_3'(z_1^{(3)}) a_1^{(2)}");

        Assert.Equal(Slip.EqualsForTimes, Assert.IsType<Outcome.Refuted>(outcomes[0]).Cause?.Slip);
        Assert.All(outcomes.Skip(1), outcome => Assert.IsType<Outcome.FollowsFrom>(outcome));
    }

    [Fact]
    public void A_mistake_under_a_brace_is_one_mistake()
    {
        var outcomes = Outcomes(@"\frac{\partial \text{loss}}{\partial b_1^{(2)}} = \underbrace{\delta_1^{(3)} w_{11}^{(3)}}_{\delta_1^{(2)}} f_2'(z_1^{(2)})");

        Assert.IsType<Outcome.FollowsFrom>(outcomes[0]);
        Assert.Equal(Slip.DerivativeMissing, Assert.IsType<Outcome.Refuted>(outcomes[1]).Cause?.Slip);
    }

    // With lines that settle what δ means.
    private static List<Outcome> Outcomes(params string[] lines)
    {
        string[] settled = [.. Enumerable.Range(1, 2).SelectMany(layer => Enumerable.Range(1, 2).Select(unit =>
            $@"\delta_{unit}^{{({layer})}} = \frac{{\partial \text{{loss}}}}{{\partial a_{unit}^{{({layer})}}}}"))];
        return [.. CheckedDocument.Of(string.Concat(lines.Concat(settled).Select(line => $"$${line}$$\n\n")))
            .Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome).SkipLast(settled.Length)];
    }
}
