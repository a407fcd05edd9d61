namespace SymbolicBackprop.Tests.Programs;

/// <summary>Numbers held against one another to the last bit.</summary>
internal static class Bits
{
    /// <summary>Whether two numbers are the same, the sign of 0 among what counts; one that is not a number is like any other.</summary>
    public static bool AreSame(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));

    /// <summary>Fails where two numbers are not the same.</summary>
    public static void AssertSame(double expected, double actual, string what) =>
        Assert.True(AreSame(expected, actual), $"{what}: {expected:R} expected, {actual:R} found");
}
