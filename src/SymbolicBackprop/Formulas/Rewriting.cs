namespace SymbolicBackprop.Formulas;

/// <summary>Formulas with parts of them replaced.</summary>
internal static class Rewriting
{
    /// <summary>Replaces parts from the top down; what stands in their place is not looked at again.</summary>
    /// <param name="formula">The formula; where nothing is replaced, it is itself the result.</param>
    /// <param name="replacement">What stands for a part, or null to look at its own parts.</param>
    public static Formula Rewrite(this Formula formula, Func<Formula, Formula?> replacement)
    {
        if (replacement(formula) is { } other)
        {
            return other;
        }

        Formula Inner(Formula part) => part.Rewrite(replacement);
        EquatableList<Formula> All(EquatableList<Formula> parts) => parts.Select(Inner).ToEquatableList();

        Formula result = formula switch
        {
            Literal or Symbol or Unknown => formula,
            Negative negative => new Negative(Inner(negative.Body)),
            Sum sum => new Sum(All(sum.Terms)),
            Product product => Flat(All(product.Factors)),
            Fraction fraction => new Fraction(Inner(fraction.Over), Inner(fraction.Under)),
            Power power => new Power(Inner(power.Base), Inner(power.Exponent)),
            Call call => call with { Arguments = All(call.Arguments) },
            Derivative derivative => new Derivative(Inner(derivative.Of), Inner(derivative.By)),
            PathShare share => share with { Whole = Inner(share.Whole) },
            Underbrace brace => new Underbrace(Inner(brace.Body), Inner(brace.Label)),
            Summation summation => summation with { Body = Inner(summation.Body) },
            _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
        };
        return result == formula ? formula : result;
    }

    // A product that takes the place of a factor joins the product around it, and a 1 leaves it.
    private static Formula Flat(EquatableList<Formula> factors) =>
        factors.Any(factor => factor is Product or Literal { Value.IsOne: true }) ? Formula.ProductOf(factors) : new Product(factors);
}
