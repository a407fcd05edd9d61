using System.Numerics;

namespace SymbolicBackprop.Expressions;

/// <summary>
/// The nodes that given roots depend on, in creation order, so that children come before parents. A node's position in the set
/// indexes the arrays of a sweep: a sweep costs as much as the part of the graph that it visits.
/// </summary>
internal sealed class NodeSet
{
    private readonly ExprGraph graph;
    private readonly ulong[] bits;
    private readonly int[] ranks; // how many members come before each word of bits
    private readonly int[] ids;

    private NodeSet(ExprGraph graph, ulong[] bits)
    {
        this.graph = graph;
        this.bits = bits;
        ranks = new int[bits.Length];
        var count = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            ranks[word] = count;
            count += BitOperations.PopCount(bits[word]);
        }

        ids = new int[count];
        var position = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                ids[position++] = (word * 64) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>The members, ascending.</summary>
    public ReadOnlySpan<int> Ids => ids;

    /// <summary>The same as expressions.</summary>
    public IEnumerable<Expr> Nodes => ids.Select(id => new Expr(graph, id));

    public int Count => ids.Length;

    /// <summary>Collects what the roots depend on.</summary>
    /// <param name="roots">Expressions of one graph, at least one.</param>
    /// <param name="throughDefinitions">Whether to go on from a variable to its definition. The roots themselves are always opened.</param>
    /// <param name="floor">The first node that is of interest: those created before it, and all that they depend on, are left out.</param>
    public static NodeSet Below(ReadOnlySpan<Expr> roots, bool throughDefinitions = true, int floor = 0)
    {
        var graph = roots[0].Graph;
        var top = 0;
        foreach (var root in roots)
        {
            graph.Own(root);
            top = Math.Max(top, root.Id);
        }

        var bits = new ulong[(top / 64) + 1];
        foreach (var root in roots)
        {
            bits[root.Id / 64] |= 1UL << (root.Id % 64);
            if (!throughDefinitions && root.Definition is { } definition)
            {
                bits[definition.Id / 64] |= 1UL << (definition.Id % 64);
            }
        }

        for (var word = bits.Length - 1; word >= floor / 64; word--)
        {
            // Children of a node may lie in the same word, so each round takes the highest bit not yet opened.
            for (var open = bits[word]; open != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(open);
                var id = (word * 64) + bit;
                if (throughDefinitions || graph.KindOf(id) != ExprKind.Variable)
                {
                    foreach (var child in graph.ChildrenOf(id))
                    {
                        if (child >= floor)
                        {
                            bits[child / 64] |= 1UL << (child % 64);
                        }
                    }
                }

                open = bits[word] & ((1UL << bit) - 1);
            }
        }

        return new NodeSet(graph, bits);
    }

    public bool Contains(int id) => id >> 6 < bits.Length && (bits[id >> 6] >> id & 1) != 0;

    /// <summary>The position of a node among <see cref="Ids"/>, if it is a member.</summary>
    public bool TryIndexOf(int id, out int position)
    {
        var isMember = Contains(id);
        position = isMember ? IndexOf(id) : -1;
        return isMember;
    }

    /// <summary>The position of a member among <see cref="Ids"/>.</summary>
    public int IndexOf(int id)
    {
        var word = id >> 6;
        return ranks[word] + BitOperations.PopCount(bits[word] & ((1UL << id) - 1));
    }
}
