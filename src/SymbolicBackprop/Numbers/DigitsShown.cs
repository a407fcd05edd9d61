using System.Numerics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Numbers;

/// <summary>
/// How many digits of computed numbers are printed. Numbers are rounded once, from what was computed without rounding, and halves away
/// from zero, as schools do.
/// </summary>
/// <param name="Count">How many.</param>
/// <param name="AreSignificant">Whether they are counted from the first that is not 0, or else from the point.</param>
public sealed record DigitsShown(int Count, bool AreSignificant)
{
    /// <summary>The most that computing in double precision leaves certain, as a rule.</summary>
    public const int Most = 12;

    // A number that begins later is written with a power of ten, and one with more digits before the point too.
    private const int MostZeros = 5;
    private const int MostBeforePoint = 12;

    /// <summary>Four digits after the point.</summary>
    public static DigitsShown Default { get; } = new(4, AreSignificant: false);

    /// <summary>Rounds a number; where it is not known to as many digits, to as many as are certain.</summary>
    internal RoundedNumber Round(BoundedNumber number)
    {
        if (number.Exact is { } exact)
        {
            var wanted = PlacesFor(exact, exact);
            var rounded = Rounded(exact, wanted);
            return new RoundedNumber(Written(rounded, rounded == exact ? 0 : wanted), rounded == exact, IsCertain: true);
        }

        var value = Exactly(number.Value);
        var error = Exactly(number.Error);
        if (AreSignificant && Rational.Abs(value) <= error)
        {
            return new RoundedNumber(Literal.Zero, IsExact: false, IsCertain: false);
        }

        var places = PlacesFor(value, value + (value.Sign * error));
        if (Rounded(value - error, places) is var low && low == Rounded(value + error, places))
        {
            return new RoundedNumber(Written(low, places), IsExact: false, IsCertain: true);
        }

        // All digits are certain that come well before the error. With some to spare, the number is a half as far as can be told.
        var known = -Magnitude(error) - 2;
        if (known > places + 2)
        {
            return new RoundedNumber(Written(Rounded(Rounded(value, known), places), places), IsExact: false, IsCertain: true);
        }

        // Zeros alone say nothing.
        var certain = Math.Min(places - 1, known);
        var less = Rounded(value, certain);
        return new RoundedNumber(Written(less, less.IsZero ? 0 : certain), IsExact: false, IsCertain: false);
    }

    /// <summary>A number rounded to digits after the point, halves away from zero.</summary>
    internal static Rational Rounded(Rational number, int places)
    {
        var scaled = Rational.Abs(number) * Ten(places);
        var whole = ((2 * scaled.Numerator) + scaled.Denominator) / (2 * scaled.Denominator);
        return number.Sign * (new Rational(whole, 1) / Ten(places));
    }

    /// <summary>A double as the fraction that it is.</summary>
    internal static Rational Exactly(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        BigInteger mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        return Math.Sign(value) * (shift >= 0 ? new Rational(mantissa << shift, 1) : new Rational(mantissa, BigInteger.One << -shift));
    }

    // 9.996 has its first digit in another place once it is rounded to 10.00.
    private int PlacesFor(Rational number, Rational largest)
    {
        if (!AreSignificant)
        {
            return Count;
        }

        var places = Count - 1 - (number.IsZero ? 0 : Magnitude(number));
        var rounded = Rounded(largest, places);
        return rounded.IsZero || Magnitude(rounded) < Count - places ? places : places - 1;
    }

    private Formula Written(Rational number, int places)
    {
        var size = Rational.Abs(number);
        var magnitude = size.IsZero ? 0 : Magnitude(size);
        var isShort = magnitude <= MostBeforePoint && (magnitude >= -MostZeros || !AreSignificant);
        Formula written = isShort
            ? new Literal(size) { Places = Math.Max(places, 0) }
            : Formula.ProductOf(new Literal(size / Ten(magnitude)) { Places = Math.Max(places + magnitude, 0) }, new Power(10, magnitude));
        return number.Sign < 0 ? -written : written;
    }

    // The power of ten of the first digit.
    private static int Magnitude(Rational number)
    {
        var size = Rational.Abs(number);
        if (size.IsZero)
        {
            return -400; // less than every double
        }

        var guess = (int)Math.Floor((BigInteger.Log(size.Numerator) - BigInteger.Log(size.Denominator)) / Math.Log(10));
        return Ten(guess) > size ? guess - 1 : Ten(guess + 1) <= size ? guess + 1 : guess;
    }

    private static Rational Ten(int power) => new Rational(10, 1).Pow(power);
}

/// <summary>A number as it is printed.</summary>
/// <param name="Formula">The digits.</param>
/// <param name="IsExact">Whether they are all there are.</param>
/// <param name="IsCertain">Whether as many digits as were asked for are known.</param>
internal sealed record RoundedNumber(Formula Formula, bool IsExact, bool IsCertain)
{
    /// <summary>A number with all its digits.</summary>
    public static RoundedNumber Given(Rational number)
    {
        var literal = new Literal(Rational.Abs(number));
        return new RoundedNumber(number.Sign < 0 ? -literal : literal, IsExact: true, IsCertain: true);
    }

    /// <summary>The sign before it.</summary>
    public Relation Relation => IsExact ? Relation.Equal : Relation.Approximate;
}
