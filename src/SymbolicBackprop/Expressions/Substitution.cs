namespace SymbolicBackprop.Expressions;

/// <summary>Rebuilding expressions with something else in the place of variables.</summary>
public static class Substitution
{
    /// <summary>Replaces variables. Their definitions are not looked into.</summary>
    /// <param name="expression">The expression to rebuild; where nothing is replaced, it is itself the result.</param>
    /// <param name="replacement">What stands for a variable, in <paramref name="target"/>, or null to keep it.</param>
    /// <param name="target">The graph of the result, by default that of the expression. Variables that are kept go by their names.</param>
    public static Expr Substitute(this Expr expression, Func<Expr, Expr?> replacement, ExprGraph? target = null)
    {
        var source = expression.Graph;
        target ??= source;
        if (expression.Kind == ExprKind.Variable)
        {
            return Image(expression);
        }

        var nodes = NodeSet.Below([expression], throughDefinitions: false);
        var images = new Expr[nodes.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var node = new Expr(source, nodes.Ids[i]);
            images[i] = node.Kind == ExprKind.Variable ? Image(node) : Rebuild(node, nodes, images, target);
        }

        return images[^1];

        Expr Image(Expr variable)
        {
            var image = replacement(variable) ?? (ReferenceEquals(source, target) ? variable : target.Variable(variable.Name));
            target.Own(image);
            return image;
        }
    }

    /// <summary>Replaces every variable that has a definition by its definition, all the way down.</summary>
    public static Expr Expand(this Expr expression) => Expand([expression], _ => null, expression.Graph)[0];

    /// <summary>Expands several expressions of one graph, and replaces nodes on the way.</summary>
    /// <param name="expressions">The expressions, at least one.</param>
    /// <param name="replacement">What stands for a node, in <paramref name="target"/>, or null to keep it.</param>
    /// <param name="target">The graph of the results.</param>
    internal static Expr[] Expand(Expr[] expressions, Func<Expr, Expr?> replacement, ExprGraph target)
    {
        var source = expressions[0].Graph;
        var nodes = NodeSet.Below(expressions);
        var images = new Expr[nodes.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var node = new Expr(source, nodes.Ids[i]);
            images[i] = replacement(node)
                ?? (node.Kind != ExprKind.Variable ? Rebuild(node, nodes, images, target)
                    : node.Definition is { } definition ? images[nodes.IndexOf(definition.Id)]
                    : ReferenceEquals(source, target) ? node
                    : target.Variable(node.Name));
        }

        return Array.ConvertAll(expressions, expression => images[nodes.IndexOf(expression.Id)]);
    }

    private static Expr Rebuild(Expr node, NodeSet nodes, Expr[] images, ExprGraph target)
    {
        var children = new Expr[node.ChildCount];
        var changed = !ReferenceEquals(node.Graph, target);
        for (var k = 0; k < children.Length; k++)
        {
            var child = node.Child(k);
            children[k] = images[nodes.IndexOf(child.Id)];
            changed |= children[k] != child;
        }

        return changed ? target.Like(node, children) : node;
    }
}
