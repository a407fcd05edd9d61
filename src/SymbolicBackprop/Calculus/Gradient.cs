using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>The derivatives of one expression by everything that it depends on: the outcome of a reverse sweep.</summary>
public sealed class Gradient
{
    private readonly NodeSet nodes;
    private readonly int floor;
    private readonly Expr?[] adjoints;

    private Gradient(Expr root, NodeSet nodes, int floor, Expr?[] adjoints)
    {
        Root = root;
        this.nodes = nodes;
        this.floor = floor;
        this.adjoints = adjoints;
    }

    /// <summary>The expression that was differentiated.</summary>
    public Expr Root { get; }

    /// <summary>∂root/∂<paramref name="node"/> for any node but a number: a variable, or an intermediate quantity seen as one.</summary>
    /// <remarks>A sum within a sum is opened, a product within a product too: to differentiate by such a part, define a variable.</remarks>
    /// <exception cref="InvalidOperationException">The sweep was for other variables only.</exception>
    public Expr this[Expr node] => node.Kind == ExprKind.Number || (!nodes.Contains(Root.Graph.Own(node)) && node.Id >= floor)
        ? Root.Graph.Zero
        : (node.Id < floor ? null : adjoints[nodes.IndexOf(node.Id)])
            ?? throw new InvalidOperationException($"The derivative by '{node}' was not among those asked for.");

    /// <summary>Differentiates by everything in one sweep from the root down; the cost is that of the graph below the root.</summary>
    /// <param name="root">The expression to differentiate.</param>
    /// <param name="throughDefinitions">
    /// Whether variables count as functions of what they are defined by (total derivatives) or as independent (partial derivatives
    /// of the root's own definition).
    /// </param>
    /// <param name="by">
    /// What to differentiate by, or null for everything. The sweep ends at the first of these that was created; the derivatives of a
    /// network's loss by its inputs take as many nodes as those by the weights of the first layer.
    /// </param>
    public static Gradient Of(Expr root, bool throughDefinitions = true, IReadOnlyCollection<Expr>? by = null)
    {
        var graph = root.Graph;
        var floor = by is { Count: > 0 } ? by.Min(node => node.Id) : 0;
        var nodes = NodeSet.Below([root], throughDefinitions, floor);
        var wanted = Wanted(graph, nodes, by);
        var adjoints = new Expr?[nodes.Count];
        var pending = new Contributions(nodes.Count);
        var partials = new Expr[8];
        var terms = new List<Expr>();
        pending.Add(nodes.Count - 1, graph.One);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            if (!wanted[i])
            {
                continue;
            }

            terms.Clear();
            pending.Take(i, terms);
            var adjoint = graph.Sum(CollectionsMarshal.AsSpan(terms));
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
                var child = node.Child(k).Id;
                if (nodes.Contains(child) && wanted[nodes.IndexOf(child)])
                {
                    // The chain rule.
                    pending.Add(nodes.IndexOf(child), graph.SharedProduct(adjoint, partials[k]));
                }
            }
        }

        return new Gradient(root, nodes, floor, adjoints);
    }

    // Which nodes are differentiated by: all but numbers, or those that lie between the root and what is asked for.
    private static bool[] Wanted(ExprGraph graph, NodeSet nodes, IReadOnlyCollection<Expr>? by)
    {
        var wanted = new bool[nodes.Count];
        foreach (var node in by ?? [])
        {
            if (nodes.Contains(graph.Own(node)))
            {
                wanted[nodes.IndexOf(node.Id)] = true;
            }
        }

        for (var i = 0; i < wanted.Length; i++)
        {
            if (by is null)
            {
                wanted[i] = graph.KindOf(nodes.Ids[i]) != ExprKind.Number;
                continue;
            }

            foreach (var child in graph.ChildrenOf(nodes.Ids[i]))
            {
                wanted[i] |= nodes.Contains(child) && wanted[nodes.IndexOf(child)];
            }
        }

        return wanted;
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
