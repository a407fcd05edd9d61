using System.CommandLine;

namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>The command <c>growth</c>: how the cost of derivatives grows with the network, as a table and a picture.</summary>
internal static class GrowthCommand
{
    private const int WarmUps = 300;

    public static Command Make()
    {
        var output = new Option<DirectoryInfo>("--output") { Description = "The folder for growth.md and growth.svg.", DefaultValueFactory = _ => new DirectoryInfo("results") };
        var largest = new Option<int>("--largest") { Description = "The largest width that is measured; 784-128-64-10 is measured from 256 on.", DefaultValueFactory = _ => 256 };
        var samples = new Option<int>("--samples") { Description = "How many measurements a median is of.", DefaultValueFactory = _ => 5 };
        var command = new Command("growth", "Measures how time, nodes and memory grow with the width and the depth of a network.") { output, largest, samples };
        command.SetAction(parsed => Run(parsed.GetValue(output)!, parsed.GetValue(largest), parsed.GetValue(samples), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static void Run(DirectoryInfo folder, int largest, int samples, TextWriter print)
    {
        var isWhole = largest >= 256;
        var measurement = new Measurement(samples, least: isWhole ? 20 : 0);
        if (isWhole)
        {
            WarmUp();
        }

        var rows = new List<GrowthRow>();
        for (var n = 2; n <= largest; n *= 2)
        {
            var width = n;
            rows.Add(measurement.Of("n-n-n-1", () => DenseNetworks.OfWidth(width)));
        }

        for (var depth = 2; depth <= Math.Min(64, largest); depth *= 2)
        {
            var layers = depth;
            rows.Add(measurement.Of("layers of four units", () => DenseNetworks.OfDepth(layers)));
        }

        (GrowthRow, double)? yardstick = null;
        if (isWhole)
        {
            var digits = measurement.Of("784-128-64-10", DenseNetworks.Digits);
            rows.Add(digits);
            yardstick = (digits, measurement.Dictionary(digits.Nodes));
        }

        var table = GrowthTable.Of(rows, yardstick, samples, Machine.Describe());
        folder.Create();
        File.WriteAllText(Path.Combine(folder.FullName, "growth.md"), table);
        File.WriteAllText(Path.Combine(folder.FullName, "growth.svg"), GrowthPlot.Of(rows));
        print.Write(table);
    }

    // Until the compiler has seen the code often enough to do its best, and has had the time for it.
    private static void WarmUp()
    {
        var measurement = new Measurement(1, least: 0);
        for (var i = 0; i < WarmUps; i++)
        {
            measurement.Of("", () => DenseNetworks.OfWidth(16));
            if (i % 100 == 99)
            {
                Thread.Sleep(300);
            }
        }
    }
}
