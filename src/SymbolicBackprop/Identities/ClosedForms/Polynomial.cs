using System.Collections.Immutable;
using System.Numerics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>What a quantity of a <see cref="Polynomial"/> is; factors of a product are written in this order.</summary>
internal enum QuantityRole
{
    /// <summary>A number with a name, or one that is too long to write out in each step.</summary>
    Parameter,

    /// <summary>The argument z.</summary>
    Argument,

    /// <summary>The function f itself.</summary>
    Function,

    /// <summary>Another function of z.</summary>
    Known,
}

/// <summary>One of the quantities that a <see cref="Polynomial"/> is in.</summary>
/// <param name="Expression">What it is.</param>
/// <param name="Role">Its part.</param>
internal readonly record struct PolynomialQuantity(Expr Expression, QuantityRole Role);

/// <summary>A term of a <see cref="Polynomial"/>.</summary>
/// <param name="Coefficient">A number other than 0.</param>
/// <param name="Exponents">The exponent of each quantity; negative ones stand below a fraction bar.</param>
internal readonly record struct PolynomialTerm(Rational Coefficient, ImmutableArray<int> Exponents);

/// <summary>A short sum of monomials, and the way of writing it that has the fewest symbols.</summary>
internal sealed class Polynomial(ImmutableArray<PolynomialQuantity> quantities, ImmutableArray<PolynomialTerm> terms)
{
    /// <summary>The terms.</summary>
    public ImmutableArray<PolynomialTerm> Terms { get; } = terms;

    /// <summary>The same polynomial in other quantities.</summary>
    /// <param name="replace">What stands for a quantity.</param>
    public Polynomial In(Func<Expr, Expr> replace) =>
        new([.. quantities.Select(quantity => quantity with { Expression = replace(quantity.Expression) })], Terms);

    /// <summary>The factored form: common factors in front, squares as squares, and one function factored out of the terms that have it.</summary>
    public FactoredForm Arrange() => Arrange([.. Terms]);

    private static bool IsConstant(FactoredForm form) => form is FactoredForm.Constant;

    private FactoredForm Arrange(List<PolynomialTerm> list)
    {
        if (list.Count == 0)
        {
            return new FactoredForm.Constant(Rational.Zero);
        }

        var common = new int[quantities.Length];
        for (var q = 0; q < common.Length; q++)
        {
            common[q] = list.Min(term => term.Exponents[q]);
        }

        var number = CommonNumber(list);
        var rest = Ordered([.. list.Select(term => new PolynomialTerm(term.Coefficient / number, [.. term.Exponents.Select((exponent, q) => exponent - common[q])]))]);
        if (rest[0].Coefficient.Sign < 0)
        {
            number = -number;
            rest = Ordered([.. rest.Select(term => term with { Coefficient = -term.Coefficient })]);
        }

        return rest.Count == 1 ? Product(number * rest[0].Coefficient, common, null) : Product(number, common, ArrangeSum(rest));
    }

    // A sum of terms without a common factor.
    private FactoredForm ArrangeSum(List<PolynomialTerm> list)
    {
        if (AsSquare(list) is { } square)
        {
            return square;
        }

        FactoredForm best = new FactoredForm.Sum([.. list.Select(Single)]);
        var least = (Size: best.Size, Rank: 0);
        for (var q = 0; q < quantities.Length; q++)
        {
            var with = list.Where(term => term.Exponents[q] > 0).ToList();
            if (with.Count < 2 || with.Count == list.Count)
            {
                continue;
            }

            var without = list.Where(term => term.Exponents[q] <= 0).ToList();
            var grouped = new FactoredForm.Sum([.. Flat(Arrange(without)), .. Flat(Arrange(with))]);
            var size = (grouped.Size, -(int)quantities[q].Role);
            if (size.CompareTo(least) < 0)
            {
                (best, least) = (grouped, size);
            }
        }

        return best;

        static ImmutableArray<FactoredForm> Flat(FactoredForm form) => form is FactoredForm.Sum sum ? sum.Terms : [form];
    }

