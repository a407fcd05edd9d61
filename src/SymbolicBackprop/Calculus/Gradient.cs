using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>The derivatives of one expression by everything that it depends on: the outcome of a reverse sweep.</summary>
public sealed class Gradient
{
    private readonly NodeSet nodes;
    private readonly Expr[] adjoints;

    private Gradient(Expr root, NodeSet nodes, Expr[] adjoints)
    {
        Root = root;
        this.nodes = nodes;
        this.adjoints = adjoints;
    }

    /// <summary>The expression that was differentiated.</summary>
    public Expr Root { get; }

    /// <summary>∂root/∂<paramref name="node"/> for any node but a number: a variable, or an intermediate quantity seen as one.</summary>
    /// <remarks>A sum within a sum is opened, a product within a product too: to differentiate by such a part, define a variable.</remarks>
    public Expr this[Expr node] =>
        Root.Graph.Own(node) <= Root.Id && nodes.Contains(node.Id) ? adjoints[nodes.IndexOf(node.Id)] : Root.Graph.Zero;

    /// <summary>Differentiates by everything in one sweep from the root down; the cost is that of the graph below the root.</summary>
    /// <param name="root">The expression to differentiate.</param>
    /// <param name="throughDefinitions">
    /// Whether variables count as functions of what they are defined by (total derivatives) or as independent (partial derivatives
    /// of the root's own definition).
    /// </param>
    public static Gradient Of(Expr root, bool throughDefinitions = true)
    {
        var graph = root.Graph;
        var nodes = NodeSet.Below([root], throughDefinitions);
        var adjoints = new Expr[nodes.Count];
        var pending = new Contributions(nodes.Count);
        var partials = new Expr[8];
        var terms = new List<Expr>();
        pending.Add(nodes.Count - 1, graph.One);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            terms.Clear();
            pending.Take(i, terms);
            var adjoint = terms.Count == 1 ? terms[0] : graph.Sum([.. terms]);
            adjoints[i] = adjoint;
            var node = new Expr(graph, nodes.Ids[i]);
            var count = node.ChildCount;
            if (count == 0 || adjoint.IsZero || (!throughDefinitions && node != root && node.Kind == ExprKind.Variable))
            {
                continue;
            }

            if (partials.Length < count)
            {
                partials = new Expr[count];
            }

            LocalDerivative.Fill(node, partials.AsSpan(0, count));
            for (var k = 0; k < count; k++)
            {
                var child = node.Child(k);
                if (child.Kind != ExprKind.Number)
                {
                    // The chain rule.
                    pending.Add(nodes.IndexOf(child.Id), graph.SharedProduct(adjoint, partials[k]));
                }
            }
        }

        return new Gradient(root, nodes, adjoints);
    }

    /// <summary>The terms that add up to each node's adjoint, as linked lists in two arrays.</summary>
    private sealed class Contributions
    {
        private readonly int[] heads;
        private readonly List<(Expr Term, int Next)> links = [];

        public Contributions(int count)
        {
            heads = new int[count];
            Array.Fill(heads, -1);
        }

        public void Add(int position, Expr term)
        {
            if (!term.IsZero)
            {
                links.Add((term, heads[position]));
                heads[position] = links.Count - 1;
            }
        }

        public void Take(int position, List<Expr> terms)
        {
            for (var link = heads[position]; link >= 0; link = links[link].Next)
            {
                terms.Add(links[link].Term);
            }

            terms.Reverse(); // in the order in which they came
        }
    }
}
