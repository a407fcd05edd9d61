using BenchmarkDotNet.Attributes;
using SymbolicBackprop.Programs;

namespace SymbolicBackprop.Benchmarks.Loops;

/// <summary>The loss and the whole gradient of a network: compiled, and evaluated in all ways that there are.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmark
{
    private EvaluatedNetwork network = null!;
    private Evaluator evaluator = null!;
    private double[] totals = [];

    /// <summary>Whether it is the network of 784-128-64-10, or that of 2-2-2-1.</summary>
    [Params(false, true)]
    public bool Large { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        network = Large ? EvaluatedNetwork.Digits() : EvaluatedNetwork.Sheet();
        evaluator = network.Program.NewEvaluator();
        ((double[])[.. network.Parameters, .. network.First(1).Span]).CopyTo(evaluator.Inputs);
        totals = new double[network.Batch.TotalCount];
    }

    [Benchmark]
    public EvaluationProgram Compile() => network.Compile();

    [Benchmark(Baseline = true)]
    public double PlainLoops() => network.ByHand.Evaluate(network.First(1).Span);

    [Benchmark]
    public double Program()
    {
        evaluator.Evaluate();
        return evaluator.Outputs[0];
    }

    [Benchmark]
    public void BatchOf64() => network.Batch.Run(network.Parameters, network.First(64), totals, default);
}
