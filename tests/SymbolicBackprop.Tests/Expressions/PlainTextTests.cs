using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public class PlainTextTests
{
    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;

    public PlainTextTests() => (x, y) = (graph.Variable("x"), graph.Variable("y"));

    [Fact]
    public void Parentheses_stand_where_they_are_needed()
    {
        var half = new Rational(1, 2);
        Assert.Equal("x + y", (x + y).ToString());
        Assert.Equal("x + -1*y", (x - y).ToString());
        Assert.Equal("2*(x + y)", (2 * (x + y)).ToString());
        Assert.Equal("(x + y)^2", (x + y).Pow(2).ToString());
        Assert.Equal("x^(-1)", x.Pow(-1).ToString());
        Assert.Equal("(x^2)^(1/2)", x.Pow(2).Pow(half).ToString());
        Assert.Equal("(x*y)^(1/2)", (x * y).Pow(half).ToString());
        Assert.Equal("1/2*x", (x / 2).ToString());
        Assert.Equal("max(x + y, exp(x))", StandardFunctions.Max.Of(x + y, StandardFunctions.Exp.Of(x)).ToString());
        Assert.Equal("v", graph.Define("v", x + y).ToString());
    }

    [Fact]
    public void Long_sums_are_cut()
    {
        var sum = graph.Sum([.. Enumerable.Range(0, 100_000).Select(i => graph.Variable($"x{i}"))]);
        var text = sum.ToString();

        Assert.StartsWith("x0 + x1 + x2", text);
        Assert.EndsWith(" + …", text);
        Assert.InRange(text.Length, 1000, 20_000);
    }

    [Fact]
    public void A_graph_that_would_be_a_huge_tree_is_cut()
    {
        var e = x;
        for (var i = 0; i < 100; i++)
        {
            e = StandardFunctions.Sin.Of(e) + StandardFunctions.Cos.Of(e) + StandardFunctions.Exp.Of(e);
        }

        Assert.InRange(e.ToString().Length, 1000, 20_000);
    }
}
