using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Calculus;

public class ForwardSweepTests
{
    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;

    public ForwardSweepTests() => (x, y) = (graph.Variable("x"), graph.Variable("y"));

    [Fact]
    public void Several_expressions_are_differentiated_in_one_sweep()
    {
        Expr[] all = [x * y, StandardFunctions.Exp.Of(x), y, x, graph.One];

        Assert.Equal([y, StandardFunctions.Exp.Of(x), graph.Zero, graph.One, graph.Zero], ForwardSweep.Derivatives(all, x));
        Assert.Empty(ForwardSweep.Derivatives([], x));
    }

    [Fact]
    public void A_named_quantity_counts_as_independent()
    {
        var u = graph.Define("u", x.Pow(2));

        Assert.Equal(x, (u * x).Derivative(u));
        Assert.Equal(graph.One, u.Derivative(u));
        Assert.Equal(2 * x, u.Derivative(x));
    }

    [Fact]
    public void Expressions_of_another_graph_are_refused()
    {
        var stranger = new ExprGraph().Variable("x");

        Assert.Throws<ArgumentException>(() => x.Derivative(stranger));
        Assert.Throws<ArgumentException>(() => ForwardSweep.Derivatives([x, stranger], x));
    }

    [Fact]
    public void What_does_not_depend_on_the_variable_makes_no_nodes()
    {
        var deep = StandardFunctions.Sin.Of((y * y.Pow(3).Pow(new Rational(1, 2))) + 1);
        var root = deep + x;
        var count = graph.Count;

        Assert.Equal(graph.One, root.Derivative(x));
        Assert.Equal(count, graph.Count);
    }
}
