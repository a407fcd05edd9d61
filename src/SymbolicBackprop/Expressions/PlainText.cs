namespace SymbolicBackprop.Expressions;

/// <summary>Expressions as plain text, for debugging and messages. Deep parts are left out as <c>…</c>.</summary>
internal static class PlainText
{
    private const int DeepestShown = 24;

    private enum Binding
    {
        Sum,
        Product,
        Power,
        Atom,
    }

    public static string Of(Expr expression) => Text(expression, Binding.Sum, DeepestShown);

    private static string Text(Expr e, Binding context, int depth)
    {
        if (depth == 0)
        {
            return "…";
        }

        string Join(string separator, Binding binding) => string.Join(separator, e.Children().Select(child => Text(child, binding, depth - 1)));

        var (text, own) = e.Kind switch
        {
            ExprKind.Number => (e.Number.ToString(), e.Number.Sign < 0 || !e.Number.IsInteger ? Binding.Product : Binding.Atom),
            ExprKind.Variable => (e.Name, Binding.Atom),
            ExprKind.Sum => (Join(" + ", Binding.Sum), Binding.Sum),
            ExprKind.Product => (Join("*", Binding.Product), Binding.Product),
            ExprKind.Power => (Text(e.Child(0), Binding.Atom, depth - 1) + "^" + Text(e.Child(1), Binding.Atom, depth - 1), Binding.Power),
            ExprKind.Function when e.ChildCount == 0 => (e.Function.Name, Binding.Atom),
            ExprKind.Function => (e.Function.Name + "(" + Join(", ", Binding.Sum) + ")", Binding.Atom),
            _ => throw new InvalidOperationException($"Unknown kind {e.Kind}."),
        };
        return own < context ? $"({text})" : text;
    }
}
