using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Numbers;

/// <summary>
/// What the quantities of a model are, and all that is made of them, where numbers are given for those without a definition. Each node
/// of the graph is worked out once.
/// </summary>
internal sealed class Valuation
{
    private readonly ExprGraph graph;
    private readonly Dictionary<int, BoundedNumber> nodes;

    private Valuation(ExprGraph graph, Dictionary<int, BoundedNumber> nodes) => (this.graph, this.nodes) = (graph, nodes);

    /// <summary>The values at given numbers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="given">A number for every quantity without a definition.</param>
    /// <param name="learningRate">The learning rate, where there is one.</param>
    public static Valuation Of(Model model, IReadOnlyDictionary<Symbol, BoundedNumber> given, Rational? learningRate = null)
    {
        var nodes = given.ToDictionary(each => model[each.Key].Node.Id, each => each.Value);
        if (learningRate is { } rate)
        {
            nodes[Meaning.LearningRateIn(model.Graph).Id] = BoundedNumber.Of(rate);
        }

        return new Valuation(model.Graph, nodes);
    }

    /// <summary>
    /// The values that somebody gets who takes other numbers for some given quantities once the others are computed: in products of
    /// factors the new numbers stand beside old activations.
    /// </summary>
    public Valuation WithLate(Model model, IEnumerable<(Variable Given, BoundedNumber Number)> changed)
    {
        var late = nodes.Where(node => graph.KindOf(node.Key) == ExprKind.Variable).ToDictionary();
        foreach (var variable in model.Variables)
        {
            late[variable.Node.Id] = Of(variable.Node);
        }

        foreach (var (given, number) in changed)
        {
            late[given.Node.Id] = number;
        }

        return new Valuation(graph, late);
    }

    /// <summary>The values that follow where some expressions have others than they should.</summary>
    public static Valuation Of(Model model, NumericExample example, IEnumerable<(Expr Expression, BoundedNumber Number)> mistaken)
    {
        var values = Of(model, example.Given, example.LearningRate);
        foreach (var (expression, number) in mistaken)
        {
            values.nodes[expression.Id] = number;
        }

        return values;
    }

    /// <summary>The value of an expression.</summary>
    /// <exception cref="KeyNotFoundException">It has a variable in it that no number is given for.</exception>
    public BoundedNumber Of(Expr expression)
    {
        if (nodes.TryGetValue(expression.Id, out var known))
        {
            return known;
        }

        foreach (var id in Fresh(expression.Id))
        {
            nodes.Add(id, ValueOf(id));
        }

        return nodes[expression.Id];
    }

    // Only what no expression before needed; children come before parents.
    private SortedSet<int> Fresh(int root)
    {
        var open = new Stack<int>([root]);
        var fresh = new SortedSet<int>();
        while (open.TryPop(out var id))
        {
            if (!nodes.ContainsKey(id) && fresh.Add(id))
            {
                foreach (var child in graph.ChildrenOf(id))
                {
                    open.Push(child);
                }
            }
        }

        return fresh;
    }

    private BoundedNumber ValueOf(int id)
    {
        BoundedNumber[] children = [.. graph.ChildrenOf(id).ToArray().Select(child => nodes[child])];
        return graph.KindOf(id) switch
        {
            ExprKind.Number => BoundedNumber.Of(graph.NumberOf(id)),
            ExprKind.Variable => children.Length == 1 ? children[0] : throw new KeyNotFoundException($"No number is given for {graph.NameOf(id)}."),
            ExprKind.Sum => children.Aggregate((sum, term) => sum + term),
            ExprKind.Product => children.Aggregate((product, factor) => product * factor),
            ExprKind.Power => children[0].Pow(new Expr(graph, id).Exponent),
            ExprKind.Function => BoundedNumber.Apply(children, graph.FunctionOf(id).Value),
            _ => throw new InvalidOperationException($"Unknown kind {graph.KindOf(id)}."),
        };
    }
}
