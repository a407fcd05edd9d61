using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymbolicBackprop.Programs;

/// <summary>
/// Loops over numbers side by side. They give the same bits on every processor: the order of additions is fixed, and none is fused
/// with a multiplication.
/// </summary>
internal static class Kernels
{
    /// <summary>How many numbers go side by side.</summary>
    public const int Width = 8;

    /// <summary>Σ leftₖ·rightₖ, in four interleaved sums of eight lanes each.</summary>
    public static double Dot(ref double left, ref double right, int count)
    {
        var (a, b, c, d) = (Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero, Vector512<double>.Zero);
        var k = 0;
        for (; k <= count - (4 * Width); k += 4 * Width)
        {
            a += Load(ref left, k) * Load(ref right, k);
            b += Load(ref left, k + Width) * Load(ref right, k + Width);
            c += Load(ref left, k + (2 * Width)) * Load(ref right, k + (2 * Width));
            d += Load(ref left, k + (3 * Width)) * Load(ref right, k + (3 * Width));
        }

        for (; k <= count - Width; k += Width)
        {
            a += Load(ref left, k) * Load(ref right, k);
        }

        var sum = Sum(a + b + (c + d));
        for (; k < count; k++)
        {
            sum += Unsafe.Add(ref left, k) * Unsafe.Add(ref right, k);
        }

        return sum;
    }

    /// <summary>Σ numbersₖ, in eight lanes.</summary>
    public static double Sum(ref double numbers, int count)
    {
        var lanes = Vector512<double>.Zero;
        var k = 0;
        for (; k <= count - Width; k += Width)
        {
            lanes += Load(ref numbers, k);
        }

        var sum = Sum(lanes);
        for (; k < count; k++)
        {
            sum += Unsafe.Add(ref numbers, k);
        }

        return sum;
    }

    /// <summary>Adds numbers to others.</summary>
    public static void Add(Span<double> to, ReadOnlySpan<double> numbers)
    {
        for (var k = 0; k < to.Length; k++)
        {
            to[k] += numbers[k];
        }
    }

    /// <summary>toₖ = leftₖ·right.</summary>
    public static void Scale(ref double to, ref double left, double right, int count)
    {
        var k = 0;
        for (; k <= count - Width; k += Width)
        {
            (Load(ref left, k) * right).StoreUnsafe(ref to, (nuint)k);
        }

        for (; k < count; k++)
        {
            Unsafe.Add(ref to, k) = Unsafe.Add(ref left, k) * right;
        }
    }

    /// <summary>The numbers from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ref double from, int offset) => Vector512.LoadUnsafe(ref from, (nuint)offset);

    /// <summary>The sum of all lanes, in halves.</summary>
    public static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
