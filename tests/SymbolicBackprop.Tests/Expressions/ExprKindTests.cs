using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

/// <summary>Walks all kinds through everything that switches over them: a new kind fails here until each switch knows it.</summary>
public class ExprKindTests
{
    public static TheoryData<ExprKind> All => [.. Enum.GetValues<ExprKind>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_kind_is_handled_everywhere(ExprKind kind)
    {
        var graph = new ExprGraph();
        var x = graph.Variable("x");
        var (node, text, value, slope) = Example(kind, x);

        Assert.Equal(kind, node.Kind);
        Assert.Equal(text, node.ToString());
        Assert.Equal(value, node.Evaluate(_ => 2));
        Assert.Equal(slope, node.Derivative(x).Evaluate(_ => 2));
        Assert.Equal(slope, Gradient.Of(node)[x].Evaluate(_ => 2));

        var target = new ExprGraph();
        var moved = node.Expand().Substitute(v => v.Definition is null ? null : target.Zero, target);
        Assert.Equal(value, moved.Evaluate(_ => 2));
    }

    private static (Expr Node, string Text, double Value, double Slope) Example(ExprKind kind, Expr x) => kind switch
    {
        ExprKind.Number => (x.Graph.Number(new Rational(-3, 4)), "-3/4", -0.75, 0),
        ExprKind.Variable => (x.Graph.Define("v", 3 * x), "v", 6, 3),
        ExprKind.Sum => (x + 5, "5 + x", 7, 1),
        ExprKind.Product => (7 * x, "7*x", 14, 7),
        ExprKind.Power => (x.Pow(3), "x^3", 8, 12),
        ExprKind.Function => (StandardFunctions.Exp.Of(x), "exp(x)", Math.Exp(2), Math.Exp(2)),
        _ => throw new InvalidOperationException($"Give an example of a {kind}."),
    };
}
