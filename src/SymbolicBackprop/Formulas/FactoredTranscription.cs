using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Formulas;

/// <summary>Factored forms set out for reading, in the order that they come in.</summary>
internal static class FactoredTranscription
{
    /// <summary>A factored form as a formula.</summary>
    /// <param name="form">The form.</param>
    /// <param name="nameOf">What stands for a variable.</param>
    public static Formula ToFormula(this FactoredForm form, Func<Expr, Formula> nameOf) => form switch
    {
        FactoredForm.Constant constant => constant.Value.ToFormula(),
        FactoredForm.Quantity quantity => quantity.Expression.ToFormula(nameOf),
        FactoredForm.Sum sum => Formula.SumOf(sum.Terms.Select(term => term.ToFormula(nameOf))),
        FactoredForm.Product product => Quotient(product.Factors, nameOf),
        FactoredForm.Power power => Quotient([power], nameOf),
        _ => throw new InvalidOperationException($"Unknown form {form.GetType()}."),
    };

    private static Formula Quotient(IEnumerable<FactoredForm> factors, Func<Expr, Formula> nameOf)
    {
        var coefficient = Rational.One;
        var over = new List<Formula>();
        var under = new List<Formula>();
        foreach (var factor in factors)
        {
            switch (factor)
            {
                case FactoredForm.Constant constant:
                    coefficient *= constant.Value;
                    break;
                case FactoredForm.Power power:
                    (power.Exponent.Sign < 0 ? under : over).Add(Transcription.Power(power.Radix.ToFormula(nameOf), Rational.Abs(power.Exponent)));
                    break;
                default:
                    over.Add(factor.ToFormula(nameOf));
                    break;
            }
        }

        var size = Rational.Abs(coefficient);
        if (under.Count == 0)
        {
            over.Insert(0, size.ToFormula());
        }
        else
        {
            over.Insert(0, new Literal(new Rational(size.Numerator, 1)));
            under.Insert(0, new Literal(new Rational(size.Denominator, 1)));
        }

        var result = under.Count == 0 ? Formula.ProductOf(over) : new Fraction(Formula.ProductOf(over), Formula.ProductOf(under));
        return coefficient.Sign < 0 ? -result : result;
    }
}
