using System.Buffers;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Programs;

/// <summary>
/// Expressions compiled for many samples at once: the parameters are the same for all of them, the inputs are each sample's own. The
/// results do not depend on how many threads there are. It is immutable, and threads may share it.
/// </summary>
public sealed class BatchProgram
{
    // Samples go to threads in so many parts at most, and the totals of the parts are added up in their order.
    private const int MostParts = 16;

    private readonly EvaluationProgram? prelude; // what depends on the parameters alone
    private readonly LaneMachine machine;
    private readonly double[] constants;
    private readonly int uniformCount;

    private BatchProgram(Selection selection, ReadOnlySpan<Expr> parameters, ReadOnlySpan<Expr> inputs, ReadOnlySpan<Expr> uniform)
    {
        (ParameterCount, InputCount, TotalCount, ValueCount) = (parameters.Length, inputs.Length, selection.Totals.Length, selection.Roots.Length);
        prelude = uniform.IsEmpty ? null : EvaluationProgram.Compile(uniform, parameters);
        var layout = new RegisterLayout(selection);
        layout.PlaceInputs(parameters, LaneMachine.Uniform(0), LaneMachine.UniformStep);
        layout.PlaceInputs(uniform, LaneMachine.Uniform(ParameterCount), LaneMachine.UniformStep);
        layout.PlaceConstants(LaneMachine.Uniform(ParameterCount + uniform.Length), LaneMachine.UniformStep);
        layout.PlaceInputs(inputs, 0);
        constants = layout.Constants;
        uniformCount = ParameterCount + uniform.Length + constants.Length;
        var schedule = new Schedule(selection);
        var laneCount = layout.PlaceComputed(schedule.Order, InputCount) + ValueCount;
        var writer = new CodeWriter(selection, layout);
        writer.Write(schedule);
        writer.WriteTotals(selection.Totals);
        machine = new LaneMachine(
            writer.Written.Code,
            writer.Written.Functions,
            InputCount,
            Array.ConvertAll(selection.Roots, root => layout.Registers[root]),
            laneCount);
    }

    /// <summary>How many numbers are the same for all samples.</summary>
    public int ParameterCount { get; }

    /// <summary>How many numbers each sample has.</summary>
    public int InputCount { get; }

    /// <summary>How many expressions are added up over the samples.</summary>
    public int TotalCount { get; }

    /// <summary>How many numbers come out for each sample.</summary>
    public int ValueCount { get; }

    /// <summary>Compiles expressions of one graph.</summary>
    /// <param name="totals">What is to be added up over the samples, such as a loss and its derivatives by the parameters.</param>
    /// <param name="values">What is to be known of each sample, such as its prediction.</param>
    /// <param name="parameters">The variables that have the same values for all samples.</param>
    /// <param name="inputs">The variables that have other values for each sample.</param>
    /// <exception cref="ArgumentException">There is nothing to compute or no input, or something depends on a variable that is not given and has no definition.</exception>
    public static BatchProgram Compile(ReadOnlySpan<Expr> totals, ReadOnlySpan<Expr> values, ReadOnlySpan<Expr> parameters, ReadOnlySpan<Expr> inputs)
    {
        if (inputs.IsEmpty)
        {
            throw new ArgumentException("There are no inputs, by which samples could differ.");
        }

        Expr[] given = [.. parameters, .. inputs];
        var selection = Selection.Of(values, totals, given);
        var uniform = UniformParts.Of(selection, inputs);
        return new BatchProgram(uniform.Length == 0 ? selection : Selection.Of(values, totals, [.. given, .. uniform]), parameters, inputs, uniform);
    }

    /// <summary>Evaluates for samples.</summary>
    /// <param name="parameters">The values of the parameters.</param>
    /// <param name="samples">The values of the inputs, sample by sample.</param>
    /// <param name="totals">Takes the totals.</param>
    /// <param name="values">Takes the values, sample by sample.</param>
    /// <param name="options">How many threads may be used; by default as many as there are processors.</param>
    /// <exception cref="ArgumentException">There are more or fewer numbers than the program has places for.</exception>
    public void Run(
        ReadOnlyMemory<double> parameters, ReadOnlyMemory<double> samples, Span<double> totals, Memory<double> values, ParallelOptions? options = null)
    {
        var count = samples.Length / InputCount;
        Lengths.Expect(ParameterCount, parameters.Length, "parameters");
        Lengths.Expect(InputCount * count, samples.Length, "numbers in samples");
        Lengths.Expect(TotalCount, totals.Length, "totals");
        Lengths.Expect(ValueCount * count, values.Length, "values");
        var uniform = new double[uniformCount];
        parameters.Span.CopyTo(uniform);
        prelude?.Run(parameters.Span, uniform.AsSpan(ParameterCount, prelude.OutputCount));
        constants.CopyTo(uniform, uniformCount - constants.Length);
        var blocks = (count + LaneMachine.Lanes - 1) / LaneMachine.Lanes;
        var parts = Math.Min(blocks, MostParts);
        var partTotals = ArrayPool<double>.Shared.Rent(parts * TotalCount);
        Parallel.For(0, parts, options ?? new ParallelOptions(), part =>
        {
            var first = (int)((long)blocks * part / parts) * LaneMachine.Lanes;
            var last = Math.Min(count, (int)((long)blocks * (part + 1) / parts) * LaneMachine.Lanes);
            machine.Run(
                uniform,
                samples.Span[(first * InputCount)..(last * InputCount)],
                partTotals.AsSpan(part * TotalCount, TotalCount),
                values.Span[(first * ValueCount)..(last * ValueCount)]);
        });
        totals.Clear();
        for (var part = 0; part < parts; part++)
        {
            Kernels.Add(totals, partTotals.AsSpan(part * TotalCount, TotalCount));
        }

        ArrayPool<double>.Shared.Return(partTotals);
    }
}
