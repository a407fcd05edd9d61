using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Tests.Reading.Latex;

/// <summary>Where the parts of a formula stand.</summary>
public sealed class SpansTests
{
    [Fact]
    public void Factors_terms_and_signs_have_their_places()
    {
        const string latex = @"y = -2 \left( y_1 - \hat{y} \right) w_{11}^{(2)} + f_2'(z)";
        var (statement, textOf) = Read(latex);

        var sum = Assert.IsType<Sum>(statement.Links[0].Side);
        var product = Assert.IsType<Product>(Assert.IsType<Negative>(sum.Terms[0]).Body);
        Assert.Equal("=", textOf(statement.Links[0]));
        Assert.Equal("y", textOf(statement.First));
        Assert.Equal(@"-2 \left( y_1 - \hat{y} \right) w_{11}^{(2)}", textOf(sum.Terms[0]));
        Assert.Equal(["2", @"\left( y_1 - \hat{y} \right)", "w_{11}^{(2)}"], product.Factors.Select(textOf));
        Assert.Equal(["y_1", @"- \hat{y}"], Assert.IsType<Sum>(product.Factors[1]).Terms.Select(textOf));
        Assert.Equal("f_2'(z)", textOf(sum.Terms[1]));
    }

    [Fact]
    public void Equal_parts_in_different_places_are_told_apart()
    {
        var (statement, textOf) = Read(@"y y = {y}");

        var factors = Assert.IsType<Product>(statement.First).Factors;
        Assert.Equal(factors[0], factors[1]);
        Assert.NotSame(factors[0], factors[1]);
        Assert.Equal("{y}", textOf(statement.Links[0].Side));
    }

    [Theory]
    [InlineData(@"\frac{\partial L}{\partial w_{11}^{(1)}}")]
    [InlineData(@"\partial L / \partial w_{11}^{(1)}")]
    [InlineData(@"dL/dw_{11}^{(1)}")]
    [InlineData(@"\frac{\partial}{\partial z} f(z)")]
    [InlineData(@"\underbrace{y z}_{\delta_1^{(1)}}")]
    [InlineData(@"\sum_{j=1}^{2} a_j b_j")]
    [InlineData(@"\left. y \right|_{P_1}")]
    [InlineData(@"y|_{P_1}")]
    [InlineData(@"\tanh^2(z)")]
    [InlineData(@"e^{-z}")]
    [InlineData(@"{w}_{11}^{(2)}")]
    [InlineData(@"\operatorname{GELU}_{\tanh}(z)")]
    [InlineData(@"\left|y\right|")]
    [InlineData(@"\sqrt[3]{y}")]
    [InlineData(@"((y))")]
    [InlineData(@"\boxed{y}")]
    [InlineData(@"\hat y")]
    public void A_construct_stands_where_all_of_it_stands(string latex)
    {
        var (statement, textOf) = Read($"1 + {latex} + 2");

        var body = Assert.IsType<Sum>(statement.First).Terms[1];
        Assert.Equal(latex == @"\boxed{y}" ? "{y}" : latex, textOf(body));
    }

    private static (Statement Statement, Func<object, string> TextOf) Read(string latex)
    {
        var reading = new LatexReader(ReadingContext.Default).Read(latex);
        Assert.True(reading.IsSuccess, reading.Error?.ToString());
        return (reading.Value, part =>
        {
            var span = part is Link link ? reading.Spans[link] : reading.Spans[(Formula)part];
            return latex.Substring(span.Offset, span.Length);
        }
        );
    }
}
