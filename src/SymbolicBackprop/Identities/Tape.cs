using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Identities;

/// <summary>What a step of a <see cref="Tape"/> does.</summary>
internal enum Operation : byte
{
    /// <summary>A rational number.</summary>
    Number,

    /// <summary>A variable that stands for nothing else.</summary>
    Leaf,

    /// <summary>A variable that stands for the step which is its child.</summary>
    Copy,

    /// <summary>The sum of the children.</summary>
    Sum,

    /// <summary>The product of the children.</summary>
    Product,

    /// <summary>The child to an integer power.</summary>
    IntegerPower,

    /// <summary>The child to a power that is not an integer.</summary>
    Root,

    /// <summary>e to the child.</summary>
    Exp,

    /// <summary>A function that is not reduced to the others.</summary>
    Opaque,
}

/// <summary>
/// The part of a graph that given expressions depend on, with definitions of functions opened, as a list of steps. Children come
/// before parents and are given by their positions, so that evaluating it many times needs no look-ups.
/// </summary>
internal sealed class Tape
{
    private readonly ExprGraph graph;
    private readonly NodeSet nodes;
    private readonly int[] starts;
    private readonly int[] children;

    private Tape(Expr[] roots)
    {
        graph = roots[0].Graph;
        nodes = NodeSet.Below(roots);
        Operations = new Operation[nodes.Count];
        starts = new int[nodes.Count + 1];
        var list = new List<int>(nodes.Count * 2);
        for (var i = 0; i < nodes.Count; i++)
        {
            var id = nodes.Ids[i];
            var operands = graph.ChildrenOf(id);
            Operations[i] = OperationOf(id, operands.Length);
            if (graph.KindOf(id) == ExprKind.Power)
            {
                operands = operands[..1]; // the exponent is a number and read from the graph
            }

            foreach (var child in operands)
            {
                list.Add(nodes.IndexOf(child));
            }

            starts[i + 1] = list.Count;
        }

        children = [.. list];
        Roots = Array.ConvertAll(roots, root => nodes.IndexOf(root.Id));
    }

    public Operation[] Operations { get; }

    public int Count => Operations.Length;

    /// <summary>The positions of the roots, in the order in which they were given.</summary>
    public int[] Roots { get; }

    /// <summary>Writes a tape.</summary>
    /// <param name="roots">Expressions of one graph, at least one.</param>
    public static Tape Of(ReadOnlySpan<Expr> roots) => new(DefinitionOpening.Open(roots));

    public ReadOnlySpan<int> ChildrenOf(int position) => children.AsSpan(starts[position], starts[position + 1] - starts[position]);

    public Rational NumberAt(int position) => graph.NumberOf(nodes.Ids[position]);

    public Rational ExponentAt(int position) => new Expr(graph, nodes.Ids[position]).Exponent;

    public Function FunctionAt(int position) => graph.FunctionOf(nodes.Ids[position]);

    public string NameAt(int position) => graph.NameOf(nodes.Ids[position]);

    private Operation OperationOf(int id, int childCount) => graph.KindOf(id) switch
    {
        ExprKind.Number => Operation.Number,
        ExprKind.Variable => childCount == 0 ? Operation.Leaf : Operation.Copy,
        ExprKind.Sum => Operation.Sum,
        ExprKind.Product => Operation.Product,
        ExprKind.Power => new Expr(graph, id).Exponent.IsInteger ? Operation.IntegerPower : Operation.Root,
        ExprKind.Function => graph.FunctionOf(id) == StandardFunctions.Exp ? Operation.Exp : Operation.Opaque,
        _ => throw new InvalidOperationException($"Unknown kind {graph.KindOf(id)}."),
    };
}
