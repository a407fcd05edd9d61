using System.Text.RegularExpressions;
using ReaderOfTheReadme;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Cli;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Writing.Latex.LatexTokens;

namespace SymbolicBackprop.Tests;

/// <summary>What the README promises.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_library_answers_as_the_readme_shows()
    {
        Assert.Contains(@"\delta_1^{[2]} f_2'(z_1^{[2]}) a_1^{[1]}", ReadmeCode.Run(), StringComparison.Ordinal);
        Assert.StartsWith("notes.md:1:19: wrong: a sign is wrong\n", ReadmeCheckCode.Run(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_network_of_the_readme_learns_exclusive_or() => Assert.InRange(ReadmeTrainingCode.Run(), 0, 0.02);

    [Fact]
    public void The_report_of_the_readme_is_what_the_command_writes()
    {
        var excerpt = Readme.Split("```text\n")[1].Split("```")[0].TrimEnd();
        var report = CommandRun.In(Repository.Root, "check", "examples/handwritten.md", "--network", "examples/handwritten.yaml").Output;

        Assert.All(excerpt.Split("\n\n"), part => Assert.Contains(part + "\n", report, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, nameof(ReadmeCode), "latex")]
    [InlineData(2, nameof(ReadmeCheckCode), "text")]
    [InlineData(3, nameof(ReadmeTrainingCode), "totals[0]")]
    public void The_code_of_the_readme_is_the_code_that_runs_here(int block, string file, string result)
    {
        var here = File.ReadAllText(Repository.PathOf($"tests/SymbolicBackprop.Tests/{file}.cs"));
        var code = Readme.Split("```csharp\n")[block].Split("```")[0].Replace($"Console.WriteLine({result});", $"return {result};", StringComparison.Ordinal);

        Assert.Equal(Statements(code), Statements(here).Where(statement => !statement.StartsWith("namespace", StringComparison.Ordinal)));

        // Without white space, comments, and what stands around the statements of a method.
        static IEnumerable<string> Statements(string text) =>
            WhiteSpace().Replace(Frame().Replace(text, ""), "").Split(';', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void The_formulas_of_the_readme_are_on_the_sheet()
    {
        var sheet = SheetComposer.Compose(Example.Read("handwritten")).Blocks.OfType<Equations>()
            .SelectMany(block => block.Items.Select(item => Sides(new LatexWriter(block.Notation).Write(item.Statement))))
            .ToList();
        var shown = DisplayedFormula().Matches(Readme).SelectMany(match => match.Groups[1].Value.Split(@"\qquad")).ToList();

        Assert.NotEmpty(shown);
        foreach (var sides in shown.Select(Sides))
        {
            // What the README writes in one chain may be several equations there.
            Assert.All(sides.Skip(1), side => Assert.Contains(sheet, written => written[0] == sides[0] && written.Skip(1).Contains(side)));
        }
    }

    [Fact]
    public void The_examples_show_every_setting_with_its_alternatives()
    {
        var examples = string.Concat(Directory.GetFiles(Repository.PathOf("examples"), "*.yaml").Select(File.ReadAllText));

        Assert.All(NotationSetting.All, setting =>
        {
            Assert.Contains($"  {setting.Name}: ", examples, StringComparison.Ordinal);
            Assert.All(setting.Choices, choice => Assert.Matches($@"\b{choice.Name}\b", examples));
        });
    }

    [Fact]
    public void Folders_are_in_the_order_of_the_table_and_use_nothing_below_them()
    {
        var source = Repository.PathOf("src/SymbolicBackprop");
        var folders = Directory.GetDirectories(source).Select(path => Path.GetFileName(path)).Where(name => name is not ("bin" or "obj"));
        var lines = TableLine().Matches(Readme).Select((match, line) => (Names: Name().Matches(match.Value).Select(name => name.Groups[1].Value), line));
        var lineOf = lines.SelectMany(row => row.Names.Select(name => (name, row.line))).ToDictionary(pair => pair.name, pair => pair.line);

        Assert.Equal(folders.Order(StringComparer.Ordinal), lineOf.Keys.Order(StringComparer.Ordinal));
        foreach (var (folder, line) in lineOf)
        {
            foreach (var file in Directory.GetFiles(Path.Combine(source, folder), "*.cs", SearchOption.AllDirectories))
            {
                Assert.All(UsedFolder().Matches(File.ReadAllText(file)), match =>
                    Assert.True(lineOf[match.Groups[1].Value] <= line, $"{Path.GetFileName(file)} of {folder} uses {match.Groups[1].Value}, which stands further down."));
            }
        }
    }

    [GeneratedRegex(@"\$\$(.*?)\$\$", RegexOptions.Singleline)]
    private static partial Regex DisplayedFormula();

    [GeneratedRegex(@"\s")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"//.*|.*\bclass\b.*|.*\(\)\s*$|^\s*[{}]\s*$", RegexOptions.Multiline)]
    private static partial Regex Frame();

    // A line of the table of folders: names in code style, then what they hold.
    [GeneratedRegex(@"^\| `\w+`[^|]*(?=\|)", RegexOptions.Multiline)]
    private static partial Regex TableLine();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"^using (?:static |\w+ = )?SymbolicBackprop\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex UsedFolder();
}
