using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

public sealed partial class Activation
{
    /// <summary>ln(1 + e^z), a smooth ramp.</summary>
    public static Activation Softplus { get; } = new("softplus", z => StandardFunctions.Ln.Of(1 + StandardFunctions.Exp.Of(z)))
    {
        Value = z => Math.Max(z, 0) + LogarithmOfOnePlus(Math.Exp(-Math.Abs(z))),
    };

    // What 1 + x loses of a small x, the quotient x/((1 + x) − 1) makes good (W. Kahan).
    private static double LogarithmOfOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
