using System.Collections;
using System.Reflection;
using System.Text.Json;
using SymbolicBackprop.Exporting;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Exporting;

/// <summary>What is exported, evaluated in its own system: all cases in one process.</summary>
public sealed class ExportTests
{
    private const string Python = "/usr/bin/python3";

    public static TheoryData<string> Targets => [.. ExportTarget.All.Select(target => target.Name)];

    [Fact]
    public Task SymPy_finds_the_values_that_the_engine_finds() => PythonAgrees(ExportTarget.SymPy, "sympy");

    [Fact]
    public Task NumPy_finds_the_values_that_the_engine_finds() => PythonAgrees(ExportTarget.NumPy, "numpy");

    // Not the systems themselves: what is written is read as Python after a few replacements, and so shown to be complete and in order.
    [Theory]
    [InlineData("julia")]
    [InlineData("mathematica")]
    public Task Read_as_Python_the_source_has_the_values_that_the_engine_finds(string target) => PythonAgrees(ExportTarget.Find(target)!, "math");

    [Fact]
    public void CSharp_finds_the_values_that_the_engine_finds()
    {
        foreach (var (export, source) in Written(ExportTarget.CSharp))
        {
            var evaluate = Assembly.Load(CompiledCode.Of(source)).GetType("Model")!.GetMethod("Evaluate")!;
            export.Check(ExportTarget.CSharp, [.. export.Points.Select((_, point) =>
            {
                var values = export.At(point, ExportTarget.CSharp);
                return (Dictionary<string, double>)evaluate.Invoke(null, [.. evaluate.GetParameters().Select(parameter => (object)Value(values, parameter.Name!))])!;
            })]);
        }
    }

    // With a double of the library: the names of it that are used, on numbers.
    [Fact]
    public void AngouriMath_is_called_by_names_it_has_and_gives_the_values_that_the_engine_finds()
    {
        const int points = 3; // fields are set once: each point takes an assembly of its own
        var library = File.ReadAllText(Repository.PathOf("tests/SymbolicBackprop.Tests/Exporting/AngouriMathDouble.txt"));
        foreach (var (export, source) in Written(ExportTarget.AngouriMath))
        {
            var compiled = CompiledCode.Of(source, library);
            export.Check(ExportTarget.AngouriMath, [.. Enumerable.Range(0, points).Select(point => ValuesOf(Assembly.Load(compiled), export.At(point, ExportTarget.AngouriMath)))], points);
        }

        static Dictionary<string, double> ValuesOf(Assembly compiled, Dictionary<string, double> given)
        {
            compiled.GetType("AngouriMath.MathS")!.GetField("Given")!.SetValue(null, given);
            var results = (IDictionary)compiled.GetType("Model")!.GetField("Results")!.GetValue(null)!;
            return results.Keys.Cast<string>().ToDictionary(name => name, name => (double)((dynamic)results[name]!).Value);
        }
    }

    [Fact]
    public async Task Maxima_finds_the_values_that_the_engine_finds()
    {
        var maxima = RequiredTool.Find("maxima");
        using var folder = new TemporaryFolder();
        var written = Written(ExportTarget.Maxima).ToList();
        foreach (var (export, source) in written)
        {
            await File.WriteAllTextAsync(folder.PathOf(export.Name + ".mac"), source, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(folder.PathOf(export.Name + "-points.mac"), MaximaRun(export, folder.PathOf(export.Name + ".mac")), TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(
            folder.PathOf("all.mac"),
            "display2d: false$\nlinel: 100000$\n" + string.Concat(written.Select(each => $"load(\"{folder.PathOf(each.Case.Name + "-points.mac")}\")$\nkill(values, functions)$\n")),
            TestContext.Current.CancellationToken);
        var run = await ToolRun.StartAsync(maxima, ["--very-quiet", "-r", $"load(\"{folder.PathOf("all.mac")}\")$"], timeout: TimeSpan.FromMinutes(3));

        var lines = run.Output.Split('\n').Where(line => line.StartsWith('[')).Select(line => JsonSerializer.Deserialize<double[]>(line)!).ToList();
        Assert.True(lines.Count == written.Sum(each => each.Case.Points.Count), run.Output[^Math.Min(run.Output.Length, 2000)..]);
        var next = 0;
        foreach (var (export, _) in written)
        {
            export.Check(ExportTarget.Maxima, [.. export.Points.Select(_ => Named(export, ExportTarget.Maxima, lines[next++]))]);
        }
    }

    private static Dictionary<string, double> Named(ExportCase export, ExportTarget target, double[] values) =>
        export.Export.Results.Zip(values).ToDictionary(each => target.Names.Encode(each.First.Name), each => each.Second);

    private static double Value(Dictionary<string, double> values, string name) => values[name];

    private static string MaximaRun(ExportCase export, string path) => string.Concat(export.Points.Select((_, point) =>
        string.Concat(export.At(point, ExportTarget.Maxima).Select(value => FormattableString.Invariant($"{value.Key}: {value.Value:R}$\n")))
        + $"load(\"{path}\")$\nprint(float(map(rhs, results)))$\n"));

    // The cases that a system can write, with their source.
    private static IEnumerable<(ExportCase Case, string Source)> Written(ExportTarget target) => ExportCase.All
        .Select(export => (export, target.Write(export.Export)))
        .Where(each => each.Item2.IsSuccess)
        .Select(each => (each.export, each.Item2.Value!));

    private static async Task PythonAgrees(ExportTarget target, string package)
    {
        var python = RequiredTool.Find(Python);
        var trial = await ToolRun.StartAsync(python, ["-c", "import " + package]);
        if (trial.ExitCode != 0)
        {
            RequiredTool.Missing($"Python has no {package} (Debian: python3-{package}).");
        }

        var written = Written(target).ToList();
        var input = JsonSerializer.Serialize(written.Select(each => new
        {
            source = each.Source,
            points = each.Case.Points.Select((_, point) => each.Case.At(point, target)),
        }));
        var run = await ToolRun.StartAsync(
            python, [Repository.PathOf("tests/SymbolicBackprop.Tests/Exporting/evaluate.py"), target.Name], input: input, timeout: TimeSpan.FromMinutes(3));

        Assert.True(run.ExitCode == 0, run.Error);
        var found = JsonSerializer.Deserialize<Dictionary<string, double>[][]>(run.Output)!;
        Assert.Equal(written.Count, found.Length);
        foreach (var ((export, _), values) in written.Zip(found))
        {
            export.Check(target, values);
        }
    }
}
