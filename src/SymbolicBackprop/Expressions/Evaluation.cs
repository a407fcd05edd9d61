namespace SymbolicBackprop.Expressions;

/// <summary>Values of expressions in double precision.</summary>
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

        var nodes = NodeSet.Below(expressions);
        var values = ValuesOf(expressions[0].Graph, nodes, valueOf);
        var results = new double[expressions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = values[nodes.IndexOf(expressions[i].Id)];
        }

        return results;
    }

    /// <summary>The values of all nodes of a set, by position.</summary>
    internal static double[] ValuesOf(ExprGraph graph, NodeSet nodes, Func<Expr, double> valueOf)
    {
        var values = new double[nodes.Count];
        var arguments = new double[8];
        for (var i = 0; i < values.Length; i++)
        {
            var id = nodes.Ids[i];
            var children = graph.ChildrenOf(id);
            switch (graph.KindOf(id))
            {
                case ExprKind.Number:
                    values[i] = (double)graph.NumberOf(id);
                    break;
                case ExprKind.Variable:
                    values[i] = children.IsEmpty ? valueOf(new Expr(graph, id)) : values[nodes.IndexOf(children[0])];
                    break;
                case ExprKind.Sum:
                    var sum = 0.0;
                    foreach (var child in children)
                    {
                        sum += values[nodes.IndexOf(child)];
                    }

                    values[i] = sum;
                    break;
                case ExprKind.Product:
                    var product = 1.0;
                    foreach (var child in children)
                    {
                        product *= values[nodes.IndexOf(child)];
                    }

                    values[i] = product;
                    break;
                case ExprKind.Power:
                    values[i] = Math.Pow(values[nodes.IndexOf(children[0])], values[nodes.IndexOf(children[1])]);
                    break;
                case ExprKind.Function:
                    if (arguments.Length < children.Length)
                    {
                        arguments = new double[children.Length];
                    }

                    for (var k = 0; k < children.Length; k++)
                    {
                        arguments[k] = values[nodes.IndexOf(children[k])];
                    }

                    values[i] = graph.FunctionOf(id).Value(arguments.AsSpan(0, children.Length));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown kind {graph.KindOf(id)}.");
            }
        }

        return values;
    }
}
