namespace SymbolicBackprop.Expressions;

/// <summary>Expressions as plain text, for debugging and messages. Of long and deep ones, parts are left out as <c>…</c>.</summary>
internal static class PlainText
{
    private const int DeepestShown = 24;

    // A graph of shared nodes is exponentially larger when it is written out as a tree.
    private const int MostShown = 1000;

    private enum Binding
    {
        Sum,
        Product,
        Power,
        Atom,
    }

    public static string Of(Expr expression)
    {
        var left = MostShown;
        return Text(expression, Binding.Sum, DeepestShown, ref left);
    }

    private static string Text(Expr e, Binding context, int depth, ref int left)
    {
        if (depth == 0 || left == 0)
        {
            return "…";
        }

        left--;
        var (text, own) = e.Kind switch
        {
            ExprKind.Number => (e.Number.ToString(), e.Number.Sign < 0 || !e.Number.IsInteger ? Binding.Product : Binding.Atom),
            ExprKind.Variable => (e.Name, Binding.Atom),
            ExprKind.Sum => (Join(e, " + ", Binding.Sum, depth - 1, ref left), Binding.Sum),
            ExprKind.Product => (Join(e, "*", Binding.Product, depth - 1, ref left), Binding.Product),
            ExprKind.Power => (Join(e, "^", Binding.Atom, depth - 1, ref left), Binding.Power),
            ExprKind.Function => (e.Function.Name + "(" + Join(e, ", ", Binding.Sum, depth - 1, ref left) + ")", Binding.Atom),
            _ => throw new InvalidOperationException($"Unknown kind {e.Kind}."),
        };
        return own < context ? $"({text})" : text;
    }

    private static string Join(Expr parent, string separator, Binding context, int depth, ref int left)
    {
        var parts = new List<string>();
        foreach (var child in parent.Children())
        {
            parts.Add(Text(child, context, depth, ref left));
            if (left == 0)
            {
                break;
            }
        }

        if (parts.Count < parent.ChildCount && parts[^1] != "…")
        {
            parts.Add("…");
        }

        return string.Join(separator, parts);
    }
}
