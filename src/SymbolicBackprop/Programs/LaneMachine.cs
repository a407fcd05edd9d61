using System.Buffers;
using System.Runtime.InteropServices;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// Executes code on a block of samples at a time. A register is a row of numbers, one lane for each sample; what is the same for all of
/// them is a single number, and its register is negative. In each lane happens what the scalar machine does, in the order of the code.
/// </summary>
internal sealed class LaneMachine(int[] code, FunctionValue[] functions, int inputCount, int[] values, int registerCount)
{
    /// <summary>The number of samples in a block.</summary>
    public const int Lanes = 64;

    /// <summary>From one register that is the same for all samples to the next.</summary>
    public const int UniformStep = -1;

    /// <summary>The register of a number that is the same for all samples.</summary>
    public static int Uniform(int index) => ~index;

    /// <summary>Executes the code for some samples, block by block.</summary>
    public void Run(double[] uniform, ReadOnlySpan<double> samples, Span<double> totals, Span<double> results)
    {
        totals.Clear();
        var rented = ArrayPool<double>.Shared.Rent(registerCount * Lanes);
        var block = new Block(uniform, rented.AsSpan(0, registerCount * Lanes), totals);
        var count = samples.Length / inputCount;
        for (var first = 0; first < count; first += Lanes)
        {
            block.Count = Math.Min(Lanes, count - first);
            Load(block, samples[(first * inputCount)..]);
            Execute(ref block);
            Store(block, results[(first * values.Length)..]);
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    // Lanes without a sample take the last one's numbers.
    private void Load(Block block, ReadOnlySpan<double> samples)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            var sample = samples.Slice(Math.Min(lane, block.Count - 1) * inputCount, inputCount);
            for (var i = 0; i < sample.Length; i++)
            {
                block.Registers[(i * Lanes) + lane] = sample[i];
            }
        }
    }

    private void Store(Block block, Span<double> results)
    {
        for (var lane = 0; lane < block.Count; lane++)
        {
            for (var k = 0; k < values.Length; k++)
            {
                results[(lane * values.Length) + k] = block.At(values[k], lane);
            }
        }
    }

    private void Execute(ref Block block)
    {
        ReadOnlySpan<int> rest = code;
        while (!rest.IsEmpty)
        {
            var length = 4;
            switch ((Operation)rest[0])
            {
                case Operation.Multiply:
                    block.Multiply(rest[1], rest[2], rest[3]);
                    break;
                case Operation.MultiplyRun:
                    var products = MemoryMarshal.Read<Run>(MemoryMarshal.AsBytes(rest[1..]));
                    for (var k = 0; k < products.Length; k++)
                    {
                        block.Multiply(products.To + (k * products.ToStep), products.Left + (k * products.LeftStep), products.Right + (k * products.RightStep));
                    }

                    length = 8;
                    break;
                case Operation.Reciprocal:
                    block.Divide(rest[1], rest[2]);

                    length = 3;
                    break;
                case Operation.Power:
                    block.Power(rest[1], rest[2], rest[3]);

                    break;
                case Operation.Sum:
                    length = 3 + (2 * rest[2]);
                    block.Sum(rest[1], rest[3..length]);
                    break;
                case Operation.SumOfRuns:
                    length = 3 + (5 * rest[2]);
                    block.SumRuns(rest[1], rest[3..length]);
                    break;
                case Operation.Apply:
                    block.Apply(rest[1], functions[rest[2]], rest[3]);

                    break;
                case Operation.ApplyToMany:
                    length = 4 + rest[3];
                    block.Apply(rest[1], functions[rest[2]], rest[4..length]);
                    break;
                case Operation.Total:
                    block.Total(MemoryMarshal.Read<Run>(MemoryMarshal.AsBytes(rest[1..])));
                    length = 8;
                    break;
                default:
                    throw new InvalidOperationException($"Unknown operation {(Operation)rest[0]}.");
            }

            rest = rest[length..];
        }
    }
}
