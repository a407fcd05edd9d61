using System.Globalization;
using System.Numerics;

namespace SymbolicBackprop.Expressions;

/// <summary>An exact rational number in lowest terms with a positive denominator.</summary>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    // default(Rational) must be zero, so a denominator of one may also be stored as zero.
    private readonly BigInteger denominator;

    /// <summary>Reduces <paramref name="numerator"/> / <paramref name="denominator"/> to lowest terms.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational number cannot have the denominator 0.");
        }

        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            numerator /= divisor;
            denominator /= divisor;
        }

        Numerator = numerator;
        this.denominator = denominator;
    }

    /// <summary>The number 0.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One { get; } = 1;

    /// <summary>The numerator; it carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, always positive.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>Whether this is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether this is 1.</summary>
    public bool IsOne => Numerator.IsOne && IsInteger;

    /// <summary>Whether the denominator is 1.</summary>
    public bool IsInteger => denominator.IsZero || denominator.IsOne;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>An integer as a rational number.</summary>
    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    /// <summary>The nearest double.</summary>
    public static explicit operator double(Rational value)
    {
        const int significant = 53;
        const int smallest = -1074; // the exponent of the least positive double
        var n = BigInteger.Abs(value.Numerator);
        var d = value.Denominator;
        // Scale so that the quotient has the bits of a double, no more: it is then rounded once, and neither part overflows.
        var shift = (int)Math.Max(n.GetBitLength() - d.GetBitLength() - significant, smallest);
        if (Divide().Quotient.GetBitLength() > significant)
        {
            shift++;
        }

        var (quotient, restToHalf) = Divide();
        if (restToHalf > 0 || (restToHalf == 0 && !quotient.IsEven))
        {
            quotient++;
        }

        return value.Sign * Math.ScaleB((double)quotient, shift);

        // The quotient in units of 2^shift, and how the remainder compares with half a unit.
        (BigInteger Quotient, int RestToHalf) Divide()
        {
            var (over, under) = shift >= 0 ? (n, d << shift) : (n << -shift, d);
            var result = BigInteger.DivRem(over, under, out var rest);
            return (result, (rest << 1).CompareTo(under));
        }
    }

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right) => left.IsInteger && right.IsInteger
        ? new(left.Numerator + right.Numerator, BigInteger.One)
        : new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The number with the opposite sign.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) => left.IsOne ? right : right.IsOne ? left
        : new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Equality of value.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Inequality of value.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Order of value.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Order of value.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Order of value.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Order of value.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The number without its sign.</summary>
    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>This number to an integer power.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    public Rational Pow(int exponent) => exponent >= 0
        ? new(BigInteger.Pow(Numerator, exponent), BigInteger.Pow(Denominator, exponent))
        : new(BigInteger.Pow(Denominator, -exponent), BigInteger.Pow(Numerator, -exponent));

    /// <summary>Reads an integer, a decimal such as <c>-0.01</c>, or a fraction such as <c>3/4</c>, exactly.</summary>
    /// <returns>Whether <paramref name="text"/> is such a number.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return TryParseDecimal(text, out value);
        }

        value = default;
        if (!TryParseDecimal(text[..slash], out var over) || !TryParseDecimal(text[(slash + 1)..], out var under) || under.IsZero)
        {
            return false;
        }

        value = over / under;
        return true;
    }

    private static bool TryParseDecimal(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        var point = text.IndexOf('.');
        var decimals = point < 0 ? [] : text[(point + 1)..];
        var digits = point < 0 ? text : string.Concat(text[..point], decimals);
        // A sign belongs in front of all digits, not behind the point.
        if (decimals.ContainsAnyExceptInRange('0', '9')
            || !BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var scaled))
        {
            return false;
        }

        value = new Rational(scaled, BigInteger.Pow(10, decimals.Length));
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The number as <c>-3</c> or <c>3/4</c>.</summary>
    public override string ToString() => IsInteger
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