    // a² ± 2ab + b² for monomials a and b.
    private FactoredForm? AsSquare(List<PolynomialTerm> list)
    {
        if (list.Count != 3)
        {
            return null;
        }

        for (var middle = 0; middle < 3; middle++)
        {
            var (first, second, mixed) = (list[middle == 0 ? 1 : 0], list[middle == 2 ? 1 : 2], list[middle]);
            if (RootOf(first) is { } a && RootOf(second) is { } b
                && a.Exponents.Zip(b.Exponents, (x, y) => x + y).SequenceEqual(mixed.Exponents)
                && Rational.Abs(mixed.Coefficient) == 2 * a.Coefficient * b.Coefficient)
            {
                var signed = b with { Coefficient = b.Coefficient * mixed.Coefficient.Sign };
                return new FactoredForm.Power(new FactoredForm.Sum([Single(a), Single(signed)]), 2);
            }
        }

        return null;
    }

    private static PolynomialTerm? RootOf(PolynomialTerm term) =>
        term.Exponents.All(exponent => exponent % 2 == 0) && RootOf(term.Coefficient.Numerator) is { } over && RootOf(term.Coefficient.Denominator) is { } under
            ? new PolynomialTerm(new Rational(over, under), [.. term.Exponents.Select(exponent => exponent / 2)])
            : null;

    private static BigInteger? RootOf(BigInteger value)
    {
        if (value.Sign < 0)
        {
            return null;
        }

        var root = (BigInteger)Math.Round(Math.Sqrt((double)value));
        return root * root == value ? root : null;
    }

    // Coefficients of one size share it; otherwise only an integer is taken out, never a fraction.
    private static Rational CommonNumber(List<PolynomialTerm> list)
    {
        var first = Rational.Abs(list[0].Coefficient);
        if (list.All(term => Rational.Abs(term.Coefficient) == first))
        {
            return first;
        }

        return list.All(term => term.Coefficient.IsInteger)
            ? new Rational(list.Aggregate(BigInteger.Zero, (divisor, term) => BigInteger.GreatestCommonDivisor(divisor, term.Coefficient.Numerator)), 1)
            : Rational.One;
    }

    // What is added comes before what is subtracted, and low degrees before high ones, as in 1 − f²; but f + 1 starts with f.
    private List<PolynomialTerm> Ordered(List<PolynomialTerm> list)
    {
        var ordered = list
            .OrderBy(term => term.Coefficient.Sign < 0)
            .ThenBy(term => term.Exponents.Where((_, q) => quantities[q].Role != QuantityRole.Parameter).Sum())
            .ToList();
        if (ordered is [var constant, { Coefficient.Sign: > 0 } linear] && Role(constant) is null && Role(linear) == QuantityRole.Function)
        {
            ordered.Reverse();
        }

        return ordered;

        // The role of the one quantity of degree 1 that a term has beside parameters, or null for none.
        QuantityRole? Role(PolynomialTerm term)
        {
            QuantityRole? found = null;
            for (var q = 0; q < quantities.Length; q++)
            {
                if (term.Exponents[q] != 0 && quantities[q].Role != QuantityRole.Parameter)
                {
                    found = found is null && term.Exponents[q] == 1 ? quantities[q].Role : QuantityRole.Argument;
                }
            }

            return found;
        }
    }

    private FactoredForm Single(PolynomialTerm term) => Product(term.Coefficient, term.Exponents, null);

    private FactoredForm Product(Rational number, IReadOnlyList<int> exponents, FactoredForm? last)
    {
        var factors = new List<FactoredForm>();
        if (!number.IsOne)
        {
            factors.Add(new FactoredForm.Constant(number));
        }

        foreach (var q in Enumerable.Range(0, quantities.Length).OrderBy(q => quantities[q].Role).ThenBy(q => exponents[q] < 0))
        {
            if (exponents[q] != 0)
            {
                var quantity = new FactoredForm.Quantity(quantities[q].Expression);
                factors.Add(exponents[q] == 1 ? quantity : new FactoredForm.Power(quantity, exponents[q]));
            }
        }

        if (last is not null && !IsConstant(last))
        {
            factors.Add(last);
        }

        return factors.Count switch
        {
            0 => new FactoredForm.Constant(Rational.One),
            1 => factors[0],
            _ => new FactoredForm.Product([.. factors]),
        };
    }
}
