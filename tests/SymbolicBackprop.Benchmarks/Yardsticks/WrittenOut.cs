namespace SymbolicBackprop.Benchmarks.Yardsticks;

/// <summary>
/// Backpropagation of the network of two, two, two and one units, written out without a loop or an array: as fast as it gets by hand.
/// </summary>
public static class WrittenOut
{
    /// <summary>The loss of a sample, and its derivatives by the parameters.</summary>
    /// <param name="p">The weights and the bias into each unit, layer by layer.</param>
    /// <param name="x">The two inputs, then the target.</param>
    /// <param name="gradient">Takes the derivatives in the order of the parameters.</param>
    public static double Evaluate(ReadOnlySpan<double> p, ReadOnlySpan<double> x, Span<double> gradient)
    {
        var (x1, x2, y) = (x[0], x[1], x[2]);
        var a1 = Math.Tanh((p[0] * x1) + (p[1] * x2) + p[2]);
        var a2 = Math.Tanh((p[3] * x1) + (p[4] * x2) + p[5]);
        var b1 = Math.Tanh((p[6] * a1) + (p[7] * a2) + p[8]);
        var b2 = Math.Tanh((p[9] * a1) + (p[10] * a2) + p[11]);
        var output = 1 / (1 + Math.Exp(-((p[12] * b1) + (p[13] * b2) + p[14])));
        var error = y - output;
        var c = -2 * error * output * (1 - output);
        var d1 = c * p[12] * (1 - (b1 * b1));
        var d2 = c * p[13] * (1 - (b2 * b2));
        var e1 = ((d1 * p[6]) + (d2 * p[9])) * (1 - (a1 * a1));
        var e2 = ((d1 * p[7]) + (d2 * p[10])) * (1 - (a2 * a2));
        gradient[0] = e1 * x1;
        gradient[1] = e1 * x2;
        gradient[2] = e1;
        gradient[3] = e2 * x1;
        gradient[4] = e2 * x2;
        gradient[5] = e2;
        gradient[6] = d1 * a1;
        gradient[7] = d1 * a2;
        gradient[8] = d1;
        gradient[9] = d2 * a1;
        gradient[10] = d2 * a2;
        gradient[11] = d2;
        gradient[12] = c * b1;
        gradient[13] = c * b2;
        gradient[14] = c;
        return error * error;
    }
}
