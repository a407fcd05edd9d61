using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// What has to be computed for some roots, by position in the part of the graph below them: nothing that no root needs, no variable
/// that only names something else, and no product that goes into one sum alone.
/// </summary>
internal sealed class Selection
{
    private const int Root = 2; // as many uses as make a product a quantity of its own

    private readonly int[] operands; // of all nodes one after another, as positions, names seen through
    private readonly int[] starts;
    private readonly byte[] uses; // 0, 1 or more
    private readonly bool[] given;

    private Selection(ExprGraph graph, NodeSet nodes, ReadOnlySpan<Expr> roots, ReadOnlySpan<Expr> totals, ReadOnlySpan<Expr> inputs)
    {
        (Graph, Nodes) = (graph, nodes);
        var count = nodes.Count;
        (starts, uses, given) = (new int[count + 1], new byte[count], new bool[count]);
        foreach (var input in inputs)
        {
            if (nodes.Contains(graph.Own(input)))
            {
                given[nodes.IndexOf(input.Id)] = true;
            }
        }

        operands = Operands(out var named);
        Roots = Use(roots, named, Root);
        Totals = Use(totals, named, 1);
        CountUses();
    }

    public ExprGraph Graph { get; }

    public NodeSet Nodes { get; }

    /// <summary>The positions of the roots.</summary>
    public int[] Roots { get; }

    /// <summary>The positions of the totals.</summary>
    public int[] Totals { get; }

    /// <summary>Selects what roots and totals need.</summary>
    /// <param name="roots">Expressions of one graph.</param>
    /// <param name="totals">Expressions of that graph which are added up over samples. There is one root or total at least.</param>
    /// <param name="inputs">What is given. The definitions of these are not looked into.</param>
    /// <exception cref="ArgumentException">A root depends on a variable that is neither given nor defined.</exception>
    public static Selection Of(ReadOnlySpan<Expr> roots, ReadOnlySpan<Expr> totals, ReadOnlySpan<Expr> inputs)
    {
        Expr[] all = [.. roots, .. totals];
        return all.Length == 0
            ? throw new ArgumentException("There is nothing to compile.")
            : new(all[0].Graph, NodeSet.Below(all), roots, totals, inputs);
    }

    /// <summary>The kind of a node; a variable is an input.</summary>
    public ExprKind KindOf(int position) => given[position] ? ExprKind.Variable : Graph.KindOf(Nodes.Ids[position]);

    /// <summary>The positions of what a node is made of; of a power its base alone.</summary>
    public ReadOnlySpan<int> OperandsOf(int position) => operands.AsSpan(starts[position], starts[position + 1] - starts[position]);

    /// <summary>The exponent of a power.</summary>
    public Rational ExponentOf(int position) => Graph.NumberOf(Graph.ChildrenOf(Nodes.Ids[position])[1]);

    /// <summary>The function that a node applies.</summary>
    public Function FunctionOf(int position) => Graph.FunctionOf(Nodes.Ids[position]);

    /// <summary>Whether any root needs the node.</summary>
    public bool Needs(int position) => uses[position] > 0;

    /// <summary>Whether a node is a product of two factors and used once, so that it can be a part of the sum or total that uses it.</summary>
    public bool IsTerm(int position) => uses[position] == 1 && KindOf(position) == ExprKind.Product && OperandsOf(position).Length == 2;

    private int[] Use(ReadOnlySpan<Expr> expressions, int[] named, int times)
    {
        var positions = new int[expressions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = named[Nodes.IndexOf(Graph.Own(expressions[i]))];
            uses[positions[i]] = (byte)Math.Min(uses[positions[i]] + times, Root);
        }

        return positions;
    }

    private int[] Operands(out int[] named)
    {
        var list = new List<int>(Nodes.Count * 2);
        named = new int[Nodes.Count];
        for (var i = 0; i < named.Length; i++)
        {
            named[i] = i;
            var children = given[i] ? [] : Graph.ChildrenOf(Nodes.Ids[i]);
            switch (KindOf(i))
            {
                case ExprKind.Variable when children.Length == 1:
                    named[i] = named[Nodes.IndexOf(children[0])];
                    break;
                case ExprKind.Power:
                    list.Add(named[Nodes.IndexOf(children[0])]);
                    break;
                default:
                    foreach (var child in children)
                    {
                        list.Add(named[Nodes.IndexOf(child)]);
                    }

                    break;
            }

            starts[i + 1] = list.Count;
        }

        return [.. list];
    }

    private void CountUses()
    {
        for (var i = Nodes.Count - 1; i >= 0; i--)
        {
            if (uses[i] == 0)
            {
                continue;
            }

            if (!given[i] && Graph.KindOf(Nodes.Ids[i]) == ExprKind.Variable)
            {
                throw new ArgumentException($"The variable '{Graph.NameOf(Nodes.Ids[i])}' has no definition and is not among the inputs.");
            }

            var isSum = KindOf(i) == ExprKind.Sum;
            foreach (var operand in OperandsOf(i))
            {
                // In anything but a sum, a product is a quantity of its own.
                uses[operand] = (byte)Math.Min(uses[operand] + (isSum ? 1 : Root), Root);
            }
        }
    }
}
