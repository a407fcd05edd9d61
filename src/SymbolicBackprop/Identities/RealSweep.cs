using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Values of a tape at random real points, each with a bound of its rounding error: to first order, every step adds its own
/// rounding to what it makes of the errors of its operands (a running error analysis; N. Higham, <em>Accuracy and stability of
/// numerical algorithms</em>, 3.3). So a difference can be told from rounding however much was cancelled on the way.
/// </summary>
internal sealed class RealSweep
{
    // Library functions are right to a few units in the last place.
    private const double Ulp = 2.220446049250313e-16;
    private const double FunctionUlps = 8;

    // Near 0 numbers lie this far apart, so that a relative bound says too little. Differences of such numbers are exact, though.
    private const double Underflow = double.Epsilon;

    private readonly Tape tape;
    private readonly bool[] needed;
    private readonly double[] numbers;
    private readonly ulong[] keys; // of leaves: a point is the same whatever order the quantities were made in
    private readonly double[] values;
    private readonly double[] errors;

    /// <summary>Prepares the sweep.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="roots">Which positions are to be evaluated.</param>
    public RealSweep(Tape tape, IEnumerable<int> roots)
    {
        this.tape = tape;
        needed = new bool[tape.Count];
        numbers = new double[tape.Count];
        keys = new ulong[tape.Count];
        (values, errors) = (new double[tape.Count], new double[tape.Count]);
        foreach (var root in roots)
        {
            needed[root] = true;
        }

        for (var i = tape.Count - 1; i >= 0; i--)
        {
            if (!needed[i])
            {
                continue;
            }

            foreach (var child in tape.ChildrenOf(i))
            {
                needed[child] = true;
            }

            keys[i] = tape.Operations[i] == Operation.Leaf ? Scramble.KeyOf(tape.NameAt(i)) : 0;
            numbers[i] = tape.Operations[i] switch
            {
                Operation.Number => (double)tape.NumberAt(i),
                Operation.IntegerPower or Operation.Root => (double)tape.ExponentAt(i),
                _ => 0,
            };
        }
    }

    /// <summary>The value of a position at the present point; NaN where it has none.</summary>
    public double ValueAt(int position) => values[position];

    /// <summary>A bound of that value's rounding error.</summary>
    public double ErrorAt(int position) => errors[position];

    /// <summary>Evaluates at a point.</summary>
    /// <param name="attempt">The number of the point; points of several sizes and signs take turns.</param>
    /// <param name="seed">What the points are drawn from.</param>
    public void MoveTo(int attempt, ulong seed)
    {
        var key = Scramble.Mix(seed, (ulong)attempt);
        for (var i = 0; i < tape.Count; i++)
        {
            if (needed[i])
            {
                (values[i], errors[i]) = tape.Operations[i] == Operation.Leaf
                    ? (Coordinate(attempt, Scramble.Mix(key, keys[i])), 0)
                    : Step(i, tape.ChildrenOf(i));
            }
        }
    }

    /// <summary>The variables that a position depends on, with their values at the present point.</summary>
    public IEnumerable<KeyValuePair<string, double>> PointBelow(int first, int second)
    {
        var below = new bool[Math.Max(first, second) + 1];
        below[first] = below[second] = true;
        for (var i = below.Length - 1; i >= 0; i--)
        {
            if (below[i])
            {
                foreach (var child in tape.ChildrenOf(i))
                {
                    below[child] = true;
                }
            }
        }

        for (var i = 0; i < below.Length; i++)
        {
            if (below[i] && tape.Operations[i] == Operation.Leaf)
            {
                yield return new(tape.NameAt(i), values[i]);
            }
        }
    }

    // Points near 0 tell little, so coordinates keep away from it. Every other kind of point is positive, for roots and logarithms.
    private static double Coordinate(int attempt, ulong key)
    {
        var size = (attempt % 6) switch
        {
            0 or 1 => 1.0,
            2 or 3 => 2.0,
            4 => 0.3,
            _ => 6.0,
        };
        var magnitude = size * (0.1 + (0.9 * Scramble.Unit(key)));
        return attempt % 2 == 1 || (Scramble.Mix(~key) & 1) == 0 ? magnitude : -magnitude;
    }

    private (double Value, double Error) Step(int i, ReadOnlySpan<int> children)
    {
        switch (tape.Operations[i])
        {
            case Operation.Number:
                return (numbers[i], Math.Abs(numbers[i]) * Ulp);
            case Operation.Copy:
                return (values[children[0]], errors[children[0]]);
            case Operation.Sum:
                var (sum, sumError) = (0.0, 0.0);
                foreach (var child in children)
                {
                    sum += values[child];
                    sumError += errors[child] + (Math.Abs(sum) * Ulp);
                }

                return (sum, sumError);
            case Operation.Product:
                var (product, productError) = (values[children[0]], errors[children[0]]);
                foreach (var child in children[1..])
                {
                    productError = (productError * (Math.Abs(values[child]) + errors[child])) + (Math.Abs(product) * errors[child]);
                    product *= values[child];
                    productError += (Math.Abs(product) * Ulp) + Underflow;
                }

                return (product, productError);
            case Operation.IntegerPower:
            case Operation.Root:
                return Power(values[children[0]], errors[children[0]], numbers[i], tape.Operations[i] == Operation.Root);
            case Operation.Exp:
                var exp = Math.Exp(values[children[0]]);
                return (exp, (exp * ((FunctionUlps * Ulp) + (2 * errors[children[0]]))) + Underflow);
            case Operation.Opaque:
                return Apply(tape.FunctionAt(i), children);
            default:
                throw new InvalidOperationException($"Unknown operation {tape.Operations[i]}.");
        }
    }

    private static (double Value, double Error) Power(double radix, double error, double exponent, bool positiveOnly)
    {
        // The base has to keep away from 0, where its powers have no value or no derivative.
        if ((positiveOnly || exponent < 0) && Math.Abs(radix) <= 8 * error)
        {
            return (double.NaN, double.NaN);
        }

        var value = Math.Pow(radix, exponent); // NaN for a root of a negative number
        var change = error == 0 ? 0
            : Math.Abs(radix) > 8 * error ? 2 * Math.Abs(exponent * value / radix) * error
            : Math.Pow(Math.Abs(radix) + error, exponent);
        return (value, (Math.Abs(value) * FunctionUlps * Ulp) + Underflow + change);
    }

    // The error of the arguments is carried over by trying it out.
    private (double Value, double Error) Apply(Function function, ReadOnlySpan<int> children)
    {
        Span<double> arguments = stackalloc double[children.Length];
        for (var k = 0; k < children.Length; k++)
        {
            arguments[k] = values[children[k]];
        }

        if (!function.Domain(arguments))
        {
            return (double.NaN, double.NaN);
        }

        var value = function.Value(arguments);
        var error = (Math.Abs(value) * FunctionUlps * Ulp) + Underflow;
        for (var k = 0; k < children.Length; k++)
        {
            var (argument, radius) = (arguments[k], 2 * errors[children[k]]);
            if (radius > 0)
            {
                arguments[k] = argument + radius;
                var above = function.Domain(arguments) ? function.Value(arguments) : double.NaN;
                arguments[k] = argument - radius;
                var below = function.Domain(arguments) ? function.Value(arguments) : double.NaN;
                arguments[k] = argument;
                error += Math.Abs(above - value) + Math.Abs(below - value);
            }
        }

        return (value, error);
    }
}
