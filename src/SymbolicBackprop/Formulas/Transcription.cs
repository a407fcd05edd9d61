using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Formulas;

/// <summary>
/// Expressions set out for reading: quotients become fractions, signs are moved to the front of terms, and a sum begins with a
/// term that has none.
/// </summary>
internal static class Transcription
{
    // Expressions that are set out are definitions and local derivatives; deeper ones could not be read anyway.
    private const int DeepestRead = 400;

    /// <summary>An expression as a formula.</summary>
    /// <param name="expression">The expression. Definitions of variables in it are not opened.</param>
    /// <param name="nameOf">What stands for a variable.</param>
    /// <exception cref="InvalidOperationException">The expression is nested too deeply to be read.</exception>
    public static Formula ToFormula(this Expr expression, Func<Expr, Formula> nameOf) => new Scribe(nameOf).Read(expression, DeepestRead);

    /// <summary>A number as a formula.</summary>
    public static Formula ToFormula(this Rational number)
    {
        if (number.Sign < 0)
        {
            return new Negative((-number).ToFormula());
        }

        return number.IsInteger || (number.Denominator > 9 && Literal.CanBe(number))
            ? new Literal(number)
            : new Fraction(new Literal(new Rational(number.Numerator, 1)), new Literal(new Rational(number.Denominator, 1)));
    }

    /// <summary>A power: a root where there is a sign for it, and a power of a root as one of what stands under the root.</summary>
    public static Formula Power(Formula radix, Rational exponent) => exponent.IsOne ? radix
        : exponent == new Rational(1, 2) ? Call.Of("sqrt", radix)
        : radix is Call { Function: { Name: "sqrt", Layer: null }, Primes: 0, Arguments: [var radicand] } ? Power(radicand, exponent / 2)
        : new Power(radix, exponent.ToFormula());

    private sealed class Scribe(Func<Expr, Formula> nameOf)
    {
        public Formula Read(Expr e, int depth)
        {
            if (depth == 0)
            {
                throw new InvalidOperationException($"An expression nested more than {DeepestRead} levels deep cannot be set out as a formula.");
            }

            return e.Kind switch
            {
                ExprKind.Number => e.Number.ToFormula(),
                ExprKind.Variable => nameOf(e),
                ExprKind.Sum => Sum(e, depth - 1),
                ExprKind.Product => Product(e, depth - 1),
                ExprKind.Power when e.Exponent.Sign < 0 => new Fraction(Literal.One, Power(e.Child(0), -e.Exponent, depth - 1)),
                ExprKind.Power => Power(e.Child(0), e.Exponent, depth - 1),
                ExprKind.Function => new Call(new FunctionSymbol(e.Function.Name, null), 0, e.Children().Select(x => Read(x, depth - 1)).ToEquatableList()),
                _ => throw new InvalidOperationException($"Unknown kind {e.Kind}."),
            };
        }

        private Formula Sum(Expr e, int depth)
        {
            var terms = e.Children().Select(term => Read(term, depth)).ToList();
            var first = terms.FindIndex(term => term is not Negative);
            if (first > 0)
            {
                var leader = terms[first];
                terms.RemoveAt(first);
                terms.Insert(0, leader);
            }

            return Formula.SumOf(terms);
        }

        private Formula Product(Expr e, int depth)
        {
            var coefficient = Rational.One;
            var over = new List<Formula>();
            var under = new List<Formula>();
            foreach (var factor in Factors(e))
            {
                switch (factor.Kind)
                {
                    case ExprKind.Number:
                        coefficient *= factor.Number;
                        break;
                    case ExprKind.Power when factor.Exponent.Sign < 0:
                        under.Add(Power(factor.Child(0), -factor.Exponent, depth));
                        break;
                    default:
                        over.Add(Read(factor, depth));
                        break;
                }
            }

            var size = Rational.Abs(coefficient);
            Formula result;
            if (under.Count > 0)
            {
                over.Insert(0, new Literal(new Rational(size.Numerator, 1)));
                under.Insert(0, new Literal(new Rational(size.Denominator, 1)));
                result = new Fraction(Formula.ProductOf(over), Formula.ProductOf(under));
            }
            else
            {
                result = Formula.ProductOf([size.ToFormula(), .. over]);
            }

            return coefficient.Sign < 0 ? -result : result;
        }

        // Products within products come from sweeps, which keep adjoints whole.
        private static IEnumerable<Expr> Factors(Expr product)
        {
            var open = new Stack<Expr>(product.Children().Reverse());
            while (open.TryPop(out var factor))
            {
                if (factor.Kind == ExprKind.Product)
                {
                    foreach (var inner in factor.Children().Reverse())
                    {
                        open.Push(inner);
                    }
                }
                else
                {
                    yield return factor;
                }
            }
        }

        private Formula Power(Expr radix, Rational exponent, int depth) => Transcription.Power(Read(radix, depth), exponent);
    }
}
