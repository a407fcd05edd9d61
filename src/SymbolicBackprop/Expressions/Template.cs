namespace SymbolicBackprop.Expressions;

/// <summary>
/// An expression that is made again and again, each time with something else in the place of its variables: the derivative of an
/// activation, for each unit. What <see cref="Substitution"/> finds out about an expression each time is found out once.
/// </summary>
internal sealed class Template
{
    private readonly Expr[] nodes; // children before parents
    private readonly int[] places; // of the children of each node among the nodes; for a variable, the position of what stands for it
    private readonly int[] starts; // of each node in these
    private readonly int mostChildren;

    /// <param name="expression">The expression.</param>
    /// <param name="variables">The names of its variables, in the order in which what stands for them will be given. Others are kept.</param>
    public Template(Expr expression, params ReadOnlySpan<string> variables)
    {
        var set = NodeSet.Below([expression], throughDefinitions: false);
        nodes = new Expr[set.Count];
        starts = new int[set.Count + 1];
        var found = new List<int>();
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i] = new Expr(expression.Graph, set.Ids[i]);
            if (node.Kind == ExprKind.Variable)
            {
                found.Add(variables.IndexOf(node.Name));
            }

            for (var k = 0; node.Kind != ExprKind.Variable && k < node.ChildCount; k++)
            {
                found.Add(set.IndexOf(node.Child(k).Id));
            }

            starts[i + 1] = found.Count;
            mostChildren = Math.Max(mostChildren, starts[i + 1] - starts[i]);
        }

        places = [.. found];
    }

    /// <summary>The expression with these in the place of the variables.</summary>
    /// <param name="graph">Their graph, and that of the result.</param>
    /// <param name="values">What stands for the variables.</param>
    public Expr With(ExprGraph graph, params ReadOnlySpan<Expr> values)
    {
        var images = new Expr[nodes.Length + mostChildren];
        var children = images.AsSpan(nodes.Length);
        for (var i = 0; i < nodes.Length; i++)
        {
            var below = places.AsSpan(starts[i]..starts[i + 1]);
            if (nodes[i].Kind == ExprKind.Variable)
            {
                images[i] = below[0] >= 0 ? values[below[0]] : graph.Variable(nodes[i].Name);
                continue;
            }

            for (var k = 0; k < below.Length; k++)
            {
                children[k] = images[below[k]];
            }

            images[i] = graph.Like(nodes[i], children[..below.Length]);
        }

        return images[nodes.Length - 1];
    }
}
