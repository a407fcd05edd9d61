using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>The registers of a block of samples. They are not checked: a program's code names its own registers only.</summary>
internal ref struct Block(ReadOnlySpan<double> uniform, Span<double> registers, Span<double> totals)
{
    private const int Lanes = LaneMachine.Lanes;
    private const int Chunk = 32; // so many lanes are added up at a time, in processor registers

    private readonly ref double uniform = ref MemoryMarshal.GetReference(uniform);
    private readonly ref double lanes = ref MemoryMarshal.GetReference(registers);
    private readonly ref double totals = ref MemoryMarshal.GetReference(totals);

    /// <summary>How many lanes have samples.</summary>
    public int Count { get; set; }

    /// <summary>The numbers of all registers that differ between samples.</summary>
    public readonly Span<double> Registers { get; } = registers;

    /// <summary>A lane of a register that differs between samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref double Lane(int register, int lane) => ref Unsafe.Add(ref lanes, (register * Lanes) + lane);

    /// <summary>What a register has for a sample.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly double At(int register, int lane) => register < 0 ? Unsafe.Add(ref uniform, ~register) : Lane(register, lane);

    /// <summary>to = left·right.</summary>
    public readonly void Multiply(int to, int left, int right)
    {
        for (var lane = 0; lane < Lanes; lane += Kernels.Width)
        {
            (Load(left, lane) * Load(right, lane)).StoreUnsafe(ref Lane(to, lane));
        }
    }

    /// <summary>to = 1/argument.</summary>
    public readonly void Divide(int to, int argument)
    {
        for (var lane = 0; lane < Lanes; lane += Kernels.Width)
        {
            (Vector512.Create(1.0) / Load(argument, lane)).StoreUnsafe(ref Lane(to, lane));
        }
    }

    /// <summary>to = radix to the power of exponent.</summary>
    public readonly void Power(int to, int radix, int exponent)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            Lane(to, lane) = Math.Pow(At(radix, lane), At(exponent, lane));
        }
    }

    /// <summary>to = a function of one argument.</summary>
    public readonly void Apply(int to, FunctionValue function, int argument)
    {
        ref var from = ref Lane(argument, 0);
        ref var result = ref Lane(to, 0);
        for (var lane = 0; lane < Lanes; lane++)
        {
            Unsafe.Add(ref result, lane) = function(new ReadOnlySpan<double>(in Unsafe.Add(ref from, lane)));
        }
    }

    /// <summary>to = a function of several arguments, or of none.</summary>
    public readonly void Apply(int to, FunctionValue function, ReadOnlySpan<int> operands)
    {
        Span<double> arguments = operands.Length <= 8 ? stackalloc double[8] : new double[operands.Length];
        for (var lane = 0; lane < Lanes; lane++)
        {
            for (var k = 0; k < operands.Length; k++)
            {
                arguments[k] = At(operands[k], lane);
            }

            Lane(to, lane) = function(arguments[..operands.Length]);
        }
    }

    /// <summary>to = the sum of the products of pairs of registers, in order.</summary>
    public readonly void Sum(int to, ReadOnlySpan<int> pairs)
    {
        for (var lane = 0; lane < Lanes; lane += Chunk)
        {
            var sum = new Accumulator();
            for (var k = 0; k < pairs.Length; k += 2)
            {
                Add(ref sum, pairs[k], pairs[k + 1], lane);
            }

            sum.Store(ref Lane(to, lane));
        }
    }

    /// <summary>to = the sum of the products of runs of registers, in order.</summary>
    public readonly void SumRuns(int to, ReadOnlySpan<int> runs)
    {
        for (var lane = 0; lane < Lanes; lane += Chunk)
        {
            var sum = new Accumulator();
            for (var k = 0; k < runs.Length; k += 5)
            {
                var (left, right) = (runs[k + 1], runs[k + 3]);
                for (var count = runs[k]; count > 0; count--)
                {
                    Add(ref sum, left, right, lane);
                    left += runs[k + 2];
                    right += runs[k + 4];
                }
            }

            sum.Store(ref Lane(to, lane));
        }
    }

    /// <summary>Adds products, added up over the samples, to totals.</summary>
    public readonly void Total(Run run)
    {
        var (to, left, right) = (run.To, run.Left, run.Right);
        for (var k = run.Length; k > 0; k--)
        {
            Unsafe.Add(ref totals, to) += (left < 0, right < 0) switch
            {
                (false, false) => Kernels.Dot(ref Lane(left, 0), ref Lane(right, 0), Count),
                (true, false) => Unsafe.Add(ref uniform, ~left) * Kernels.Sum(ref Lane(right, 0), Count),
                (false, true) => Unsafe.Add(ref uniform, ~right) * Kernels.Sum(ref Lane(left, 0), Count),
                (true, true) => Unsafe.Add(ref uniform, ~left) * Unsafe.Add(ref uniform, ~right) * Count,
            };
            to += run.ToStep;
            left += run.LeftStep;
            right += run.RightStep;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(ref Accumulator sum, int left, int right, int lane)
    {
        if (left < 0 && right >= 0)
        {
            sum.Add(Vector512.Create(Unsafe.Add(ref uniform, ~left)), ref Lane(right, lane));
        }
        else if (left >= 0 && right < 0)
        {
            sum.Add(Vector512.Create(Unsafe.Add(ref uniform, ~right)), ref Lane(left, lane));
        }
        else if (left >= 0)
        {
            sum.Add(ref Lane(left, lane), ref Lane(right, lane));
        }
        else
        {
            sum.Add(Vector512.Create(Unsafe.Add(ref uniform, ~left) * Unsafe.Add(ref uniform, ~right)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly Vector512<double> Load(int register, int lane) =>
        register < 0 ? Vector512.Create(Unsafe.Add(ref uniform, ~register)) : Vector512.LoadUnsafe(ref Lane(register, lane));
}
