using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Sheets;

/// <summary>The sheets of all examples, as files to look at and as TeX sees them.</summary>
public sealed class SheetTests
{
    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void The_sheet_is_as_it_was_looked_at(string name) =>
        Snapshot.Match($"sheets/{name}.tex", LatexDocument.Write(SheetComposer.Compose(Example.Read(name))));

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public async Task Pdflatex_sets_the_sheet_without_a_warning(string name) => await AssertSetsCleanly("pdflatex", name);

    [Fact]
    public async Task Xelatex_sets_the_handwritten_sheet_without_a_warning() => await AssertSetsCleanly("xelatex", "handwritten");

    private static async Task AssertSetsCleanly(string engine, string name)
    {
        var program = RequiredTool.Find(engine);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("sheet.tex"), LatexDocument.Write(SheetComposer.Compose(Example.Read(name))), TestContext.Current.CancellationToken);
        for (var run = 0; run < 2; run++)
        {
            // The second run knows the numbers of the equations.
            var result = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "sheet.tex"], folder.FullPath);
            Assert.True(result.ExitCode == 0, result.Output);
        }

        var log = await File.ReadAllLinesAsync(folder.PathOf("sheet.log"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(log, line => line.Contains("Warning", StringComparison.Ordinal)
            || line.StartsWith("Overfull", StringComparison.Ordinal)
            || line.Contains("Missing character", StringComparison.Ordinal));
    }
}
