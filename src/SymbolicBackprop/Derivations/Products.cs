using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Derivations;

/// <summary>Products as they are written in derivations.</summary>
internal static class Products
{
    /// <summary>A product with the signs of its factors before it.</summary>
    public static Formula SignFirst(params IReadOnlyList<Formula> factors)
    {
        var product = Formula.ProductOf(factors.Select(factor => factor is Negative negative ? negative.Body : factor));
        return factors.Count(factor => factor is Negative) % 2 == 1 ? -product : product;
    }

    /// <summary>The sum of products, with the factors that all of them begin or end with taken out.</summary>
    public static Formula FactoredSum(IReadOnlyList<List<Formula>> products)
    {
        var shortest = products.Min(product => product.Count);
        var common = Enumerable.Range(0, shortest).TakeWhile(i => products.All(product => product[i] == products[0][i])).Count();
        var commonEnd = products.Count == 1 ? 0 : Enumerable.Range(1, shortest - common).TakeWhile(i => products.All(product => product[^i] == products[0][^i])).Count();
        return SignFirst(
        [
            .. products[0].Take(common),
            Formula.SumOf(products.Select(product => SignFirst(product[common..^commonEnd]))),
            .. products[0].TakeLast(commonEnd),
        ]);
    }

    /// <summary>
    /// A sum or product with equal factors as powers, and those that all terms have taken out, wherever they stand.
    /// </summary>
    public static Formula Collected(Formula formula) => formula switch
    {
        Negative negative => -Collected(negative.Body),
        Product => Counted.Of(formula).ToFormula(),
        Sum sum => Collected([.. sum.Terms.Select(Counted.Of)]),
        _ => formula,
    };

    private static Formula Collected(IReadOnlyList<Counted> terms)
    {
        var common = terms[^1].Powers.Select(power => (power.Base, Count: terms.Min(term => term.CountOf(power.Base)))).Where(power => power.Count > 0).ToList();
        return Formula.ProductOf(
        [
            Formula.SumOf(terms.Select(term => term.Without(common).ToFormula())),
            .. new Counted(Rational.One, common).ToFormula() is var outside && outside == Literal.One ? (Formula[])[] : [outside],
        ]);
    }

    /// <summary>A product as a number and powers of different factors.</summary>
    private sealed record Counted(Rational Number, IReadOnlyList<(Formula Base, int Count)> Powers)
    {
        public static Counted Of(Formula term)
        {
            var number = Rational.One;
            var powers = new OrderedDictionary<Formula, int>();
            var factors = new Stack<Formula>([term]);
            while (factors.TryPop(out var factor))
            {
                switch (factor)
                {
                    case Negative negative:
                        number = -number;
                        factors.Push(negative.Body);
                        break;
                    case Product product:
                        foreach (var inner in product.Factors.Reverse())
                        {
                            factors.Push(inner);
                        }

                        break;
                    case Literal { Places: 0 } literal:
                        number *= literal.Value;
                        break;
                    case Power { Exponent: Literal { Value: { IsInteger: true, Sign: > 0 } exponent } } power when exponent.Numerator < int.MaxValue:
                        powers[power.Base] = powers.GetValueOrDefault(power.Base) + (int)exponent.Numerator;
                        break;
                    default:
                        powers[factor] = powers.GetValueOrDefault(factor) + 1;
                        break;
                }
            }

            return new Counted(number, [.. powers.Select(power => (power.Key, power.Value))]);
        }

        public int CountOf(Formula factor) => Powers.FirstOrDefault(power => power.Base == factor).Count;

        public Counted Without(IReadOnlyList<(Formula Base, int Count)> others) => this with
        {
            Powers = [.. Powers.Select(power => (power.Base, power.Count - others.FirstOrDefault(other => other.Base == power.Base).Count)).Where(power => power.Item2 > 0)],
        };

        public Formula ToFormula() => SignFirst([Number.ToFormula(), .. Powers.Select(power => Transcription.Power(power.Base, power.Count))]);
    }
}
