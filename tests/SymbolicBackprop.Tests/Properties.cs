using CsCheck;

namespace SymbolicBackprop.Tests;

/// <summary>Properties that hold for all that a generator makes.</summary>
internal static class Properties
{
    /// <summary>
    /// Checks a property of many generated values, the same ones in every run. A failure names the seed, with which CsCheck's
    /// own <c>Sample(check, seed: …)</c> finds a smaller counterexample.
    /// </summary>
    public static void Holds<T>(this Gen<T> generator, Action<T> check, int times = 500)
    {
        for (var i = 0; i < times; i++)
        {
            var random = new PCG(stream: 1, seed: (ulong)i);
            var seed = random.ToString();
            var value = generator.Generate(random, min: null, out _);
            try
            {
                check(value);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Case {i}, seed \"{seed}\": {Check.Print(value)}\n{exception.Message}", exception);
            }
        }
    }
}
