using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public class ExprGraphTests
{
    private readonly ExprGraph graph = new();

    [Fact]
    public void Equal_expressions_are_one_node()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var before = (x * StandardFunctions.Exp.Of(y)) + x.Pow(2);
        var count = graph.Count;

        Assert.Equal(before, (x * StandardFunctions.Exp.Of(y)) + x.Pow(2));
        Assert.Equal(count, graph.Count);
    }

    [Fact]
    public void Different_expressions_are_different_nodes()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        Expr[] all =
        [
            x, y, graph.Number(2), graph.Number(new Rational(1, 2)), x + y, x * y, x.Pow(2), y.Pow(2), x.Pow(-2), 2 * x,
            StandardFunctions.Sin.Of(x), StandardFunctions.Cos.Of(x), StandardFunctions.Max.Of(x, y), StandardFunctions.Max.Of(y, x),
        ];

        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void Nodes_are_found_again_after_the_table_has_grown()
    {
        var small = new ExprGraph(1);
        var sums = Enumerable.Range(0, 10_000).Select(i => small.Variable($"x{i}") + i).ToArray();
        var count = small.Count;

        Assert.Equal(sums, Enumerable.Range(0, 10_000).Select(i => small.Variable($"x{i}") + i));
        Assert.Equal(count, small.Count);
    }

    [Fact]
    public void Children_come_before_parents()
    {
        RandomExpression.Recipes.Holds(recipe =>
        {
            var root = recipe.Build().Root;
            for (var id = 0; id < root.Graph.Count; id++)
            {
                foreach (var child in root.Graph.ChildrenOf(id))
                {
                    Assert.InRange(child, 0, id - 1);
                }
            }
        });
    }

    [Fact]
    public void A_variable_goes_by_its_name_and_is_kept_apart_from_its_definition()
    {
        var x = graph.Variable("x");
        var v = graph.Define("v", x + 1);

        Assert.Equal(v, graph.Variable("v"));
        Assert.Equal("v", v.Name);
        Assert.Equal(x + 1, v.Definition);
        Assert.NotEqual(x + 1, v);
        Assert.Null(x.Definition);
        Assert.Null((x + 1).Definition);
    }

    [Fact]
    public void A_name_is_defined_once()
    {
        var x = graph.Variable("x");
        graph.Define("v", x);

        Assert.Throws<ArgumentException>(() => graph.Define("v", x));
        Assert.Throws<ArgumentException>(() => graph.Define("x", graph.One));
    }

    [Fact]
    public void Expressions_of_another_graph_are_refused()
    {
        var (x, stranger) = (graph.Variable("x"), new ExprGraph().Variable("x"));

        Assert.NotEqual(x, stranger);
        Assert.Throws<ArgumentException>(() => x + stranger);
        Assert.Throws<ArgumentException>(() => x * stranger);
        Assert.Throws<ArgumentException>(() => graph.Power(stranger, 2));
        Assert.Throws<ArgumentException>(() => graph.Define("v", stranger));
        Assert.Throws<ArgumentException>(() => graph.Apply(StandardFunctions.Exp, stranger));
        Assert.Throws<ArgumentException>(() => graph.SharedProduct(x, stranger));
        Assert.Throws<ArgumentException>(() => graph.Sum(x, default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_wrong_number_of_arguments_is_refused(int count)
    {
        var arguments = Enumerable.Repeat(graph.Variable("x"), count).ToArray();

        var exception = Assert.Throws<ArgumentException>(() => graph.Apply(StandardFunctions.Max, arguments));
        Assert.StartsWith($"max takes 2 argument(s), not {count}.", exception.Message);
    }

    [Fact]
    public void Parts_that_a_kind_does_not_have_are_refused()
    {
        var x = graph.Variable("x");

        Assert.Throws<InvalidOperationException>(() => x.Number);
        Assert.Throws<InvalidOperationException>(() => x.Function);
        Assert.Throws<InvalidOperationException>(() => x.Exponent);
        Assert.Throws<InvalidOperationException>(() => graph.One.Name);
    }
}
