using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Languages;
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
    [MemberData(nameof(EveryLanguage.Examples), MemberType = typeof(EveryLanguage))]
    public async Task The_engine_of_its_language_sets_the_sheet_without_a_warning(string code, string name) =>
        await AssertSetsCleanly(Language.Named(code).LatexIn(DigitSet.Latin).Engines[0], Example.Read(name).In(Language.Named(code)));

    [Fact]
    public async Task Xelatex_sets_the_handwritten_sheet_without_a_warning() => await AssertSetsCleanly("xelatex", Example.Read("handwritten"));

    [Fact]
    public async Task A_persian_sheet_can_have_latin_digits()
    {
        var text = await AssertSetsCleanly("xelatex", Example.Read("handwritten-fa") with { Digits = DigitSet.Latin });

        Assert.Matches(@"\D12\D", text);
        Assert.DoesNotMatch("[۰-۹]", text.Replace("۱", "", StringComparison.Ordinal)); // the title's
    }

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

    // Returns the words of the pages.
    private static async Task<string> AssertSetsCleanly(string engine, SheetFile file)
    {
        var program = RequiredTool.Find(engine);
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("sheet.tex"), LatexDocument.Write(SheetComposer.Compose(file)), TestContext.Current.CancellationToken);
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
        return (await ToolRun.StartAsync(RequiredTool.Find("pdftotext"), ["-layout", "sheet.pdf", "-"], folder.FullPath)).Output;
    }
}
