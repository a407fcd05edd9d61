using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Numbers;

/// <summary>A number as it was computed, and how far the true one can be from it.</summary>
/// <param name="Value">The number in double precision.</param>
/// <param name="Error">A bound of the distance; what it leaves out is of second order in the precision of doubles.</param>
internal readonly record struct BoundedNumber(double Value, double Error)
{
    // Functions of a numeric library are off by a unit or two in the last place.
    private const double UnitsOfFunctions = 4;

    // What is computed from a few decimals stays below; longer fractions would only grow.
    private const int LongestExact = 512;

    private const double Unit = 1.2e-16;

    /// <summary>The true number, where it is known to the last digit; then rounding it is never in doubt.</summary>
    public Rational? Exact { get; private init; }

    /// <summary>Whether it is a number, and its error is bounded.</summary>
    public bool IsFinite => double.IsFinite(Value) && double.IsFinite(Error);

    /// <summary>A number that is known to the last digit.</summary>
    public static BoundedNumber Of(Rational exact)
    {
        var value = (double)exact;
        var error = Unit * Math.Abs(value);
        return exact.Numerator.GetBitLength() + exact.Denominator.GetBitLength() > LongestExact
            ? new BoundedNumber(value, error)
            : new BoundedNumber(value, error) { Exact = exact };
    }

    public static BoundedNumber operator -(BoundedNumber number) => number with { Value = -number.Value, Exact = number.Exact is { } exact ? -exact : null };

    public static BoundedNumber operator +(BoundedNumber left, BoundedNumber right)
    {
        if (left.Exact is { } a && right.Exact is { } b)
        {
            return Of(a + b);
        }

        var sum = left.Value + right.Value;
        return new BoundedNumber(sum, left.Error + right.Error + (Unit * Math.Abs(sum)));
    }

    public static BoundedNumber operator *(BoundedNumber left, BoundedNumber right)
    {
        if (left.Exact is { } a && right.Exact is { } b)
        {
            return Of(a * b);
        }

        if (left.Exact is { IsZero: true } || right.Exact is { IsZero: true })
        {
            return Of(Rational.Zero);
        }

        var product = left.Value * right.Value;
        return new BoundedNumber(
            product,
            (Math.Abs(left.Value) * right.Error) + (left.Error * Math.Abs(right.Value)) + (left.Error * right.Error) + (Unit * Math.Abs(product)) + double.Epsilon);
    }

    /// <summary>A power.</summary>
    public BoundedNumber Pow(Rational exponent)
    {
        if (Exact is { } exact && exponent.IsInteger && Rational.Abs(exponent) <= 64 && (exponent.Sign >= 0 || !exact.IsZero))
        {
            return Of(exact.Pow((int)exponent.Numerator));
        }

        var power = (double)exponent;
        return Apply([this], arguments => Math.Pow(arguments[0], power));
    }

    /// <summary>A function of numbers: as much as it changes where an argument is off is added to its error.</summary>
    public static BoundedNumber Apply(ReadOnlySpan<BoundedNumber> arguments, FunctionValue function)
    {
        var at = new double[arguments.Length];
        for (var k = 0; k < at.Length; k++)
        {
            at[k] = arguments[k].Value;
        }

        var value = function(at);
        var error = (UnitsOfFunctions * Unit * Math.Abs(value)) + double.Epsilon;
        for (var k = 0; k < at.Length; k++)
        {
            var center = at[k];
            at[k] = center - arguments[k].Error;
            var below = Math.Abs(function(at) - value);
            at[k] = center + arguments[k].Error;
            error += Math.Max(below, Math.Abs(function(at) - value));
            at[k] = center;
        }

        return new BoundedNumber(value, error);
    }
}
