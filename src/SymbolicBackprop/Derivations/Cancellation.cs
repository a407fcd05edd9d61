using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Derivations;

/// <summary>Products made shorter the way one does by hand: fractions cancelled, sums multiplied out where that cancels them, Σ sifted by 1{i = j}.</summary>
internal static class Cancellation
{
    /// <summary>The formula with fractions cancelled against other factors; the formula itself where none can be.</summary>
    public static Formula Cancelled(this Formula formula) => formula switch
    {
        Negative negative => -negative.Body.Cancelled(),
        Summation summation => summation with { Body = summation.Body.Cancelled() },
        Product product => product.Factors.Any(factor => factor is Sum sum && sum.Terms.Any(term => CanCancel(term, product.Factors)))
            ? MultipliedOut(product, factor => factor is Sum sum && sum.Terms.Any(term => CanCancel(term, product.Factors)))
            : Reduced(product.Factors),
        _ => formula,
    };

    /// <summary>
    /// A sum over i with 1{i = j} in a factor: the term with it has only its value at i = j, and what does not depend on i stands
    /// before the sum of the others. The formula itself where there is no such factor.
    /// </summary>
    public static Formula Sifted(this Formula formula)
    {
        if (formula is Negative negative)
        {
            return -negative.Body.Sifted();
        }

        if (formula is not Summation { From: { } from, To: { } to, Letter: var letter } summation)
        {
            return formula;
        }

        var (isNegative, body) = summation.Body is Negative inner ? (true, inner.Body) : (false, summation.Body);
        if (body is not Product product || !product.Factors.Any(HasDelta))
        {
            return formula;
        }

        var result = Formula.SumOf((MultipliedOut(product, HasDelta) is Sum sum ? sum.Terms : [body]).Select(term => Summed(isNegative ? -term : term)));
        return result;

        Formula Summed(Formula term)
        {
            var (sign, factors) = term is Negative minus ? (true, FactorsOf(minus.Body)) : (false, FactorsOf(term));
            Formula value;
            if (factors.OfType<KroneckerDelta>().FirstOrDefault() is { } delta)
            {
                var other = delta.Left.Letter == letter ? delta.Right : delta.Left;
                value = Formula.ProductOf(factors.Where(factor => factor != delta)).At(letter, other);
            }
            else
            {
                var inside = factors.Where(factor => factor.Bind(letter, 1) != factor).ToList();
                value = Formula.ProductOf([.. factors.Except(inside), new Summation(letter, from, to, Formula.ProductOf(inside))]);
            }

            return sign ? -value : value;
        }
    }

    private static bool HasDelta(Formula factor) => factor is KroneckerDelta || (factor is Sum sum && sum.Terms.Any(term => FactorsOf(term is Negative negative ? negative.Body : term).Any(part => part is KroneckerDelta)));

    private static IReadOnlyList<Formula> FactorsOf(Formula formula) => formula is Product product ? product.Factors : [formula];

    // The first factor that is a sum of the kind, with the other factors taken into each of its terms.
    private static Formula MultipliedOut(Product product, Func<Formula, bool> isTheSum)
    {
        var position = Enumerable.Range(0, product.Factors.Count).First(i => isTheSum(product.Factors[i]));
        var others = product.Factors.Where((_, i) => i != position).ToList();
        return product.Factors[position] is Sum sum
            ? Formula.SumOf(sum.Terms.Select(term => term is Negative negative
                ? -Reduced([.. others.Take(position), negative.Body, .. others.Skip(position)])
                : Reduced([.. others.Take(position), term, .. others.Skip(position)])))
            : product;
    }

    private static bool CanCancel(Formula term, IReadOnlyList<Formula> factors) =>
        (term is Negative negative ? negative.Body : term) is Fraction fraction && FactorsOf(fraction.Under).Any(factors.Contains);

    // Factors with those that stand below a fraction bar too left out in both places.
    private static Formula Reduced(IReadOnlyList<Formula> factors)
    {
        var isNegative = false;
        var over = new List<Formula>();
        var under = new List<Formula>();
        foreach (var factor in factors.SelectMany(FactorsOf))
        {
            isNegative ^= factor is Negative;
            var body = factor is Negative negative ? negative.Body : factor;
            if (body is Fraction fraction)
            {
                over.AddRange(FactorsOf(fraction.Over));
                under.AddRange(FactorsOf(fraction.Under));
            }
            else
            {
                over.AddRange(FactorsOf(body));
            }
        }

        var cancelled = under.ToList().Where(over.Contains).ToList();
        if (cancelled.Count == 0)
        {
            return Formula.ProductOf(factors);
        }

        foreach (var factor in cancelled)
        {
            over.Remove(factor);
            under.Remove(factor);
        }

        var numerator = Formula.ProductOf(over);
        var result = under.Count == 0 ? numerator : new Fraction(numerator, Formula.ProductOf(under));
        return isNegative ? -result : result;
    }

    // The formula with another index in the place of a letter.
    private static Formula At(this Formula formula, string letter, Formulas.Index other) => other.Letter is null
        ? formula.Bind(letter, other.Number)
        : formula.Rewrite(part => part is Symbol symbol
            ? symbol with { Indices = symbol.Indices.Select(index => index.Letter == letter && index.Number == 0 ? other : index).ToEquatableList() }
            : null);
}
