using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Tests.Expressions;

public class NodeSetTests
{
    [Fact]
    public void It_holds_all_that_a_root_depends_on_and_nothing_else() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        foreach (var throughDefinitions in new[] { true, false })
        {
            var set = NodeSet.Below([built.Root], throughDefinitions);
            var expected = Reachable(built.Root, throughDefinitions);

            Assert.Equal(expected, set.Ids.ToArray());
            Assert.Equal(expected.Count, set.Count);
            Assert.Equal(Enumerable.Range(0, set.Count), expected.Select(set.IndexOf));
            Assert.All(Enumerable.Range(0, built.Root.Graph.Count + 200), id => Assert.Equal(expected.Contains(id), set.Contains(id)));

            var floor = expected.ElementAt(expected.Count / 2);
            Assert.Equal(expected.Where(id => id >= floor), NodeSet.Below([built.Root], throughDefinitions, floor).Ids.ToArray());
        }
    });

    [Fact]
    public void Definitions_of_the_roots_are_opened_and_no_others()
    {
        var graph = new ExprGraph();
        var x = graph.Variable("x");
        var inner = graph.Define("inner", x + 1);
        var outer = graph.Define("outer", 2 * inner);

        var set = NodeSet.Below([outer], throughDefinitions: false);

        Assert.True(set.Contains(inner.Id));
        Assert.True(set.Contains((2 * inner).Id));
        Assert.False(set.Contains((x + 1).Id));
        Assert.False(set.Contains(x.Id));
        Assert.True(NodeSet.Below([outer]).Contains(x.Id));
    }

    [Fact]
    public void Several_roots_are_united()
    {
        var graph = new ExprGraph();
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));

        var set = NodeSet.Below([x + 1, y * 2, x]);

        Assert.Equal(new[] { graph.One, x, x + 1, y, graph.Number(2), y * 2 }.Select(e => e.Id).Order(), set.Ids.ToArray());
    }

    [Fact]
    public void Roots_of_different_graphs_are_refused() =>
        Assert.Throws<ArgumentException>(() => NodeSet.Below([new ExprGraph().One, new ExprGraph().One]));

    private static SortedSet<int> Reachable(Expr root, bool throughDefinitions)
    {
        var reached = new SortedSet<int>();
        Visit(root);
        return reached;

        void Visit(Expr node)
        {
            if (reached.Add(node.Id) && (throughDefinitions || node == root || node.Kind != ExprKind.Variable))
            {
                foreach (var child in node.Children())
                {
                    Visit(child);
                }
            }
        }
    }
}
