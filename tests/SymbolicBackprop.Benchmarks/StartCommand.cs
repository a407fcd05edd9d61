using System.CommandLine;
using System.Diagnostics;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The command <c>start</c>: whole processes, from their start to the file that they write, this program's and SymPy's.</summary>
internal static class StartCommand
{
    public static Command Make()
    {
        var tool = new Argument<string>("tool") { Description = "The program backprop, published ahead of time." };
        var python = new Option<string>("--python") { Description = "A Python that has SymPy.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var times = new Option<int>("--times") { Description = "How often each runs.", DefaultValueFactory = _ => 15 };
        var command = new Command("start", "Measures the sheet of the handwritten network against SymPy. Run it in the root of the repository.") { tool, python, times, Report.Output };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(tool), arguments.GetRequiredValue(python), arguments.GetValue(times), arguments.GetValue(Report.Output)));
        return command;
    }

    private static void Run(string tool, string python, int times, FileInfo? output)
    {
        var folder = Directory.CreateTempSubdirectory("backprop-start-");
        try
        {
            string Inside(string name) => Path.Join(folder.FullName, name);

            var network = File.ReadAllText("examples/handwritten.yaml").Split("questions:")[0];
            File.WriteAllText(Inside("all.yaml"), $"{network}questions: [{string.Join(", ", Parameters())}]\n");
            List<(string Name, string Program, string[] Arguments)> processes =
            [
                ("SymPy, 15 derivatives", python, ["tests/SymbolicBackprop.Benchmarks/sympy_sheet.py", Inside("sympy.tex")]),
                ("the handwritten sheet", tool, ["sheet", "examples/handwritten.yaml", "--output", Inside("handwritten.tex")]),
                ("a sheet of all 15 derivatives", tool, ["sheet", Inside("all.yaml"), "--output", Inside("all.tex")]),
            ];
            processes.ForEach(process => Measure(process.Program, process.Arguments));
            var taken = processes.ConvertAll(_ => new List<double>());
            for (var i = 0; i < times; i++)
            {
                for (var k = 0; k < processes.Count; k++)
                {
                    taken[k].Add(Measure(processes[k].Program, processes[k].Arguments));
                }
            }

            var report = new Report("Whole processes", $"Times are medians of {times}, from the start of the process to the written file.");
            report.AddLine($"| from start to file | ms | SymPy takes |");
            report.AddLine($"|---|---:|---:|");
            for (var k = 0; k < processes.Count; k++)
            {
                var median = Median.Of(taken[k]);
                report.AddLine($"| {processes[k].Name} | {median:F1} | {Median.Of(taken[0]) / median:F1}× |");
            }

            report.Keep(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Parameters()
    {
        int[] units = [2, 2, 2, 1];
        for (var layer = 1; layer < units.Length; layer++)
        {
            for (var to = 1; to <= units[layer]; to++)
            {
                for (var from = 1; from <= units[layer - 1]; from++)
                {
                    yield return FormattableString.Invariant($"'w_{{{from}{to}}}^{{({layer})}}'");
                }

                yield return FormattableString.Invariant($"'b_{to}^{{({layer})}}'");
            }
        }
    }

    private static double Measure(string program, IEnumerable<string> arguments)
    {
        var started = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? started.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
