using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A factor 2 or ½ is missing or too many.</summary>
    public static Slip FactorTwo { get; } = new("factor-two", "a factor 2 is missing or too many", TwiceOrHalf);

    private static IEnumerable<Formula> TwiceOrHalf(Site site, Vocabulary vocabulary)
    {
        if (site.Kind != SiteKind.Term || site.Node is Negative)
        {
            yield break;
        }

        var factors = Factors.Of(site.Node);
        for (var i = 0; i < factors.Count; i++)
        {
            if (IsTwoOrHalf(factors[i]) && factors.Count > 1)
            {
                yield return Factors.Without(factors, i);
            }
            else if (factors[i] is Literal number)
            {
                // 4 for 2, 2 for 4: a number that is half or twice what it should be.
                foreach (var value in (Rational[])[number.Value / 2, number.Value * 2])
                {
                    if (Literal.CanBe(value))
                    {
                        yield return Factors.Times([.. factors.Take(i), new Literal(value), .. factors.Skip(i + 1)]);
                    }
                }
            }
        }

        yield return Factors.Insert(site.Node, new Literal(2));
        yield return Factors.Times([new Fraction(Literal.One, new Literal(2)), .. factors]);
    }

    private static bool IsTwoOrHalf(Formula factor) =>
        factor is Literal { Value: var value } ? value == 2 || value == new Rational(1, 2) : factor is Fraction { Over: Literal { Value.IsOne: true }, Under: Literal { Value: var under } } && under == 2;
}
