using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>
/// Derivatives in one direction, of one expression after another: a sweep from the leaves up that visits no node twice, so that all of
/// them together cost as much as the part of the graph below them.
/// </summary>
/// <param name="direction">What variables change by; all others stand still.</param>
internal sealed class DirectionalSweep(IReadOnlyDictionary<Expr, Expr> direction)
{
    private readonly Dictionary<int, Expr> tangents = [];

    /// <summary>What an expression changes by, through definitions.</summary>
    public Expr Of(Expr expression)
    {
        var graph = expression.Graph;
        var open = new Stack<int>([expression.Id]);
        var fresh = new SortedSet<int>();
        while (open.TryPop(out var id))
        {
            if (!tangents.ContainsKey(id) && fresh.Add(id))
            {
                foreach (var child in graph.ChildrenOf(id))
                {
                    open.Push(child);
                }
            }
        }

        var rule = new TangentRule(child => tangents[child]);
        foreach (var id in fresh)
        {
            var node = new Expr(graph, id);
            tangents.Add(id, direction.TryGetValue(node, out var component) ? component : rule.Of(node));
        }

        return tangents[expression.Id];
    }
}
