using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Calculus;

public sealed class DirectionalSweepTests
{
    private readonly ExprGraph graph = new();

    [Fact]
    public void Each_variable_contributes_its_component()
    {
        var (x, y, fixedOne, v, w) = (graph.Variable("x"), graph.Variable("y"), graph.Variable("c"), graph.Variable("v"), graph.Variable("w"));
        var sweep = new DirectionalSweep(new Dictionary<Expr, Expr> { [x] = v, [y] = w });
        var u = graph.Define("u", x * y);

        Assert.Equal((v * y) + (x * w), sweep.Of(u));
        Assert.Equal(fixedOne * ((v * y) + (x * w)), sweep.Of(fixedOne * u));
        Assert.Equal(graph.Zero, sweep.Of(fixedOne));
        Assert.Equal(graph.Zero, sweep.Of(v));
    }

    [Fact]
    public void A_chain_is_swept_once_however_many_of_its_links_are_asked_for()
    {
        var (x, v) = (graph.Variable("x"), graph.Variable("v"));
        var sweep = new DirectionalSweep(new Dictionary<Expr, Expr> { [x] = v });
        List<Expr> links = [x];
        for (var i = 0; i < 5_000; i++)
        {
            links.Add(graph.Define($"u{i}", StandardFunctions.Sin.Of(links[^1])));
        }

        var before = graph.Count;
        foreach (var link in links)
        {
            sweep.Of(link);
        }

        Assert.InRange((graph.Count - before) / (double)links.Count, 1, 4);
    }
}
