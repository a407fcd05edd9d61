using System.Diagnostics;
using SymbolicBackprop.Benchmarks.Yardsticks;
using Command = System.CommandLine.Command;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The command <c>evaluation</c>: one evaluation of a loss and its whole gradient, compiled and written by hand, side by side.</summary>
internal static class EvaluationCommand
{
    private const int Rounds = 15;

    // The runtime compiles anew what turns out to run often, and waits for some quiet before it does.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static Command Make()
    {
        var command = new Command("evaluation", "Measures compiled evaluation against backpropagation that is written by hand, as a Markdown table.") { Report.Output };
        command.SetAction(parsed =>
        {
            var report = new Report("Evaluating a loss and its whole gradient", $"Times are medians of {Rounds}.");
            report.AddLine($"| network | evaluated by | a sample, µs | by plain loops = 1 |");
            report.AddLine($"|---|---|--:|--:|");
            var sheet = EvaluatedNetwork.Sheet();
            var gradient = new double[sheet.Parameters.Length];
            Print(report, "2-2-2-1", sheet, repeats: 20_000, ("written out", 1, () => WrittenOut.Evaluate(sheet.Parameters, sheet.First(1).Span, gradient)));
            Print(report, "784-128-64-10", EvaluatedNetwork.Digits(), repeats: 40);
            report.Keep(parsed.GetValue(Report.Output));
        });
        return command;
    }

    private static void Print(Report report, string name, EvaluatedNetwork network, int repeats, params ReadOnlySpan<(string Name, int Samples, Action Run)> more)
    {
        var totals = new double[network.Batch.TotalCount];
        var evaluator = network.Program.NewEvaluator();
        double[] point = [.. network.Parameters, .. network.First(1).Span];
        point.CopyTo(evaluator.Inputs);
        var alone = new ParallelOptions { MaxDegreeOfParallelism = 1 };
        (string Name, int Samples, Action Run)[] contestants =
        [
            ("plain loops", 1, () => network.ByHand.Evaluate(network.First(1).Span)),
            .. more,
            ("program, numbers in place", 1, evaluator.Evaluate),
            ("program, numbers copied", 1, () => network.Program.Run(point, totals)),
            ("batch of 64", 64, () => network.Batch.Run(network.Parameters, network.First(64), totals, default)),
            ("batch of 1024, one thread", 1024, () => network.Batch.Run(network.Parameters, network.First(1024), totals, default, alone)),
            ("batch of 1024", 1024, () => network.Batch.Run(network.Parameters, network.First(1024), totals, default)),
        ];
        var medians = Medians(contestants, repeats);
        for (var k = 0; k < contestants.Length; k++)
        {
            report.AddLine($"| {name} | {contestants[k].Name} | {medians[k] / 1000:G3} | {medians[k] / medians[0]:F2} |");
        }
    }

    // All take turns, so that whatever else the machine does meets all of them.
    private static double[] Medians((string Name, int Samples, Action Run)[] contestants, int repeats)
    {
        var times = Array.ConvertAll(contestants, _ => new List<double>());
        var sinceStart = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round += sinceStart.Elapsed < WarmUp ? 0 : 1)
        {
            for (var k = 0; k < contestants.Length; k++)
            {
                var (_, samples, run) = contestants[k];
                var runs = Math.Max(1, repeats / samples);
                var clock = Stopwatch.StartNew();
                for (var i = 0; i < runs; i++)
                {
                    run();
                }

                times[k].Add(clock.Elapsed.TotalNanoseconds / runs / samples);
            }
        }

        return Array.ConvertAll(times, list => list.TakeLast(Rounds).Order().ElementAt(Rounds / 2));
    }
}
