namespace SymbolicBackprop.Expressions;

/// <summary>
/// Values of expressions in double precision, at one point. What is evaluated at many points is worth being compiled into a program.
/// </summary>
public static class Evaluation
{
    /// <summary>The value of an expression.</summary>
    /// <param name="expression">What to evaluate.</param>
    /// <param name="valueOf">The value of each variable that has no definition.</param>
    public static double Evaluate(this Expr expression, Func<Expr, double> valueOf) => Evaluate([expression], valueOf)[0];

    /// <summary>The values of several expressions of one graph, with common parts evaluated once.</summary>
    /// <param name="expressions">What to evaluate.</param>
    /// <param name="valueOf">The value of each variable that has no definition.</param>
    public static double[] Evaluate(ReadOnlySpan<Expr> expressions, Func<Expr, double> valueOf)
    {
        if (expressions.IsEmpty)
        {
            return [];
        }

        var graph = expressions[0].Graph;
        var nodes = NodeSet.Below(expressions);
        var values = new double[nodes.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueOf(graph, nodes.Ids[i], child => values[nodes.IndexOf(child)], valueOf);
        }

        var results = new double[expressions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = values[nodes.IndexOf(expressions[i].Id)];
        }

        return results;
    }

    /// <summary>The value of a node.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="id">The node.</param>
    /// <param name="valueOfChild">The values of what it depends on directly.</param>
    /// <param name="valueOf">The value of a variable that has no definition.</param>
    internal static double ValueOf(ExprGraph graph, int id, Func<int, double> valueOfChild, Func<Expr, double> valueOf)
    {
        var children = graph.ChildrenOf(id);
        switch (graph.KindOf(id))
        {
            case ExprKind.Number:
                return (double)graph.NumberOf(id);
            case ExprKind.Variable:
                return children.IsEmpty ? valueOf(new Expr(graph, id)) : valueOfChild(children[0]);
            case ExprKind.Sum:
                var sum = 0.0;
                foreach (var child in children)
                {
                    sum += valueOfChild(child);
                }

                return sum;
            case ExprKind.Product:
                var product = 1.0;
                foreach (var child in children)
                {
                    product *= valueOfChild(child);
                }

                return product;
            case ExprKind.Power:
                return Powers.Value(valueOfChild(children[0]), graph.NumberOf(children[1]));
            case ExprKind.Function:
                Span<double> arguments = children.Length <= 8 ? stackalloc double[8] : new double[children.Length];
                for (var k = 0; k < children.Length; k++)
                {
                    arguments[k] = valueOfChild(children[k]);
                }

                return graph.FunctionOf(id).Value(arguments[..children.Length]);
            default:
                throw new InvalidOperationException($"Unknown kind {graph.KindOf(id)}.");
        }
    }
}
