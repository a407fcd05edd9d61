using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public class SubstitutionTests
{
    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;

    public SubstitutionTests() => (x, y) = (graph.Variable("x"), graph.Variable("y"));

    [Fact]
    public void Variables_are_replaced_all_at_once()
    {
        var expression = (x * y.Pow(2)) + StandardFunctions.Sin.Of(x);

        var swapped = expression.Substitute(v => v == x ? y : x);

        Assert.Equal((y * x.Pow(2)) + StandardFunctions.Sin.Of(y), swapped);
    }

    [Fact]
    public void Unchanged_means_the_same_node()
    {
        var expression = 2 * (x + StandardFunctions.Exp.Of(x * y));
        var count = graph.Count;

        Assert.Equal(expression, expression.Substitute(_ => null));
        Assert.Equal(expression, expression.Expand());
        Assert.Equal(count, graph.Count);
    }

    [Fact]
    public void Results_are_simplified()
    {
        Assert.Equal(graph.Number(3), (x + 1).Substitute(_ => graph.Number(2)));
        Assert.Equal(graph.One, StandardFunctions.Exp.Of(x).Substitute(_ => graph.Zero));
        Assert.Throws<DivideByZeroException>(() => (1 / x).Substitute(_ => graph.Zero));
    }

    [Fact]
    public void Definitions_are_not_looked_into()
    {
        var v = graph.Define("v", 1 / x);

        Assert.Equal(v + 5, (v + x).Substitute(leaf => leaf == x ? graph.Number(5) : null));
        Assert.Equal(v, v.Substitute(leaf => leaf == x ? graph.Zero : null));
        Assert.Equal(y, v.Substitute(leaf => leaf == v ? y : null));
    }

    [Fact]
    public void Into_another_graph_variables_go_by_their_names()
    {
        var target = new ExprGraph();
        var expression = (3 * x) + StandardFunctions.Max.Of(x, y).Pow(new Rational(1, 2));

        var moved = expression.Substitute(v => v == y ? target.Number(7) : null, target);

        var theirs = target.Variable("x");
        Assert.Equal((3 * theirs) + StandardFunctions.Max.Of(theirs, target.Number(7)).Pow(new Rational(1, 2)), moved);
        Assert.Equal(target.One, graph.One.Substitute(_ => null, target));
    }

    [Fact]
    public void Replacements_from_another_graph_are_refused()
    {
        Assert.Throws<ArgumentException>(() => (x + 1).Substitute(_ => new ExprGraph().One));
        Assert.Throws<ArgumentException>(() => x.Substitute(_ => new ExprGraph().One));
    }

    [Fact]
    public void Expanding_opens_definitions_all_the_way_down()
    {
        var inner = graph.Define("inner", x + 1);
        var outer = graph.Define("outer", inner * inner);

        Assert.Equal((x + 1).Pow(2) + y, (outer + y).Expand());
        Assert.Equal((x + 1).Pow(2), outer.Expand());
    }

    [Fact]
    public void Values_stay_what_they_are() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        var expected = built.Root.Evaluate(built.ValueOf);
        var expanded = built.Root.Expand();
        Assert.Equal(expected, expanded.Evaluate(built.ValueOf), 1e-9);
        Assert.DoesNotContain(NodeSet.Below([expanded]).Ids.ToArray(), id => new Expr(expanded.Graph, id).Definition is not null);

        var target = new ExprGraph();
        var moved = expanded.Substitute(_ => null, target);
        Assert.Equal(expected, moved.Evaluate(v => built.ValueOf(expanded.Graph.Variable(v.Name))), 1e-9);
    });
}
