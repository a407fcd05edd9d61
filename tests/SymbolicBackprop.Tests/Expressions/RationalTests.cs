using System.Globalization;
using System.Numerics;
using CsCheck;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Tests.Expressions;

public class RationalTests
{
    private static readonly Gen<BigInteger> Integers =
        Gen.OneOf(Gen.Int[-3, 3].Select(small => new BigInteger(small)), Gen.Byte.Array[0, 20].Select(bytes => new BigInteger(bytes)));

    private static readonly Gen<Rational> Rationals =
        Gen.Select(Integers, Integers, (over, under) => new Rational(over, under.IsZero ? BigInteger.One : under));

    [Fact]
    public void Arithmetic_obeys_the_laws_of_a_field() => Gen.Select(Rationals, Rationals, Rationals).Holds(numbers =>
    {
        var (a, b, c) = numbers;
        Assert.Equal(a + b, b + a);
        Assert.Equal(a * b, b * a);
        Assert.Equal(a + b + c, a + (b + c));
        Assert.Equal(a * b * c, a * (b * c));
        Assert.Equal(a * (b + c), (a * b) + (a * c));
        Assert.Equal(a, a + Rational.Zero);
        Assert.Equal(a, a * Rational.One);
        Assert.Equal(Rational.Zero, a - a);
        Assert.Equal(Rational.Zero, a * Rational.Zero);
        if (!b.IsZero)
        {
            Assert.Equal(Rational.One, b / b);
            Assert.Equal(a, a / b * b);
        }
    });

    [Fact]
    public void Numbers_are_in_lowest_terms_with_the_sign_above() => Rationals.Holds(a =>
    {
        Assert.True(a.Denominator.Sign > 0);
        Assert.True(BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne);
        Assert.Equal(a.Denominator.IsOne, a.IsInteger);
        Assert.Equal(a, new Rational(a.Numerator * -6, a.Denominator * -6));
        Assert.Equal(a.GetHashCode(), new Rational(a.Numerator * -6, a.Denominator * -6).GetHashCode());
    });

    [Fact]
    public void Order_agrees_with_subtraction() => Gen.Select(Rationals, Rationals).Holds(pair =>
    {
        var (a, b) = pair;
        Assert.Equal((a - b).Sign, a.CompareTo(b));
        Assert.Equal((a - b).Sign < 0, a < b);
        Assert.Equal((a - b).Sign <= 0, a <= b);
        Assert.Equal((a - b).Sign > 0, a > b);
        Assert.Equal((a - b).Sign >= 0, a >= b);
        Assert.Equal((a - b).IsZero, a == b);
        Assert.Equal(!(a - b).IsZero, a != b);
        Assert.Equal(a.Sign < 0 ? Rational.Zero - a : a, Rational.Abs(a));
    });

    [Fact]
    public void Powers_are_repeated_products() => Gen.Select(Rationals, Gen.Int[0, 6]).Holds(pair =>
    {
        var (a, n) = pair;
        var product = Rational.One;
        for (var i = 0; i < n; i++)
        {
            product *= a;
        }

        Assert.Equal(product, a.Pow(n));
        if (!a.IsZero)
        {
            Assert.Equal(Rational.One / product, a.Pow(-n));
        }
    });

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(0, default(Rational));
        Assert.Equal(default(Rational).GetHashCode(), new Rational(0, 7).GetHashCode());
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
        Assert.Equal("0", default(Rational).ToString());
        Assert.Equal(new Rational(1, 2), default(Rational) + new Rational(1, 2));
    }

    [Fact]
    public void Division_by_zero_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));
        Assert.Throws<DivideByZeroException>(() => Rational.One / Rational.Zero);
        Assert.Throws<DivideByZeroException>(() => Rational.Zero.Pow(-1));
    }

    [Fact]
    public void What_is_written_is_read_back() => Rationals.Holds(a =>
    {
        Assert.True(Rational.TryParse(a.ToString(), out var read));
        Assert.Equal(a, read);
    });

    [Theory]
    [InlineData("0.01", 1, 100)]
    [InlineData("-0.5", -1, 2)]
    [InlineData("-.5", -1, 2)]
    [InlineData("+3", 3, 1)]
    [InlineData("7.", 7, 1)]
    [InlineData("6/-4", -3, 2)]
    [InlineData("0.5/0.25", 2, 1)]
    [InlineData("007", 7, 1)]
    public void Integers_decimals_and_fractions_are_exact(string text, int over, int under)
    {
        Assert.True(Rational.TryParse(text, out var value));
        Assert.Equal(new Rational(over, under), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("/")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("1/0")]
    [InlineData("1/2/3")]
    [InlineData("1.2.3")]
    [InlineData(".-5")]
    [InlineData(".+5")]
    [InlineData("1.-5")]
    [InlineData("1,5")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1e5")]
    [InlineData("٣")]
    [InlineData("x")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(Rational.TryParse(text, out var value));
        Assert.True(value.IsZero);
    }

    [Fact]
    public void Doubles_come_back_from_their_exact_value() => Gen.Double.Where(double.IsFinite).Holds(
        number => Assert.Equal(number, (double)Exactly(number)),
        times: 2000);

    // The runtime reads decimals to the nearest double, ties to even: an independent rounding to hold ours against.
    [Fact]
    public void Decimals_become_the_nearest_double() =>
        Gen.Select(Gen.Char['0', '9'].Array[1, 40], Gen.Int[0, 340], Gen.Bool).Holds(
            parts =>
            {
                var (digits, scale, small) = parts;
                var text = small ? "0." + new string('0', scale) + new string(digits) : new string(digits) + new string('0', scale);
                Assert.True(Rational.TryParse(text, out var value));
                var expected = double.Parse(text, CultureInfo.InvariantCulture);
                Assert.Equal(expected, (double)value);
                Assert.Equal(-expected, (double)-value);
            },
            times: 2000);

    [Fact]
    public void Halves_between_two_doubles_go_to_the_even_one()
    {
        var one = BigInteger.One << 53; // neighbours are 2 apart here
        var tiny = new Rational(1, BigInteger.Pow(10, 400));
        Assert.Equal((double)one, (double)new Rational(one + 1, 1));
        Assert.Equal((double)one + 4, (double)new Rational(one + 3, 1));
        Assert.Equal((double)one + 2, (double)(new Rational(one + 1, 1) + tiny));
        Assert.Equal((double)one, (double)(new Rational(one + 1, 1) - tiny));
    }

    [Fact]
    public void Huge_parts_of_an_ordinary_number_do_not_overflow()
    {
        var huge = BigInteger.Pow(10, 5000);
        Assert.Equal(1.0, (double)new Rational(huge + 1, huge));
        Assert.Equal(1.0 / 3, (double)new Rational(huge, (3 * huge) + 1));
        Assert.Equal(1e300, (double)new Rational(huge * BigInteger.Pow(10, 300), huge + 1));
        Assert.Equal(double.PositiveInfinity, (double)new Rational(huge, 1));
        Assert.Equal(double.NegativeInfinity, (double)new Rational(-huge, 1));
        Assert.Equal(0.0, (double)new Rational(1, huge));
    }

    private static Rational Exactly(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var field = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var significand = new BigInteger(field == 0 ? fraction : fraction | (1L << 52));
        return new Rational(significand * (bits < 0 ? -1 : 1), 1) * new Rational(2, 1).Pow(Math.Max(field, 1) - 1075);
    }
}
