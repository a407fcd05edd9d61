using System.Globalization;
using System.Text.Json;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Writing.Corpus;

/// <summary>Every formula of every example in every notation, in the programs that show them.</summary>
public sealed class FormulaProgramTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // About as many as there are; far fewer means that they were not found where they stand.
    private const int FewestInMarkdown = 1200;
    private const int FewestInSheets = 1200;

    [Fact]
    public void There_are_sheets_in_every_notation_and_every_example_adds_formulas()
    {
        Assert.Equal(EveryNotation.Notations.Count, EveryNotation.Notations.Distinct().Count());
        Assert.Equal(NotationProfile.All.Select(profile => profile.Notation), EveryNotation.Notations.Take(NotationProfile.All.Length));
        Assert.Equal(Example.All.Count * (1 + EveryNotation.Notations.Count), EveryNotation.Sheets.Count);
        TestContext.Current.TestOutputHelper!.WriteLine($"{PrintedFormula.OfMarkdown.Count} formulas in Markdown, {PrintedFormula.OfLatex.Count} formulas and groups of them in LaTeX sheets");
        foreach (var formulas in new[] { PrintedFormula.OfMarkdown, PrintedFormula.OfLatex })
        {
            Assert.InRange(formulas.Count(formula => formula.IsDisplayed), 800, int.MaxValue);
            Assert.InRange(formulas.Count(formula => !formula.IsDisplayed), 200, int.MaxValue);
        }
    }

    [Theory]
    [InlineData("katex")]
    [InlineData("mathjax")]
    public async Task The_web_takes_every_formula(string program)
    {
        var node = RequiredTool.Find("node");
        var folder = WebPackages.Folder();
        PrintedFormula[] formulas = [.. PrintedFormula.OfMarkdown, .. PrintedFormula.OfLatex.Select(formula => formula.WithoutLabels())];
        var run = await ToolRun.StartAsync(node, [$"{program}.js"], folder, JsonSerializer.Serialize(formulas, Json), TimeSpan.FromMinutes(3));

        Assert.True(run.ExitCode == 0, run.Error);
        var answer = JsonSerializer.Deserialize<Answer>(run.Output, Json)!;
        TestContext.Current.TestOutputHelper!.WriteLine($"{program}: {answer.Tried} formulas");
        Assert.True(answer.Rejected.Count == 0, Listed(answer.Rejected));
        Assert.InRange(answer.Tried, FewestInMarkdown + FewestInSheets, int.MaxValue);
    }

    [Fact]
    public async Task Pdflatex_takes_every_formula()
    {
        var program = RequiredTool.Find("pdflatex");
        PrintedFormula[] formulas = [.. PrintedFormula.OfMarkdown, .. PrintedFormula.OfLatex];
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("formulas.tex"), Boxes(formulas), TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-no-shell-escape", "formulas.tex"], folder.FullPath, timeout: TimeSpan.FromMinutes(3));

        var (tried, rejected) = Read(run.Output, formulas);
        TestContext.Current.TestOutputHelper!.WriteLine($"pdflatex: {tried} formulas");
        Assert.True(rejected.Count == 0, Listed(rejected));
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(formulas.Length, tried);
        Assert.InRange(tried, FewestInMarkdown + FewestInSheets, int.MaxValue);
    }

    private static string Listed(IReadOnlyList<Rejection> rejected) => $"{rejected.Count} rejected:\n"
        + string.Join('\n', rejected.Take(5).Select(formula => $"{formula.Reason}\n  {formula.Latex}"));

    // In boxes, so that no pages are made; each tells its number first.
    private static string Boxes(PrintedFormula[] formulas)
    {
        const string begin = @"\begin{document}";
        var sheet = LatexDocument.Write(new Document("", Language.All[0], []));
        return sheet[..(sheet.IndexOf(begin, StringComparison.Ordinal) + begin.Length)] + "\n"
            + string.Concat(formulas.Select((formula, i) => string.Create(CultureInfo.InvariantCulture, $"\\typeout{{FORMULA {i}}}\\setbox0\\vbox{{{Set(formula)}}}\n")))
            + "\\typeout{END}\\end{document}\n";
    }

    private static string Set(PrintedFormula formula) => formula switch
    {
        { IsDisplayed: false } => $"${formula.Latex}$",
        _ when formula.Latex.StartsWith(@"\begin{align}", StringComparison.Ordinal) => formula.Latex,
        _ => $"$${formula.Latex.TrimEnd('\n')}$$",
    };

    private static (int Tried, List<Rejection> Rejected) Read(string log, PrintedFormula[] formulas)
    {
        var rejected = new List<Rejection>();
        var tried = 0;
        foreach (var line in log.Split('\n'))
        {
            if (line.StartsWith("FORMULA ", StringComparison.Ordinal))
            {
                tried++;
            }
            else if (line.StartsWith("! ", StringComparison.Ordinal))
            {
                rejected.Add(new Rejection(tried == 0 ? "the preamble" : formulas[tried - 1].Latex, line));
            }
        }

        return (tried, [.. rejected.DistinctBy(formula => formula.Latex)]);
    }

    private sealed record Answer(int Tried, IReadOnlyList<Rejection> Rejected);

    private sealed record Rejection(string Latex, string Reason);
}
