namespace SymbolicBackprop.Expressions;

/// <summary>Powers in double precision: those with small integers are worked out by multiplication.</summary>
internal static class Powers
{
    private const int MostFactors = 4;

    /// <summary>The value of a power.</summary>
    public static double Value(double radix, Rational exponent)
    {
        if (!IsProduct(exponent, out var factors))
        {
            return Math.Pow(radix, (double)exponent);
        }

        var product = radix;
        for (var k = 1; k < factors; k++)
        {
            product *= radix;
        }

        return exponent.Sign < 0 ? 1 / product : product;
    }

    /// <summary>Whether a power is a product of so many equal factors, or one divided by it.</summary>
    public static bool IsProduct(Rational exponent, out int factors)
    {
        var size = Rational.Abs(exponent);
        factors = size.IsInteger && size <= MostFactors ? (int)size.Numerator : 0;
        return factors > 0;
    }
}
