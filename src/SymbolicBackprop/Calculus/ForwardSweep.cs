using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Calculus;

/// <summary>Derivatives of many expressions in one direction: a sweep from the leaves up.</summary>
public static class ForwardSweep
{
    /// <summary>∂<paramref name="expression"/>/∂<paramref name="variable"/>, through definitions.</summary>
    /// <param name="expression">What to differentiate.</param>
    /// <param name="variable">A variable, or any node but a number seen as one.</param>
    public static Expr Derivative(this Expr expression, Expr variable) => Derivatives([expression], variable)[0];

    /// <summary>The derivatives of several expressions of one graph by one variable.</summary>
    /// <param name="expressions">What to differentiate.</param>
    /// <param name="variable">A variable, or any node but a number seen as one.</param>
    public static Expr[] Derivatives(ReadOnlySpan<Expr> expressions, Expr variable)
    {
        if (expressions.IsEmpty)
        {
            return [];
        }

        var graph = expressions[0].Graph;
        graph.Own(variable);
        var nodes = NodeSet.Below(expressions);
        var tangents = new Expr[nodes.Count];
        var partials = new int[8];
        var terms = new List<Expr>();
        for (var i = 0; i < tangents.Length; i++)
        {
            var node = new Expr(graph, nodes.Ids[i]);
            terms.Clear();
            var count = node.ChildCount;
            if (node == variable && node.Kind != ExprKind.Number)
            {
                terms.Add(graph.One);
            }
            else if (DependsOnVariable(node))
            {
                if (partials.Length < count)
                {
                    partials = new int[count];
                }

                LocalDerivative.Fill(graph, node.Id, partials.AsSpan(0, count));
                for (var k = 0; k < count; k++)
                {
                    // The chain rule.
                    terms.Add(graph.SharedProduct(new Expr(graph, partials[k]), tangents[nodes.IndexOf(node.Child(k).Id)]));
                }
            }

            tangents[i] = graph.Sum(CollectionsMarshal.AsSpan(terms));

            bool DependsOnVariable(Expr parent)
            {
                foreach (var child in graph.ChildrenOf(parent.Id))
                {
                    if (!tangents[nodes.IndexOf(child)].IsZero)
                    {
                        return true;
                    }
                }

                return false;
            }
        }

        var results = new Expr[expressions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = tangents[nodes.IndexOf(expressions[i].Id)];
        }

        return results;
    }
}
