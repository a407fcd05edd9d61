namespace SymbolicBackprop.Formulas;

/// <summary>Formulas with parts of them replaced.</summary>
internal static class Rewriting
{
    /// <summary>
    /// Replaces parts from the top down; what stands in their place is not looked at again. A product that takes the place of a
    /// factor joins the product around it, a sum that takes the place of a term the sum, and a factor that becomes 1 is left out.
    /// </summary>
    /// <param name="formula">The formula; where nothing is replaced, it is itself the result.</param>
    /// <param name="replacement">What stands for a part, or null to look at its own parts.</param>
    public static Formula Rewrite(this Formula formula, Func<Formula, Formula?> replacement)
    {
        if (replacement(formula) is { } other)
        {
            return other == formula ? formula : other;
        }

        Formula Inner(Formula part) => part.Rewrite(replacement);
        EquatableList<Formula> All(EquatableList<Formula> parts) => parts.Select(Inner).ToEquatableList();

        Formula result = formula switch
        {
            Literal or Symbol or KroneckerDelta or Dimensions or Unknown => formula,
            Negative negative => Inner(negative.Body) is var body && body == negative.Body ? formula : -body,
            Sum sum => All(sum.Terms) is var terms && terms == sum.Terms ? formula : Formula.SumOf(terms),
            Product product => All(product.Factors) is var factors && factors == product.Factors ? formula : Formula.ProductOf(factors),
            Fraction fraction => new Fraction(Inner(fraction.Over), Inner(fraction.Under)),
            Power power => new Power(Inner(power.Base), Inner(power.Exponent)),
            Call call => call with { Arguments = All(call.Arguments) },
            Derivative derivative => new Derivative(Inner(derivative.Of), Inner(derivative.By)),
            Directional directional => new Directional(Inner(directional.Of)),
            PathShare share => share with { Whole = Inner(share.Whole) },
            Underbrace brace => new Underbrace(Inner(brace.Body), Inner(brace.Label)),
            Summation summation => summation with { Body = Inner(summation.Body) },
            Cases cases => cases.Map(Inner),
            Transpose transpose => new Transpose(Inner(transpose.Body)),
            Hadamard hadamard => All(hadamard.Factors) is var factors && factors == hadamard.Factors ? formula : Hadamard.Of(factors),
            Nabla nabla => new Nabla(Inner(nabla.By), Inner(nabla.Of)),
            _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
        };
        return result == formula ? formula : result;
    }
}
