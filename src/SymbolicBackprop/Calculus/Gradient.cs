using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>The derivatives of one expression by everything that it depends on: the outcome of a reverse sweep.</summary>
public sealed class Gradient
{
    private readonly NodeSet nodes;
    private readonly int floor;
    private readonly bool[] wanted;
    private readonly int[] adjoints;

    private Gradient(Expr root, NodeSet nodes, int floor, bool[] wanted, int[] adjoints)
    {
        Root = root;
        this.nodes = nodes;
        this.floor = floor;
        this.wanted = wanted;
        this.adjoints = adjoints;
    }

    /// <summary>The expression that was differentiated.</summary>
    public Expr Root { get; }

    /// <summary>∂root/∂<paramref name="node"/> for any node but a number: a variable, or an intermediate quantity seen as one.</summary>
    /// <remarks>A sum within a sum is opened, a product within a product too: to differentiate by such a part, define a variable.</remarks>
    /// <exception cref="InvalidOperationException">The sweep was for other variables only.</exception>
    public Expr this[Expr node] => Root.Graph.Own(node) >= floor && !nodes.Contains(node.Id) || node.Kind == ExprKind.Number ? Root.Graph.Zero
        : node.Id >= floor && nodes.IndexOf(node.Id) is var position && wanted[position] ? new Expr(Root.Graph, adjoints[position])
        : throw new InvalidOperationException($"The derivative by '{node}' was not among those asked for.");

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
        ReadOnlySpan<Expr> sought = by as Expr[] ?? [.. by ?? []];
        var floor = Earliest(sought);
        var nodes = NodeSet.Below([root], throughDefinitions, floor);
        var wanted = new bool[nodes.Count];
        foreach (var node in sought)
        {
            if (nodes.TryIndexOf(graph.Own(node), out var position))
            {
                wanted[position] = true;
            }
        }

        var fresh = SpreadUp(graph, nodes, wanted, isAll: by is null);
        graph.Reserve(fresh, 2 * fresh);
        var adjoints = new Contributions(graph, nodes.Count);
        var partials = new int[8];
        adjoints.Add(nodes.Count - 1, graph.One.Id);
        for (var i = nodes.Count - 1; i >= 0; i--)
        {
            if (!wanted[i])
            {
                continue;
            }

            var adjoint = adjoints.Collect(i);
            var id = nodes.Ids[i];
            var children = graph.ChildrenOf(id);
            if (children.IsEmpty || adjoint == graph.Zero.Id || (!throughDefinitions && id != root.Id && graph.KindOf(id) == ExprKind.Variable))
            {
                continue;
            }

            if (partials.Length < children.Length)
            {
                partials = new int[children.Length];
            }

            LocalDerivative.Fill(graph, id, partials.AsSpan(0, children.Length));
            for (var k = 0; k < children.Length; k++)
            {
                if (nodes.TryIndexOf(children[k], out var child) && wanted[child])
                {
                    // The chain rule.
                    adjoints.Add(child, graph.SharedProduct(adjoint, partials[k]));
                }
            }
        }

        return new Gradient(root, nodes, floor, wanted, adjoints.Collected);
    }

    private static int Earliest(ReadOnlySpan<Expr> expressions)
    {
        var earliest = expressions.IsEmpty ? 0 : int.MaxValue;
        foreach (var expression in expressions)
        {
            earliest = Math.Min(earliest, expression.Id);
        }

        return earliest;
    }

    // Which nodes are differentiated by: all but numbers, or those that lie between the root and what is asked for. Gives about how
    // many nodes that takes: a product for each child, and some more for the derivative of a function and the sum around it.
    private static int SpreadUp(ExprGraph graph, NodeSet nodes, bool[] wanted, bool isAll)
    {
        var fresh = 0;
        for (var i = 0; i < wanted.Length; i++)
        {
            var kind = graph.KindOf(nodes.Ids[i]);
            var multiplies = kind is ExprKind.Product or ExprKind.Power or ExprKind.Function;
            wanted[i] |= isAll && kind != ExprKind.Number;
            fresh += kind == ExprKind.Function ? 4 : 0;
            foreach (var child in graph.ChildrenOf(nodes.Ids[i]))
            {
                if (nodes.TryIndexOf(child, out var position) && wanted[position])
                {
                    wanted[i] = true;
                    if (!multiplies)
                    {
                        break;
                    }

                    fresh++;
                }
            }
        }

        return fresh;
    }

    /// <summary>The terms that add up to each node's adjoint, and then the adjoint.</summary>
    private sealed class Contributions(ExprGraph graph, int count)
    {
        // A term, 0 for none, or the complement of where the last of several terms stands among the links.
        private readonly int[] entries = new int[count];

        // A ring for each node with several terms: the last one points to the first.
        private (int Term, int Next)[] links = new (int, int)[16];
        private int linkCount;
        private int[] terms = new int[16];

        /// <summary>The adjoints of those nodes that have been collected.</summary>
        public int[] Collected => entries;

        public void Add(int position, int term)
        {
            ref var entry = ref entries[position];
            if (term == graph.Zero.Id)
            {
                return;
            }

            if (entry == 0)
            {
                entry = term;
                return;
            }

            if (linkCount + 2 > links.Length)
            {
                Array.Resize(ref links, 2 * links.Length);
            }

            if (entry > 0)
            {
                links[linkCount] = (entry, linkCount);
                entry = ~linkCount++;
            }

            var last = ~entry;
            links[linkCount] = (term, links[last].Next);
            links[last].Next = linkCount;
            entry = ~linkCount++;
        }

        /// <summary>The sum of a node's terms, in the order in which they came.</summary>
        public int Collect(int position)
        {
            ref var entry = ref entries[position];
            if (entry < 0)
            {
                var (last, size) = (~entry, 0);
                var link = last;
                do
                {
                    link = links[link].Next;
                    if (size == terms.Length)
                    {
                        Array.Resize(ref terms, 2 * size);
                    }

                    terms[size++] = links[link].Term;
                }
                while (link != last);
                entry = graph.Sum(terms.AsSpan(0, size));
            }

            return entry;
        }
    }
}
