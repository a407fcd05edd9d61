using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// An expression spelled out down to functions and variables: products and sums inside others opened, numbers multiplied, equal
/// factors collected, and constants before what depends on the argument.
/// </summary>
internal sealed class PlainArrangement
{
    // What is nested deeper stays one quantity: a graph can share more than a tree can hold.
    private const int Deepest = 12;

    private readonly HashSet<Expr> dependent = [];
    private readonly Expr? function;

    private PlainArrangement(Expr expression, Expr argument, Expr? function)
    {
        this.function = function;
        foreach (var id in NodeSet.Below([expression]).Ids)
        {
            var node = new Expr(expression.Graph, id);
            if (node == argument || node.Children().Any(dependent.Contains))
            {
                dependent.Add(node);
            }
        }
    }

    /// <summary>Spells out.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="function">A variable with a definition that is to be written wherever the definition stands, or null.</param>
    public static FactoredForm Of(Expr expression, Expr argument, Expr? function = null) =>
        new PlainArrangement(expression, argument, function).Of(expression, Deepest);

    private FactoredForm Of(Expr e, int depth)
    {
        // A number is itself, also where the function is constant.
        if (e == function?.Definition && e.Kind != ExprKind.Number)
        {
            return new FactoredForm.Quantity(function.Value);
        }

        return e.Kind switch
        {
            ExprKind.Number => new FactoredForm.Constant(e.Number),
            ExprKind.Sum when depth > 0 => Sum(e, depth),
            ExprKind.Product or ExprKind.Power when depth > 0 => Product(e, depth),
            _ => new FactoredForm.Quantity(e),
        };
    }

    private FactoredForm.Sum Sum(Expr sum, int depth)
    {
        var terms = sum.Children().Select(term => Of(term, depth - 1))
            .SelectMany(term => term is FactoredForm.Sum inner ? inner.Terms : [term])
            .OrderBy(StartsWithMinus); // e^z − 1, not −1 + e^z
        return new FactoredForm.Sum([.. terms]);
    }

    private static bool StartsWithMinus(FactoredForm form) => form switch
    {
        FactoredForm.Constant constant => constant.Value.Sign < 0,
        FactoredForm.Product product => StartsWithMinus(product.Factors[0]),
        _ => false,
    };

    private FactoredForm Product(Expr product, int depth)
    {
        var coefficient = Rational.One;
        var exponents = new OrderedDictionary<Expr, Rational>();
        Collect(product, Rational.One, depth);

        var factors = new List<FactoredForm>();
        foreach (var (radix, exponent) in exponents.OrderBy(factor => dependent.Contains(factor.Key)))
        {
            if (!exponent.IsZero)
            {
                var form = Of(radix, depth - 1);
                factors.Add(exponent.IsOne ? form : new FactoredForm.Power(form, exponent));
            }
        }

        if (!coefficient.IsOne || factors.Count == 0)
        {
            factors.Insert(0, new FactoredForm.Constant(coefficient));
        }

        return factors.Count == 1 ? factors[0] : new FactoredForm.Product([.. factors]);

        // Sweeps keep products inside products.
        void Collect(Expr factor, Rational exponent, int deeper)
        {
            switch (factor.Kind)
            {
                case ExprKind.Number when factor.Pow(exponent) is { Kind: ExprKind.Number } power: // 2^(10⁹) stays a power
                    coefficient *= power.Number;
                    break;
                case ExprKind.Product when exponent.IsInteger && deeper > 0 && factor != function?.Definition:
                    foreach (var child in factor.Children())
                    {
                        Collect(child, exponent, deeper - 1);
                    }

                    break;
                case ExprKind.Power when exponent.IsInteger && deeper > 0:
                    Collect(factor.Child(0), factor.Exponent * exponent, deeper - 1);
                    break;
                default:
                    exponents[factor] = exponents.TryGetValue(factor, out var present) ? present + exponent : exponent;
                    break;
            }
        }
    }
}
