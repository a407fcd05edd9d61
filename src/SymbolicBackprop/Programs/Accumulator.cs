using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SymbolicBackprop.Programs;

/// <summary>Sums in 32 lanes, which stay in the registers of the processor.</summary>
internal struct Accumulator
{
    private const int Width = Kernels.Width;
    private Vector512<double> a;
    private Vector512<double> b;
    private Vector512<double> c;
    private Vector512<double> d;

    /// <summary>Adds the products of a number and lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<double> left, ref double right)
    {
        a += left * Kernels.Load(ref right, 0);
        b += left * Kernels.Load(ref right, Width);
        c += left * Kernels.Load(ref right, 2 * Width);
        d += left * Kernels.Load(ref right, 3 * Width);
    }

    /// <summary>Adds the products of lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref double left, ref double right)
    {
        a += Kernels.Load(ref left, 0) * Kernels.Load(ref right, 0);
        b += Kernels.Load(ref left, Width) * Kernels.Load(ref right, Width);
        c += Kernels.Load(ref left, 2 * Width) * Kernels.Load(ref right, 2 * Width);
        d += Kernels.Load(ref left, 3 * Width) * Kernels.Load(ref right, 3 * Width);
    }

    /// <summary>Adds the same number to all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector512<double> value)
    {
        a += value;
        b += value;
        c += value;
        d += value;
    }

    /// <summary>Writes the sums.</summary>
    public readonly void Store(ref double to)
    {
        a.StoreUnsafe(ref to);
        b.StoreUnsafe(ref to, Width);
        c.StoreUnsafe(ref to, 2 * Width);
        d.StoreUnsafe(ref to, 3 * Width);
    }
}
