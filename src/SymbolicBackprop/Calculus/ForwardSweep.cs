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
        var rule = new TangentRule(child => tangents[nodes.IndexOf(child)]);
        for (var i = 0; i < tangents.Length; i++)
        {
            var node = new Expr(graph, nodes.Ids[i]);
            tangents[i] = node == variable && node.Kind != ExprKind.Number ? graph.One : rule.Of(node);
        }

        var results = new Expr[expressions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = tangents[nodes.IndexOf(expressions[i].Id)];
        }

        return results;
    }
}
