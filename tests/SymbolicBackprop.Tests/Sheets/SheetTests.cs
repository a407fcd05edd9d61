using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

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

    // Composing proves every equality, or throws.
    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_of_the_catalogue_has_a_sheet(string name)
    {
        var network = Network.Create(inputs: 1).Dense(2, Activation.Find(name)!).Dense(1, Activation.Sigmoid);
        var sheet = SheetComposer.Compose(new SheetFile { Network = network, Questions = [new Question(W(1, 1, 2), Notation.Parentheses)] });

        var read = network.Check(new SourceText("sheet.tex", LatexDocument.Write(sheet)), DocumentFormat.Latex);
        Assert.All(read.Formulas, formula => Assert.Null(formula.Error));
        Assert.False(read.HasMistakes);
    }

    public static TheoryData<string> Activations => [.. Activation.All.Select(activation => activation.Name)];

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
