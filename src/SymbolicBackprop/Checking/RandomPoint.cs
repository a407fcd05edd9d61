using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Checking;

/// <summary>A random point, the same for the same seed: each variable has its value from the first time that it is asked for.</summary>
internal sealed class RandomPoint(int seed)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<Expr, double> values = [];

    /// <summary>The value of a variable, between −1 and 1.</summary>
    public double ValueOf(Expr variable)
    {
        if (!values.TryGetValue(variable, out var value))
        {
            values.Add(variable, value = (2 * random.NextDouble()) - 1);
        }

        return value;
    }
}
