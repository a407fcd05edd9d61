using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>An expression as it stands, with sums, products and powers spelled out down to functions and variables.</summary>
internal static class PlainArrangement
{
    // What is nested deeper stays one quantity: a graph can share more than a tree can hold.
    private const int Deepest = 12;

    public static FactoredForm Of(Expr expression) => Of(expression, Deepest);

    private static FactoredForm Of(Expr e, int depth) => e.Kind switch
    {
        ExprKind.Number => new FactoredForm.Constant(e.Number),
        ExprKind.Sum when depth > 0 => new FactoredForm.Sum([.. e.Children().Select(child => Of(child, depth - 1))]),
        ExprKind.Product when depth > 0 => new FactoredForm.Product([.. e.Children().Select(child => Of(child, depth - 1))]),
        ExprKind.Power when depth > 0 => new FactoredForm.Power(Of(e.Child(0), depth - 1), e.Exponent),
        _ => new FactoredForm.Quantity(e),
    };
}
