using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// The order in which selected nodes are computed: by how much has to be computed before, and what is computed alike side by side. The
/// units of a layer so get neighbouring registers, and one instruction can go over all of them.
/// </summary>
internal sealed class Schedule
{
    private readonly int[] starts;

    /// <summary>Orders what is to be computed.</summary>
    public Schedule(Selection selection)
    {
        var levels = Levels(selection, out var sizes);
        starts = new int[sizes.Count + 1];
        for (var level = 0; level < sizes.Count; level++)
        {
            starts[level + 1] = starts[level] + sizes[level];
        }

        var keys = new long[starts[^1]];
        var next = starts.AsSpan().ToArray();
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] > 0)
            {
                keys[next[levels[i]]++] = ((long)ShapeOf(selection, i) << 32) | (uint)i;
            }
        }

        for (var level = 0; level < LevelCount; level++)
        {
            keys.AsSpan(starts[level]..starts[level + 1]).Sort();
        }

        Order = Array.ConvertAll(keys, key => (int)(uint)key);
    }

    /// <summary>The positions of all nodes that are to be computed.</summary>
    public int[] Order { get; }

    /// <summary>The number of levels.</summary>
    public int LevelCount => starts.Length - 1;

    /// <summary>The part of the order that depends on former levels alone, so that its own order does not matter.</summary>
    public ReadOnlySpan<int> Level(int level) => Order.AsSpan(starts[level]..starts[level + 1]);

    // How many nodes come one after another before each node and with it; 0 for what is given and for what is part of a sum.
    private static int[] Levels(Selection selection, out List<int> sizes)
    {
        var levels = new int[selection.Nodes.Count];
        sizes = [0];
        for (var i = 0; i < levels.Length; i++)
        {
            if (!selection.Needs(i) || selection.KindOf(i) is ExprKind.Number or ExprKind.Variable || selection.IsTerm(i))
            {
                continue;
            }

            foreach (var operand in selection.OperandsOf(i))
            {
                levels[i] = Math.Max(levels[i], levels[operand]);
                if (selection.IsTerm(operand))
                {
                    var factors = selection.OperandsOf(operand);
                    levels[i] = Math.Max(levels[i], Math.Max(levels[factors[0]], levels[factors[1]]));
                }
            }

            if (++levels[i] == sizes.Count)
            {
                sizes.Add(0);
            }

            sizes[levels[i]]++;
        }

        return levels;
    }

    private static int ShapeOf(Selection selection, int position) =>
        ((int)selection.KindOf(position) << 24) | Math.Min(selection.OperandsOf(position).Length, (1 << 24) - 1);
}
