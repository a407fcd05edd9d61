using BenchmarkDotNet.Attributes;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Benchmarks.Loops;

/// <summary>The value of an activation, by a way of its own or by its formula.</summary>
public class ActivationBenchmark
{
    private readonly double[] argument = [0.3];
    private FunctionValue function = null!;

    /// <summary>The activation.</summary>
    [Params("tanh", "relu", "silu")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => function = Activation.All.First(activation => activation.Name == Name).Function.Value;

    [Benchmark]
    public double Value() => function(argument);
}
