using System.CommandLine;
using System.Diagnostics;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The command <c>kills</c>: a program is killed while it writes over a file, which has to be the old one or the new one then.</summary>
public static class KillsCommand
{
    private const string Network = "network:\n  inputs: 120\n  layers:\n    - { units: 120, activation: tanh }\n    - { units: 120, activation: tanh }\n    - { units: 1, activation: sigmoid }\n";
    private const string Old = "what was there before\n";

    internal static Command Make()
    {
        var tool = new Argument<string>("tool") { Description = "The program backprop, or backprop.dll." };
        var times = new Option<int>("--times") { Description = "How often it is killed.", DefaultValueFactory = _ => 200 };
        var output = new Option<string>("--output") { Description = "The folder for kills.md.", Required = true };
        var command = new Command("kills", "Kills the program at random moments while it writes a file.") { tool, times, output };
        command.SetAction(arguments =>
        {
            var found = Try(arguments.GetRequiredValue(tool), arguments.GetValue(times));
            File.WriteAllText(Path.Join(arguments.GetRequiredValue(output), "kills.md"), found.ToMarkdown());
            Console.Write(found.ToMarkdown());
            return found.Torn == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Kills the program some times: half of them at any moment of its run, half once it has begun to write.</summary>
    /// <param name="tool">The program, or its library.</param>
    /// <param name="times">How often.</param>
    public static Kills Try(string tool, int times)
    {
        var folder = Directory.CreateTempSubdirectory("backprop-kills-");
        try
        {
            var target = Path.Join(folder.FullName, "network.py");
            File.WriteAllText(Path.Join(folder.FullName, "network.yaml"), Network);
            var watch = Stopwatch.StartNew();
            using (var whole = Start(tool, folder))
            {
                whole.WaitForExit();
            }

            var (duration, complete, random, found) = (watch.Elapsed, File.ReadAllText(target), new Random(1), new Kills(0, 0, 0, 0));
            for (var i = 0; i < times; i++)
            {
                File.WriteAllText(target, Old);
                using var process = Start(tool, folder);
                if (i % 2 == 0)
                {
                    process.WaitForExit(duration * random.NextDouble());
                }
                else
                {
                    Spin(() => Begun(folder) || process.HasExited);
                    var (since, pause) = (Stopwatch.StartNew(), TimeSpan.FromMilliseconds(5 * random.NextDouble()));
                    Spin(() => since.Elapsed > pause);
                }

                process.Kill();
                process.WaitForExit();
                found = File.ReadAllText(target) switch
                {
                    Old when Begun(folder) => found with { Writing = found.Writing + 1 },
                    Old => found with { Before = found.Before + 1 },
                    var text when text == complete => found with { After = found.After + 1 },
                    _ => found with { Torn = found.Torn + 1 },
                };
                Array.ForEach(folder.GetFiles(".*.tmp"), file => file.Delete());
            }

            return found;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool Begun(DirectoryInfo folder) => folder.EnumerateFiles(".*.tmp").Any();

    // Sleeping is too coarse for what takes milliseconds.
    private static void Spin(Func<bool> until)
    {
        while (!until())
        {
            Thread.SpinWait(20);
        }
    }

    private static Process Start(string tool, DirectoryInfo folder)
    {
        string[] arguments = ["export", "network.yaml", "--to", "numpy", "--output", "network.py"];
        return Process.Start(tool.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", arguments.Prepend(tool)) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true }
            : new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
    }
}
