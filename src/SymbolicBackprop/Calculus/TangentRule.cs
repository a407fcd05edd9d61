using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>The chain rule from the leaves up: what a node changes by, from what its children change by.</summary>
/// <param name="ofChild">What a node that has been visited changes by.</param>
internal sealed class TangentRule(Func<int, Expr> ofChild)
{
    private int[] partials = new int[8];
    private readonly List<Expr> terms = [];

    public Expr Of(Expr node)
    {
        var graph = node.Graph;
        terms.Clear();
        if (AnyChildChanges(node))
        {
            var count = node.ChildCount;
            if (partials.Length < count)
            {
                partials = new int[count];
            }

            LocalDerivative.Fill(graph, node.Id, partials.AsSpan(0, count));
            for (var k = 0; k < count; k++)
            {
                terms.Add(graph.SharedProduct(new Expr(graph, partials[k]), ofChild(node.Child(k).Id)));
            }
        }

        return graph.Sum(CollectionsMarshal.AsSpan(terms));
    }

    private bool AnyChildChanges(Expr node)
    {
        foreach (var child in node.Graph.ChildrenOf(node.Id))
        {
            if (!ofChild(child).IsZero)
            {
                return true;
            }
        }

        return false;
    }
}
