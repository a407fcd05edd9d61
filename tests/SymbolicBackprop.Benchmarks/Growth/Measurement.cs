using System.Diagnostics;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Programs;

namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>Measures networks.</summary>
/// <param name="samples">How often each thing is measured; the median counts.</param>
/// <param name="least">How long a sample lasts at least, in milliseconds: what is quicker is done several times.</param>
internal sealed class Measurement(int samples, double least)
{
    private const int MostTimes = 1024;

    public GrowthRow Of(string series, Func<Network> make)
    {
        var network = make();
        var lossNodes = network.Model.Graph.Count;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = make().Model;
        var loss = model[Symbol.Loss].Node;
        var parameters = model.NodesOf(Role.Weight, Role.Bias);
        var derivatives = Gradient.Of(loss, by: parameters);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var build = Median(() =>
        {
            var fresh = make();
            return () => fresh.Model;
        });
        var derive = Median(() =>
        {
            var fresh = make().Model;
            return () => Gradient.Of(fresh[Symbol.Loss].Node, by: fresh.NodesOf(Role.Weight, Role.Bias));
        });
        var evaluation = EvaluationOf(model, [loss, .. parameters.Select(parameter => derivatives[parameter])]);
        return new GrowthRow(
            series,
            string.Join('-', network.Layers.Select(layer => layer.Units).Prepend(network.Inputs)),
            parameters.Length,
            lossNodes,
            model.Graph.Count,
            model.Graph.Bytes,
            allocated,
            build,
            derive,
            Median(() => evaluation));
    }

    /// <summary>The yardstick: as many random keys as a graph has nodes, put into a dictionary that has room for them.</summary>
    public double Dictionary(int count)
    {
        var random = new Random(1);
        var keys = Enumerable.Range(0, count).Select(_ => random.NextInt64()).ToArray();
        return Median(() =>
        {
            var dictionary = new Dictionary<long, int>(count);
            return () =>
            {
                for (var i = 0; i < keys.Length; i++)
                {
                    dictionary[keys[i]] = i;
                }

                return dictionary;
            };
        });
    }

    // The program is compiled once; the values are those of no training, but neither too large nor all alike.
    private static Func<object> EvaluationOf(Model model, Expr[] gradient)
    {
        Expr[] given = [.. model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => variable.Node)];
        var evaluator = EvaluationProgram.Compile(gradient, given).NewEvaluator();
        for (var i = 0; i < given.Length; i++)
        {
            evaluator.Inputs[i] = ((i * 7919L % 200) - 100) / 500.0;
        }

        return () =>
        {
            evaluator.Evaluate();
            return evaluator;
        };
    }

    // What is to be measured is prepared first, as often as it is done in a sample.
    private double Median(Func<Func<object>> prepare)
    {
        var times = 1;
        while (times < MostTimes && TimeOf(prepare, times) < least)
        {
            times *= 2;
        }

        return Enumerable.Range(0, samples).Select(_ => TimeOf(prepare, times) / times).Order().ElementAt(samples / 2);
    }

    private static double TimeOf(Func<Func<object>> prepare, int times)
    {
        GC.Collect();
        var ticks = 0L;
        for (var i = 0; i < times; i++)
        {
            var action = prepare();
            var start = Stopwatch.GetTimestamp();
            var result = action();
            ticks += Stopwatch.GetTimestamp() - start;
            GC.KeepAlive(result);
        }

        return 1000.0 * ticks / Stopwatch.Frequency;
    }
}
