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
    private int[] slots; // node id + 1, or 0 for an empty slot; the length is a power of two
    private int childCount;

    public NodeTable(int capacity)
    {
        heads = new uint[capacity];
        starts = new int[capacity + 1];
        children = new int[capacity * 2];
        slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)capacity * 4 / 3 + 1)];
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
        var mask = slots.Length - 1;
        var slot = (int)Hash(head, nodeChildren) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var candidate = slots[slot] - 1;
            if (heads[candidate] == head && ChildrenOf(candidate).SequenceEqual(nodeChildren))
            {
                return candidate;
            }
        }

        var id = Append(head, nodeChildren);
        slots[slot] = id + 1;
        if (Count > slots.Length / 4 * 3)
        {
            GrowSlots();
        }

        return id;
    }

    private int Append(uint head, ReadOnlySpan<int> nodeChildren)
    {
        if (Count == heads.Length)
        {
            Array.Resize(ref heads, heads.Length * 2);
            Array.Resize(ref starts, heads.Length + 1);
        }

        if (childCount + nodeChildren.Length > children.Length)
        {
            Array.Resize(ref children, Math.Max(children.Length * 2, childCount + nodeChildren.Length));
        }

        nodeChildren.CopyTo(children.AsSpan(childCount));
        childCount += nodeChildren.Length;
        heads[Count] = head;
        starts[Count + 1] = childCount;
        return Count++;
    }

    private void GrowSlots()
    {
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var id = 0; id < Count; id++)
        {
            var slot = (int)Hash(heads[id], ChildrenOf(id)) & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = id + 1;
        }
    }

    // Multiply and fold.
    private static uint Hash(uint head, ReadOnlySpan<int> nodeChildren)
    {
        var hash = head * Golden;
        foreach (var child in nodeChildren)
        {
            hash = (hash ^ (uint)child) * Golden;
            hash ^= hash >> 32;
        }

        return (uint)(hash >> 16);
    }
}
