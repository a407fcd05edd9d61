using BenchmarkDotNet.Attributes;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Benchmarks.Loops;

/// <summary>The model of a network, from its description to the loss, and with all derivatives by its parameters.</summary>
[MemoryDiagnoser]
public class GradientBenchmark
{
    [Benchmark(Baseline = true)]
    public Model Build() => DenseNetworks.OfWidth(64).Model;

    [Benchmark]
    public Gradient BuildAndDifferentiate()
    {
        var model = DenseNetworks.OfWidth(64).Model;
        return Gradient.Of(model[Symbol.Loss].Node, by: [.. Parameters(model)]);
    }

    private static IEnumerable<Expressions.Expr> Parameters(Model model) =>
        model.Variables.Where(variable => variable.Symbol.Role is Role.Weight or Role.Bias).Select(variable => variable.Node);
}
