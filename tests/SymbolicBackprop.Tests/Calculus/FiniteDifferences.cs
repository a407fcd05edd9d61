namespace SymbolicBackprop.Tests.Calculus;

/// <summary>Derivatives from values alone, to hold the exact ones against.</summary>
internal static class FiniteDifferences
{
    /// <summary>
    /// Central differences at shrinking steps, extrapolated to the step 0 (C. Ridders, Advances in Engineering Software 4, 1982).
    /// </summary>
    /// <returns>The best estimate and how far it may be off.</returns>
    public static (double Slope, double Error) Derivative(Func<double, double> f, double x, double step = 0.01)
    {
        const int steps = 8;
        const double ratio = 1.6;
        var table = new double[steps, steps];
        var best = (Slope: double.NaN, Error: double.PositiveInfinity);
        for (var i = 0; i < steps; i++, step /= ratio)
        {
            table[0, i] = (f(x + step) - f(x - step)) / (2 * step);
            var factor = ratio * ratio;
            for (var j = 1; j <= i; j++, factor *= ratio * ratio)
            {
                table[j, i] = ((factor * table[j - 1, i]) - table[j - 1, i - 1]) / (factor - 1);
                var error = Math.Max(Math.Abs(table[j, i] - table[j - 1, i]), Math.Abs(table[j, i] - table[j - 1, i - 1]));
                if (error <= best.Error)
                {
                    best = (table[j, i], error);
                }
            }
        }

        return best;
    }
}
