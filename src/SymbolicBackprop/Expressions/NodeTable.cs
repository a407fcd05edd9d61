namespace SymbolicBackprop.Expressions;

/// <summary>
/// The arena: nodes are rows of plain arrays in creation order, found again through an open-addressing table. There is no object
/// per node.
/// </summary>
internal sealed class NodeTable
{
    private const int KindBits = 3;

    // The odd integer nearest 2⁶⁴/φ (D. Knuth, The Art of Computer Programming, vol. 3, 6.4).
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private uint[] heads;
    private int[] starts;
    private int[] children;
    private int[] slots; // node id + 1, or 0 for an empty slot
    private int childCount;

    public NodeTable(int capacity)
    {
        heads = new uint[capacity];
        starts = new int[capacity + 1];
        children = new int[capacity * 2];
        slots = new int[capacity * 2];
    }

    /// <summary>The number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>All bytes held, spare capacity included.</summary>
    public long Bytes => 4L * (heads.Length + starts.Length + children.Length + slots.Length);

    public ExprKind KindOf(int id) => (ExprKind)(heads[id] & ((1u << KindBits) - 1));

    /// <summary>What the kind needs besides children: an index of a number, a name or a function.</summary>
    public int PayloadOf(int id) => (int)(heads[id] >> KindBits);

    public ReadOnlySpan<int> ChildrenOf(int id) => children.AsSpan(starts[id], starts[id + 1] - starts[id]);

    /// <summary>The node with this content: the one that is there, or a new one.</summary>
    public int Intern(ExprKind kind, int payload, ReadOnlySpan<int> nodeChildren)
    {
        var head = (uint)kind | ((uint)payload << KindBits);
        var slot = FirstSlot(head, nodeChildren);
        for (; slots[slot] != 0; slot = NextSlot(slot))
        {
            var candidate = slots[slot] - 1;
            if (heads[candidate] == head && ChildrenOf(candidate).SequenceEqual(nodeChildren))
            {
                return candidate;
            }
        }

        var id = Append(head, nodeChildren);
        slots[slot] = id + 1;
        // With two thirds of the slots taken, a new node looks at 5 of them on average; with three quarters at 8.5 (Knuth, 6.4).
        if (Count > slots.Length / 3 * 2)
        {
            GrowSlots();
        }

        return id;
    }

    private int Append(uint head, ReadOnlySpan<int> nodeChildren)
    {
        if (Count == heads.Length)
        {
            Array.Resize(ref heads, Grown(heads.Length));
            Array.Resize(ref starts, heads.Length + 1);
        }

        if (childCount + nodeChildren.Length > children.Length)
        {
            Array.Resize(ref children, Math.Max(Grown(children.Length), childCount + nodeChildren.Length));
        }

        nodeChildren.CopyTo(children.AsSpan(childCount));
        childCount += nodeChildren.Length;
        heads[Count] = head;
        starts[Count + 1] = childCount;
        return Count++;
    }

    private void GrowSlots()
    {
        slots = new int[slots.Length / 2 * 3];
        for (var id = 0; id < Count; id++)
        {
            var slot = FirstSlot(heads[id], ChildrenOf(id));
            while (slots[slot] != 0)
            {
                slot = NextSlot(slot);
            }

            slots[slot] = id + 1;
        }
    }

    // By a quarter, not twofold: graphs are large, and their spare room counts.
    private static int Grown(int length) => length + (length / 4);

    // The hash as a fraction of the table.
    private int FirstSlot(uint head, ReadOnlySpan<int> nodeChildren) =>
        (int)(((ulong)Hash(head, nodeChildren) * (ulong)slots.Length) >> 32);

    private int NextSlot(int slot) => slot + 1 < slots.Length ? slot + 1 : 0;

    // Multiply and fold.
    private static uint Hash(uint head, ReadOnlySpan<int> nodeChildren)
    {
        var hash = head * Golden;
        foreach (var child in nodeChildren)
        {
            hash = (hash ^ (uint)child) * Golden;
            hash ^= hash >> 32;
        }

        return (uint)((hash * Golden) >> 32);
    }
}
