using System.Numerics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Arithmetic modulo an odd prime below 2⁶⁴. Residues are kept in Montgomery form, x·2⁶⁴ mod p (P. Montgomery, <em>Modular
/// multiplication without trial division</em>, 1985), so that a product costs three multiplications and no division.
/// </summary>
internal sealed class PrimeField
{
    private readonly ulong inverse; // p⁻¹ mod 2⁶⁴
    private readonly ulong radixSquared; // 2¹²⁸ mod p

    public PrimeField(ulong modulus)
    {
        Modulus = modulus;
        inverse = modulus; // right to 3 bits; each round of Newton's iteration doubles them
        for (var round = 0; round < 5; round++)
        {
            inverse *= 2 - (modulus * inverse);
        }

        radixSquared = (ulong)(((UInt128.MaxValue % modulus) + 1) % modulus);
        One = Multiply(1, radixSquared);
    }

    /// <summary>The prime p.</summary>
    public ulong Modulus { get; }

    /// <summary>(p − 1)/2: the order of the group of squares.</summary>
    public ulong SquaresOrder => (Modulus - 1) / 2;

    /// <summary>The residue 1.</summary>
    public ulong One { get; }

    public ulong Add(ulong left, ulong right)
    {
        var sum = left + right;
        return sum < left || sum >= Modulus ? sum - Modulus : sum; // a carry out of 64 bits is undone by the wrap
    }

    public ulong Subtract(ulong left, ulong right) => left >= right ? left - right : left - right + Modulus;

    public ulong Negate(ulong value) => value == 0 ? 0 : Modulus - value;

    public ulong Multiply(ulong left, ulong right)
    {
        var high = Math.BigMul(left, right, out var low);
        var carried = Math.BigMul(low * inverse, Modulus, out _);
        return high >= carried ? high - carried : high - carried + Modulus;
    }

    /// <summary>A residue to a power, in windows of four bits.</summary>
    public ulong Power(ulong radix, ulong exponent)
    {
        if (exponent < 16)
        {
            var small = One;
            for (; exponent > 0; exponent--)
            {
                small = Multiply(small, radix);
            }

            return small;
        }

        Span<ulong> powers = stackalloc ulong[16];
        powers[0] = One;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = Multiply(powers[i - 1], radix);
        }

        var window = (63 - BitOperations.LeadingZeroCount(exponent)) / 4 * 4;
        var result = powers[(int)(exponent >> window)];
        for (window -= 4; window >= 0; window -= 4)
        {
            result = Multiply(result, result);
            result = Multiply(result, result);
            result = Multiply(result, result);
            result = Multiply(result, result);
            result = Multiply(result, powers[(int)(exponent >> window) & 15]);
        }

        return result;
    }

    /// <summary>1 over a residue other than 0, by Fermat's little theorem.</summary>
    public ulong Inverse(ulong value) => Power(value, Modulus - 2);

    /// <summary>Whether a residue other than 0 is a square, by Euler's criterion.</summary>
    public bool IsSquare(ulong value) => Power(value, SquaresOrder) == One;

    /// <summary>An integer from 0 to p − 1 as a residue.</summary>
    public ulong Enter(ulong value) => Multiply(value, radixSquared);

    /// <summary>The integer from 0 to p − 1 that a residue stands for.</summary>
    public ulong Leave(ulong residue) => Multiply(residue, 1);

    /// <summary>A rational number as a residue, or null where p divides its denominator.</summary>
    public ulong? Enter(Rational value)
    {
        var numerator = Enter(Reduce(value.Numerator, Modulus));
        if (value.IsInteger)
        {
            return numerator;
        }

        var denominator = Enter(Reduce(value.Denominator, Modulus));
        return denominator == 0 ? null : Multiply(numerator, Inverse(denominator));
    }

    /// <summary>An integer modulo m, from 0 to m − 1.</summary>
    public static ulong Reduce(BigInteger value, ulong modulus)
    {
        var rest = (ulong)(BigInteger.Abs(value) % modulus);
        return value.Sign < 0 && rest != 0 ? modulus - rest : rest;
    }
}
