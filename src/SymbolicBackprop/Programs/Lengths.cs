namespace SymbolicBackprop.Programs;

/// <summary>How many numbers a program takes and gives.</summary>
internal static class Lengths
{
    /// <exception cref="ArgumentException">There are more or fewer than the program has places for.</exception>
    public static void Expect(int expected, int actual, string what)
    {
        if (actual != expected)
        {
            throw new ArgumentException($"The program has {expected} {what}, not {actual}.");
        }
    }
}
