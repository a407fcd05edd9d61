using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>
/// The derivatives of one node by its children. The chain rule itself is not here: the two sweeps apply it, each in one place.
/// </summary>
internal static class LocalDerivative
{
    /// <summary>Fills in ∂node/∂child for each position. Children that stand at several positions get one entry each.</summary>
    /// <param name="node">A node of any kind.</param>
    /// <param name="partials">Room for one expression a child.</param>
    public static void Fill(Expr node, Span<Expr> partials)
    {
        var graph = node.Graph;
        switch (node.Kind)
        {
            case ExprKind.Number:
                break;
            case ExprKind.Variable:
            case ExprKind.Sum:
                partials.Fill(graph.One);
                break;
            case ExprKind.Product:
                FillProduct(node, partials);
                break;
            case ExprKind.Power:
                partials[0] = node.Exponent * node.Child(0).Pow(node.Exponent - 1);
                partials[1] = graph.Zero; // exponents are numbers
                break;
            case ExprKind.Function:
                Expr[] arguments = [.. node.Children()];
                for (var k = 0; k < arguments.Length; k++)
                {
                    partials[k] = node.Function.Partials[k](arguments, node);
                }

                break;
            default:
                throw new InvalidOperationException($"Unknown kind {node.Kind}.");
        }
    }

    // The product of all factors but one, for each of them, from running products of what stands before and after: linear in
    // the number of factors.
    private static void FillProduct(Expr node, Span<Expr> partials)
    {
        var graph = node.Graph;
        var count = partials.Length;
        if (count == 2)
        {
            (partials[0], partials[1]) = (node.Child(1), node.Child(0));
            return;
        }

        partials[0] = graph.One;
        for (var k = 1; k < count; k++)
        {
            partials[k] = partials[k - 1] * node.Child(k - 1);
        }

        var after = graph.One;
        for (var k = count - 1; k > 0; k--)
        {
            partials[k] *= after;
            after *= node.Child(k);
        }

        partials[0] = after;
    }
}
