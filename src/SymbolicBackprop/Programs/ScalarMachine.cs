using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>Executes code on numbers. Registers are not checked: a program's code names its own registers only.</summary>
internal static class ScalarMachine
{
    /// <summary>Executes all instructions in order.</summary>
    public static void Execute(ReadOnlySpan<int> code, FunctionValue[] functions, Span<double> registers)
    {
        ref var at = ref MemoryMarshal.GetReference(code);
        ref var end = ref Unsafe.Add(ref at, code.Length);
        ref var r = ref MemoryMarshal.GetReference(registers);
        while (Unsafe.IsAddressLessThan(ref at, ref end))
        {
            var to = Unsafe.Add(ref at, 1);
            switch ((Operation)at)
            {
                case Operation.Multiply:
                    Unsafe.Add(ref r, to) = Unsafe.Add(ref r, Unsafe.Add(ref at, 2)) * Unsafe.Add(ref r, Unsafe.Add(ref at, 3));
                    at = ref Unsafe.Add(ref at, 4);
                    break;
                case Operation.MultiplyRun:
                    MultiplyRun(ref r, in Unsafe.As<int, Run>(ref Unsafe.Add(ref at, 1)));
                    at = ref Unsafe.Add(ref at, 8);
                    break;
                case Operation.Reciprocal:
                    Unsafe.Add(ref r, to) = 1 / Unsafe.Add(ref r, Unsafe.Add(ref at, 2));
                    at = ref Unsafe.Add(ref at, 3);
                    break;
                case Operation.Power:
                    Unsafe.Add(ref r, to) = Math.Pow(Unsafe.Add(ref r, Unsafe.Add(ref at, 2)), Unsafe.Add(ref r, Unsafe.Add(ref at, 3)));
                    at = ref Unsafe.Add(ref at, 4);
                    break;
                case Operation.Sum:
                    var sum = 0.0;
                    var count = Unsafe.Add(ref at, 2);
                    at = ref Unsafe.Add(ref at, 3);
                    for (; count > 0; count--)
                    {
                        sum += Unsafe.Add(ref r, at) * Unsafe.Add(ref r, Unsafe.Add(ref at, 1));
                        at = ref Unsafe.Add(ref at, 2);
                    }

                    Unsafe.Add(ref r, to) = sum;
                    break;
                case Operation.SumOfRuns:
                    var total = 0.0;
                    var runs = Unsafe.Add(ref at, 2);
                    at = ref Unsafe.Add(ref at, 3);
                    for (; runs > 0; runs--)
                    {
                        total = SumRun(ref r, ref at, total);
                        at = ref Unsafe.Add(ref at, 5);
                    }

                    Unsafe.Add(ref r, to) = total;
                    break;
                case Operation.Apply:
                    Unsafe.Add(ref r, to) = functions[Unsafe.Add(ref at, 2)](new ReadOnlySpan<double>(ref Unsafe.Add(ref r, Unsafe.Add(ref at, 3))));
                    at = ref Unsafe.Add(ref at, 4);
                    break;
                case Operation.ApplyToMany:
                    var arity = Unsafe.Add(ref at, 3);
                    Unsafe.Add(ref r, to) = Apply(functions[Unsafe.Add(ref at, 2)], ref r, ref Unsafe.Add(ref at, 4), arity);
                    at = ref Unsafe.Add(ref at, 4 + arity);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown operation {(Operation)at}.");
            }
        }
    }

    private static double Apply(FunctionValue function, ref double r, ref int operands, int arity)
    {
        Span<double> arguments = arity <= 8 ? stackalloc double[8] : new double[arity];
        for (var k = 0; k < arity; k++)
        {
            arguments[k] = Unsafe.Add(ref r, Unsafe.Add(ref operands, k));
        }

        return function(arguments[..arity]);
    }

    private static double SumRun(ref double r, ref int run, double sum)
    {
        var count = run;
        ref var left = ref Unsafe.Add(ref r, Unsafe.Add(ref run, 1));
        ref var right = ref Unsafe.Add(ref r, Unsafe.Add(ref run, 3));
        var (leftStep, rightStep) = (Unsafe.Add(ref run, 2), Unsafe.Add(ref run, 4));
        if (leftStep == 1 && rightStep == 1)
        {
            return sum + Kernels.Dot(ref left, ref right, count);
        }

        for (; count > 0; count--)
        {
            sum += left * right;
            left = ref Unsafe.Add(ref left, leftStep);
            right = ref Unsafe.Add(ref right, rightStep);
        }

        return sum;
    }

    private static void MultiplyRun(ref double r, in Run run)
    {
        ref var to = ref Unsafe.Add(ref r, run.To);
        ref var left = ref Unsafe.Add(ref r, run.Left);
        ref var right = ref Unsafe.Add(ref r, run.Right);
        switch (run.ToStep, run.LeftStep, run.RightStep)
        {
            case (1, 1, 0):
                Kernels.Scale(ref to, ref left, right, run.Length);
                return;
            case (1, 0, 1):
                Kernels.Scale(ref to, ref right, left, run.Length);
                return;
        }

        for (var count = run.Length; count > 0; count--)
        {
            to = left * right;
            to = ref Unsafe.Add(ref to, run.ToStep);
            left = ref Unsafe.Add(ref left, run.LeftStep);
            right = ref Unsafe.Add(ref right, run.RightStep);
        }
    }
}
