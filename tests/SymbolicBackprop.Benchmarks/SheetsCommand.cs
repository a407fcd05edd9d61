using System.CommandLine;
using System.Diagnostics;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Benchmarks;

/// <summary>The command <c>sheets</c>: what a sheet costs for each byte of it, and how much of that are proofs.</summary>
internal static class SheetsCommand
{
    private const int Times = 7;

    private static readonly string[] Examples = ["handwritten", "wide", "softmax"];
    private static readonly int[] Widths = [2, 4, 8, 16, 32];
    private static readonly int[] Depths = [2, 4, 8, 16, 32];

    public static Command Make()
    {
        var command = new Command("sheets", "Measures whole sheets, from the network to LaTeX. Run it where the folder of examples is.") { Report.Output };
        command.SetAction(parsed => Run(parsed.GetValue(Report.Output)));
        return command;
    }

    private static void Run(FileInfo? output)
    {
        List<(string Name, Func<SheetFile> Make)> sheets =
        [
            .. Examples.Select(name => (name, (Func<SheetFile>)(() => SheetFile.Parse(File.ReadAllText($"examples/{name}.yaml"))))),
            .. Widths.Select(n => ($"{n}-{n}-1", (Func<SheetFile>)(() => AskingForAll(DenseNetworks.OfShape(layers: 1, n))))),
            .. Depths.Select(depth => ($"{depth} layers of 2", (Func<SheetFile>)(() => AskingForAll(DenseNetworks.OfShape(depth, width: 2))))),
        ];

        // Until everything is compiled as well as it will be.
        for (var started = Stopwatch.StartNew(); started.Elapsed.TotalSeconds < 20;)
        {
            sheets.ForEach(sheet => Measure(sheet.Make()));
        }

        var report = new Report("Whole sheets", $"Times are medians of {Times}, from the network to LaTeX.");
        report.AddLine($"| sheet | questions | bytes | ms | ns a byte | proofs |");
        report.AddLine($"|---|---:|---:|---:|---:|---:|");
        foreach (var (name, make) in sheets)
        {
            var runs = Enumerable.Range(0, Times).Select(_ => Measure(make())).ToList();
            var (questions, bytes, total) = (runs[0].Questions, runs[0].Bytes, Median.Of(runs.Select(run => run.Total)));
            var share = Median.Of(runs.Select(run => run.Proofs / run.Total));
            report.AddLine($"| {name} | {questions} | {bytes} | {total:F1} | {total * 1e6 / bytes:F0} | {share:P0} |");
        }

        report.Keep(output);
    }

    private static SheetFile AskingForAll(Network network) => new()
    {
        Network = network,
        Questions = network.Model.Variables.Where(variable => variable.Symbol.Role is Role.Weight or Role.Bias)
            .Select(variable => new Question(variable.Symbol, Notation.Parentheses)).ToEquatableList(),
    };

    private static (int Questions, int Bytes, double Total, double Proofs) Measure(SheetFile file)
    {
        GC.Collect();
        var started = Stopwatch.StartNew();
        var verification = new Verification(file.Model);
        var text = LatexDocument.Write(SheetComposer.Compose(file, verification));
        return (file.Questions.Count, System.Text.Encoding.UTF8.GetByteCount(text), started.Elapsed.TotalMilliseconds, verification.Elapsed.TotalMilliseconds);
    }
}
