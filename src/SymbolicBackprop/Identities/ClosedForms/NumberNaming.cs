using System.Numerics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// A formula in a graph of its own with long numbers, 0.044715 for instance, replaced by variables. What holds for all values of
/// these holds for the numbers, and a search has to find small coefficients only.
/// </summary>
internal sealed class NumberNaming
{
    private const int LongestNumber = 64;

    private readonly Dictionary<string, Rational> numbers = new(StringComparer.Ordinal);

    public NumberNaming(Expr formula)
    {
        var source = formula.Graph;
        var nodes = NodeSet.Below([formula]);
        var images = new Expr[nodes.Count];
        for (var i = 0; i < images.Length; i++)
        {
            var node = new Expr(source, nodes.Ids[i]);
            Expr[] children = [.. node.Children().Select(child => images[nodes.IndexOf(child.Id)])];
            images[i] = node.Kind switch
            {
                ExprKind.Number => Graph.Number(node.Number),
                ExprKind.Variable => children.Length == 1 ? children[0] : Graph.Variable(node.Name),
                ExprKind.Sum => Graph.Sum(Array.ConvertAll(children, Named)),
                ExprKind.Product => Graph.Product(Array.ConvertAll(children, Named)),
                ExprKind.Power => children[0].Pow(node.Exponent),
                ExprKind.Function => Graph.Apply(node.Function, children),
                _ => throw new InvalidOperationException($"Unknown kind {node.Kind}."),
            };
        }

        Formula = Named(images[^1]);
    }

    public ExprGraph Graph { get; } = new();

    /// <summary>The formula with names in it.</summary>
    public Expr Formula { get; }

    /// <summary>An expression of <see cref="Graph"/> with the numbers in their places again.</summary>
    public Expr Restore(Expr expression, ExprGraph target) =>
        expression.Substitute(variable => numbers.TryGetValue(variable.Name, out var number) ? target.Number(number) : null, target);

    private Expr Named(Expr node)
    {
        if (node.Kind != ExprKind.Number || BigInteger.Max(BigInteger.Abs(node.Number.Numerator), node.Number.Denominator) <= LongestNumber)
        {
            return node;
        }

        // A name that a number and nothing else can have.
        var name = node.Number.ToString();
        numbers[name] = node.Number;
        return Graph.Variable(name);
    }
}
