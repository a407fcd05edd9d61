using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Numbers;

/// <summary>
/// What formulas with printed numbers in them can stand for: a decimal for everything that is rounded to it, half a unit of its last
/// digit to either side, unless it is one of the numbers that are given; a quantity for its value.
/// </summary>
/// <param name="values">The values of quantities.</param>
/// <param name="meaning">What formulas mean.</param>
/// <param name="given">The numbers that stand for themselves.</param>
internal sealed class RoundedReading(Valuation values, Meaning meaning, IEnumerable<Rational> given)
{
    private readonly HashSet<Rational> given = [.. given.Select(Rational.Abs)];

    /// <summary>Whether two sides can stand for the same number.</summary>
    /// <param name="left">A side.</param>
    /// <param name="right">The side after it.</param>
    /// <param name="isApproximate">Whether it is said to hold up to rounding: then a side without decimals may be rounded too.</param>
    public bool Agree(Formula left, Formula right, bool isApproximate)
    {
        var (a, b) = (Of(left, isApproximate), Of(right, isApproximate));
        return a.IsFinite && b.IsFinite && Math.Abs(a.Value - b.Value) <= (a.Error + b.Error) * (1 + 1e-9);
    }

    /// <summary>What a side can stand for. A number alone is a result, and rounded even if one like it is given.</summary>
    public BoundedNumber Of(Formula side, bool isApproximate) => side switch
    {
        Negative { Body: Literal literal } => -Printed(literal, isApproximate),
        Literal literal => Printed(literal, isApproximate),
        _ => Within(side, PlacesOfComputed(side)),
    };

    private BoundedNumber Within(Formula formula, int places)
    {
        BoundedNumber Of(Formula part) => Within(part, places);

        return formula switch
        {
            Literal literal => literal.Places == 0 || (IsGiven(literal) && literal.Places < places) ? BoundedNumber.Of(literal.Value) : Printed(literal, false),
            Negative negative => -Of(negative.Body),
            Sum sum => sum.Terms.Select(Of).Aggregate((left, right) => left + right),
            Product product => product.Factors.Select(Of).Aggregate((left, right) => left * right),
            Fraction fraction => Of(fraction.Over) * Of(fraction.Under).Pow(-1),
            Power { Exponent: Literal exponent } power => Of(power.Base).Pow(exponent.Value),
            Underbrace brace => Of(brace.Body),
            Call { Primes: 0, Arguments: [var argument] } call when HasDecimals(argument) => Applied(call, Of(argument)),
            _ => values.Of(meaning.Of(formula)),
        };
    }

    // A computed number may happen to be rounded to one that is given; as many digits as the other computed ones have give it away.
    private int PlacesOfComputed(Formula side)
    {
        List<Literal> decimals = [.. side.WithParts().OfType<Literal>().Where(literal => literal.Places > 0)];
        return decimals.TrueForAll(IsGiven) ? int.MaxValue : decimals.Max(literal => literal.Places);
    }

    // Given numbers have no zeros at their ends.
    private bool IsGiven(Literal literal) => given.Contains(literal.Value) && literal == new Literal(literal.Value);

    // The function at a free argument, evaluated where the argument is.
    private BoundedNumber Applied(Call call, BoundedNumber argument)
    {
        var slot = meaning.Of(Meaning.FreeArgument);
        var applied = meaning.Of(call with { Arguments = [Meaning.FreeArgument] });
        return BoundedNumber.Apply([argument], arguments =>
        {
            var at = arguments[0];
            return applied.Evaluate(variable => variable == slot ? at : values.Of(variable).Value);
        });
    }

    private static bool HasDecimals(Formula formula) => formula.WithParts().Any(part => part is Literal { Places: > 0 });

    // Half a unit of the last digit.
    private static BoundedNumber Printed(Literal literal, bool isApproximate)
    {
        var number = BoundedNumber.Of(literal.Value);
        return literal.Places == 0 && !isApproximate ? number : new BoundedNumber(number.Value, number.Error + (0.5 * Math.Pow(10, -literal.Places)));
    }
}
