using System.Numerics;
using System.Runtime.CompilerServices;

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
    private int childCount;

    // Node id + 1 in the lower bits, 0 for an empty slot; in the bits above it a part of the node's hash, so that hardly any node but
    // the one that is looked for has to be looked at.
    private uint[] slots;
    private uint idMask;
    private int slotsTaken;

    public NodeTable(int capacity)
    {
        heads = new uint[capacity];
        starts = new int[capacity + 1];
        children = new int[capacity * 2];
        slots = new uint[capacity * 2];
        idMask = OnesUpTo(slots.Length);
    }

    private NodeTable(NodeTable original)
    {
        (heads, starts, children, slots) = ([.. original.heads], [.. original.starts], [.. original.children], [.. original.slots]);
        (childCount, idMask, slotsTaken, Count) = (original.childCount, original.idMask, original.slotsTaken, original.Count);
    }

    /// <summary>The number of nodes.</summary>
    public int Count { get; private set; }

    /// <summary>All bytes held, spare capacity included.</summary>
    public long Bytes => 4L * (heads.Length + starts.Length + children.Length + slots.Length);

    /// <summary>The same nodes in a table that grows by itself.</summary>
    public NodeTable Copy() => new(this);

    public ExprKind KindOf(int id) => (ExprKind)(heads[id] & ((1u << KindBits) - 1));

    /// <summary>What the kind needs besides children: an index of a number, a name or a function.</summary>
    public int PayloadOf(int id) => (int)(heads[id] >> KindBits);

    public ReadOnlySpan<int> ChildrenOf(int id) => children.AsSpan(starts[id], starts[id + 1] - starts[id]);

    /// <summary>Makes room for nodes that are to come, so that the arrays need not grow while they come.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="found">How many of them are found again by their content.</param>
    /// <param name="nodeChildren">How many children they have together.</param>
    public void Reserve(int nodes, int found, int nodeChildren)
    {
        if (Count + nodes > heads.Length)
        {
            ResizeNodes(Count + nodes);
        }

        if (childCount + nodeChildren > children.Length)
        {
            Array.Resize(ref children, childCount + nodeChildren);
        }

        if (slotsTaken + found > Most(slots.Length))
        {
            RemakeSlots((int)Math.Min((slotsTaken + found) * 2L, Array.MaxLength));
        }
    }

    /// <summary>A new node that is equal to no other whatever its content: a number or a variable, which others keep track of.</summary>
    public int Add(ExprKind kind, int payload, ReadOnlySpan<int> nodeChildren) => Append(Head(kind, payload), nodeChildren);

    /// <summary>The node with this content: the one that is there, or a new one.</summary>
    public int Intern(ExprKind kind, int payload, ReadOnlySpan<int> nodeChildren)
    {
        var head = Head(kind, payload);
        var hash = Hash(head, nodeChildren);
        var slot = FirstSlot(hash);
        for (; slots[slot] != 0; slot = NextSlot(slot))
        {
            if (((slots[slot] ^ (uint)hash) & ~idMask) == 0)
            {
                var candidate = (int)(slots[slot] & idMask) - 1;
                if (heads[candidate] == head && ChildrenOf(candidate).SequenceEqual(nodeChildren))
                {
                    return candidate;
                }
            }
        }

        var id = Append(head, nodeChildren);
        if (slotsTaken == Most(slots.Length))
        {
            RemakeSlots(slots.Length / 2 * 3);
        }
        else if (id >= idMask)
        {
            RemakeSlots(slots.Length);
        }
        else
        {
            slots[slot] = ((uint)hash & ~idMask) | (uint)(id + 1);
            slotsTaken++;
        }

        return id;
    }

    private static uint Head(ExprKind kind, int payload) => (uint)kind | ((uint)payload << KindBits);

    private int Append(uint head, ReadOnlySpan<int> nodeChildren)
    {
        if (Count == heads.Length)
        {
            ResizeNodes(Grown(heads.Length));
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

    private void ResizeNodes(int length)
    {
        Array.Resize(ref heads, length);
        Array.Resize(ref starts, length + 1);
    }

    private void RemakeSlots(int length)
    {
        slots = new uint[length];
        idMask = OnesUpTo(Math.Max(length, Count + (Count / 2)));
        slotsTaken = 0;
        for (var id = 0; id < Count; id++)
        {
            if (KindOf(id) is ExprKind.Number or ExprKind.Variable)
            {
                continue;
            }

            var hash = Hash(heads[id], ChildrenOf(id));
            var slot = FirstSlot(hash);
            while (slots[slot] != 0)
            {
                slot = NextSlot(slot);
            }

            slots[slot] = ((uint)hash & ~idMask) | (uint)(id + 1);
            slotsTaken++;
        }
    }

    // With two thirds of the slots taken, a new node looks at 5 of them on average; with three quarters at 8.5 (Knuth, 6.4).
    private static int Most(int slotCount) => slotCount / 3 * 2;

    private static uint OnesUpTo(int number) => uint.MaxValue >> BitOperations.LeadingZeroCount((uint)number);

    // By a quarter, not twofold: graphs are large, and their spare room counts.
    private static int Grown(int length) => length + (length / 4);

    // The upper half of the hash as a fraction of the table.
    private int FirstSlot(ulong hash) => (int)(((hash >> 32) * (ulong)slots.Length) >> 32);

    private int NextSlot(int slot) => slot + 1 < slots.Length ? slot + 1 : 0;

    // Multiply and fold.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(uint head, ReadOnlySpan<int> nodeChildren)
    {
        var hash = head * Golden;
        foreach (var child in nodeChildren)
        {
            hash = (hash ^ (uint)child) * Golden;
            hash ^= hash >> 32;
        }

        return hash * Golden;
    }
}
