namespace SymbolicBackprop.Functions;

/// <summary>The error function in double precision, right to a few units in the last place.</summary>
internal static class ErrorFunction
{
    private const double TwoOverRootPi = 1.1283791670955126;

    // The series is fast below and the continued fraction above.
    private const double Border = 2.5;

    /// <summary>erf x.</summary>
    public static double Value(double x)
    {
        var size = Math.Abs(x);
        return size < Border ? Series(x) : Math.CopySign(1 - Tail(size), x);
    }

    /// <summary>1 − erf x, with all digits where erf x is next to 1.</summary>
    public static double Complement(double x) => x > 1 ? Tail(x) : 1 - Value(x);

    // erf x = 2/√π·e^(−x²)·Σ 2ⁿx^(2n+1)/(1·3·5⋯(2n+1)); all terms have one sign (Abramowitz and Stegun, 7.1.6).
    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; Math.Abs(term) > Math.Abs(sum) * 1e-18; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    // √π·e^(x²)·erfc x = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + 2/(x + …))))) for x > 0 (Abramowitz and Stegun, 7.1.14), from the
    // inside out, with enough terms for the smallest x.
    private static double Tail(double x)
    {
        if (x > 28)
        {
            return 0; // below the smallest double
        }

        var fraction = x;
        for (var n = x < Border ? 160 : 60; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        // x² is split, as the rounding error of a large x² would be an error of the exponential.
        var head = Math.Round(x * 16) / 16;
        return TwoOverRootPi / 2 * Math.Exp(-head * head) * Math.Exp(-(x - head) * (x + head)) / fraction;
    }
}
