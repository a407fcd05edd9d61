using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>
/// The derivatives of one node by its children. The chain rule itself is not here: the two sweeps apply it, each in one place.
/// </summary>
internal static class LocalDerivative
{
    /// <summary>Fills in ∂node/∂child for each position. Children that stand at several positions get one entry each.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="id">A node of any kind.</param>
    /// <param name="partials">Room for one node a child.</param>
    public static void Fill(ExprGraph graph, int id, Span<int> partials)
    {
        switch (graph.KindOf(id))
        {
            case ExprKind.Number:
                break;
            case ExprKind.Variable:
            case ExprKind.Sum:
                partials.Fill(graph.One.Id);
                break;
            case ExprKind.Product when partials.Length == 2:
                var factors = graph.ChildrenOf(id);
                (partials[0], partials[1]) = (factors[1], factors[0]);
                break;
            case ExprKind.Product:
                FillProduct(new Expr(graph, id), partials);
                break;
            case ExprKind.Power:
                var power = new Expr(graph, id);
                partials[0] = (power.Exponent * power.Child(0).Pow(power.Exponent - 1)).Id;
                partials[1] = graph.Zero.Id; // exponents are numbers
                break;
            case ExprKind.Function:
                var result = new Expr(graph, id);
                var arguments = new Expr[partials.Length];
                for (var k = 0; k < arguments.Length; k++)
                {
                    arguments[k] = result.Child(k);
                }

                for (var k = 0; k < arguments.Length; k++)
                {
                    partials[k] = graph.Own(result.Function.Partials[k](arguments, result));
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown kind {graph.KindOf(id)}.");
        }
    }

    // The product of all factors but one, for each of them, from running products of what stands before and after: linear in
    // the number of factors.
    private static void FillProduct(Expr node, Span<int> partials)
    {
        var graph = node.Graph;
        var count = partials.Length;
        var before = graph.One;
        for (var k = 0; k < count; k++)
        {
            partials[k] = before.Id;
            before = k < count - 1 ? before * node.Child(k) : before;
        }

        var after = graph.One;
        for (var k = count - 1; k > 0; k--)
        {
            partials[k] = (new Expr(graph, partials[k]) * after).Id;
            after *= node.Child(k);
        }

        partials[0] = after.Id;
    }
}
