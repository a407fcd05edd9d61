using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Formulas;

/// <summary>A number without a sign: an integer or a finite decimal.</summary>
/// <param name="Value">The value, not negative.</param>
/// <exception cref="ArgumentException">The value is negative, or not a finite decimal.</exception>
public sealed record Literal(Rational Value) : Formula
{
    /// <summary>The number 0.</summary>
    public static Literal Zero { get; } = new(0);

    /// <summary>The number 1.</summary>
    public static Literal One { get; } = new(1);

    /// <summary>The value, not negative.</summary>
    public Rational Value { get; } = CanBe(Value)
        ? Value
        : throw new ArgumentException($"A literal is an integer or a finite decimal without a sign; {Value} is not.", nameof(Value));

    private readonly int places;

    /// <summary>How many digits are written after the point, zeros at the end among them: a rounded 0.50 says more than 0.5.</summary>
    public int Places
    {
        get => Math.Max(places, DecimalPlaces(Value.Denominator)!.Value);
        init => places = value > DecimalPlaces(Value.Denominator)!.Value ? value : 0; // what needs no zeros is one and the same literal
    }

    /// <summary>The digits, with a point where the number is not an integer.</summary>
    public string Digits
    {
        get
        {
            var places = Places;
            var scaled = Value.Numerator * (BigInteger.Pow(10, places) / Value.Denominator);
            var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
            return places == 0 ? digits : digits.Insert(digits.Length - places, ".");
        }
    }

    /// <summary>Whether a number can be written as a literal.</summary>
    public static bool CanBe(Rational value) => value.Sign >= 0 && DecimalPlaces(value.Denominator) is not null;

    internal override Formula Bind(string letter, int value) => this;

    // The digits after the point: a denominator 2ᵃ5ᵇ takes max(a, b) of them, any other has no end.
    private static int? DecimalPlaces(BigInteger denominator)
    {
        var twos = Divide(ref denominator, 2);
        var fives = Divide(ref denominator, 5);
        return denominator.IsOne ? Math.Max(twos, fives) : null;
    }

    private static int Divide(ref BigInteger number, int prime)
    {
        var times = 0;
        for (; (number % prime).IsZero; times++)
        {
            number /= prime;
        }

        return times;
    }
}
