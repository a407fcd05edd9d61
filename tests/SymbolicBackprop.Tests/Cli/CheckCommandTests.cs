using System.Text;
using System.Text.RegularExpressions;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class CheckCommandTests : IDisposable
{
    private const string Right = @"$$\hat{y} = a_1^{(3)}$$";
    private const string Wrong = @"$$a_1^{(2)} = z_1^{(2)}$$";
    private const string Unreadable = "$$a = $$";

    private readonly TemporaryFolder folder = new();

    public CheckCommandTests() => File.Copy(Repository.PathOf("examples/handwritten.yaml"), folder.PathOf("net.yaml"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("text", "txt")]
    [InlineData("json", "json")]
    [InlineData("markdown", "md")]
    public void The_handwritten_sheet_gets_the_report_of_its_snapshot(string format, string ending)
    {
        var run = CommandRun.In(Repository.PathOf("examples"), "check", "handwritten.md", "--network", "handwritten.yaml", "--format", format);

        Assert.Equal(new CommandRun(1, File.ReadAllText(Repository.PathOf($"snapshots/checking/handwritten.md.verified.{ending}")), ""), run);
    }

    [Theory]
    [InlineData(Right, 0)]
    [InlineData(@"$$\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = ?$$", 0)]
    [InlineData(@"$$\alpha = 3$$", 0)] // an introduction
    [InlineData(@"$$y^{(7)} = 3$$", 0)] // not about this network
    [InlineData(@"$$a_1^{(1)} = f_2(z_1^{(1)})$$", 0)] // a warning
    [InlineData(@"$$a_1^{(1)} \approx 0.5$$", 0)] // undecided
    [InlineData(Wrong, 1)]
    [InlineData(@"$$\delta_1^{(1)} = \delta_1^{(2)} f_2'(z_1^{(2)}) w_{11}^{(2)}$$", 1)] // one path of two
    [InlineData(Unreadable, 2)]
    [InlineData(Right + "\n\n" + Unreadable, 2)]
    [InlineData(Wrong + "\n\n" + Unreadable, 1)]
    [InlineData(Right + "\n\n$$a = b", 2)] // not closed
    public void The_exit_code_is_0_where_nothing_is_wrong_and_1_where_something_is_and_else_2(string document, int exitCode)
    {
        File.WriteAllText(folder.PathOf("doc.md"), document);

        var run = Check("doc.md");

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    }

    [Fact]
    public void What_cannot_be_read_is_reported_in_its_place_and_hides_nothing()
    {
        File.WriteAllText(folder.PathOf("doc.md"), $"{Unreadable}\n\n{Wrong}\n");

        Assert.Equal(
            """
            doc.md:1:6: cannot be read: the formula ends here
              1 | a =
                |    ^
              Expected a number, a letter, a function or brackets.

            doc.md:3:15: wrong: the activation function is missing
              3 | a_1^{(2)} = z_1^{(2)}
                |             ^^^^^^^^^
              At a random point, the left side is -0.2878 and the right side -0.2962.
              it should read: a_1^{(2)} = f_2(z_1^{(2)})

            2 formulas, 1 relation: 0 hold (0 proved), 1 wrong, 1 cannot be read.

            """,
            Check("doc.md").Output);
    }

    [Theory]
    [InlineData("doc.md", 0)]
    [InlineData("doc.MARKDOWN", 0)]
    [InlineData("doc.tex", 0)]
    public void The_ending_says_what_a_document_is_written_in(string name, int exitCode)
    {
        File.WriteAllText(folder.PathOf(name), Right);

        Assert.Equal(exitCode, Check(name).ExitCode);
    }

    [Fact]
    public void The_language_of_a_document_can_be_said()
    {
        File.WriteAllText(folder.PathOf("doc.md"), @"`$\hat{y} = a_1^{(3)}$`"); // code in Markdown

        Assert.Equal((0, ""), (Check("doc.md", "--document-format", "latex").ExitCode, Check("doc.md", "--document-format", "latex").Error));
        Assert.Equal(
            new CommandRun(2, "", "error: 'doc.md' has no formulas\n  hint: formulas stand in $…$ or $$…$$\n"),
            Check("doc.md"));
    }

    [Fact]
    public void Standard_input_is_a_document_too()
    {
        var run = CommandRun.In(
            folder.FullPath,
            surroundings => surroundings with { Input = new MemoryStream(Encoding.UTF8.GetBytes(Wrong)) },
            "check", "-", "--network", "net.yaml", "--document-format", "markdown");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("standard input:1:15: wrong: the activation function is missing\n", run.Output);
    }

    [Theory]
    [InlineData("nothing.md", "error: cannot read 'nothing.md': there is no such file\n")]
    [InlineData("no/doc.md", "error: cannot read 'no/doc.md': there is no such folder\n")]
    [InlineData(".", "error: cannot read '.': it is a folder\n")]
    [InlineData("", "error: cannot read '': the name is empty\n")]
    [InlineData("latin.md", "latin.md:1:4: error: the file is not UTF-8 text\n  1 | ré \ufffd\n    |    ^\n  hint: save it with the encoding UTF-8\n")]
    [InlineData("doc.docx", "error: it is not clear what 'doc.docx' is written in; known endings are .md, .markdown, .tex\n  hint: say it with --document-format markdown|latex\n")]
    [InlineData("-", "error: it is not clear what 'standard input' is written in; known endings are .md, .markdown, .tex\n  hint: say it with --document-format markdown|latex\n")]
    [InlineData("empty.md", "error: 'empty.md' has no formulas\n  hint: formulas stand in $…$ or $$…$$\n")]
    [InlineData("words.tex", "error: 'words.tex' has no formulas\n  hint: formulas stand in \\[…\\], $…$ or an environment such as align\n")]
    [InlineData("open.md", "open.md:1:1: error: $$ that is not closed\n  1 | $$a = b\n    | ^^\n  hint: expected $$ before the next empty line\n")]
    public void A_document_that_cannot_be_used_is_one_message(string name, string message)
    {
        File.WriteAllBytes(folder.PathOf("latin.md"), [.. "ré "u8, 0xe9]);
        File.WriteAllText(folder.PathOf("doc.docx"), Right);
        File.WriteAllText(folder.PathOf("empty.md"), "");
        File.WriteAllText(folder.PathOf("words.tex"), @"\begin{document}words\end{document} $a = b$");
        File.WriteAllText(folder.PathOf("open.md"), "$$a = b\n");

        Assert.Equal(new CommandRun(2, "", message), Check(name));
    }

    [Theory]
    [InlineData("nothing.yaml", "error: cannot read 'nothing.yaml': there is no such file\n")]
    [InlineData("bad.yaml", "bad.yaml:1:10: error: the key 'layers' is missing; a network needs it\n")]
    public void A_network_file_that_cannot_be_used_is_one_message(string name, string message)
    {
        File.WriteAllText(folder.PathOf("doc.md"), Right);
        File.WriteAllText(folder.PathOf("bad.yaml"), "network: { inputs: 1 }\n");

        var run = CommandRun.In(folder.FullPath, "check", "doc.md", "--network", name);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error);
        Assert.Equal(1, run.Error.Split("error:").Length - 1);
    }

    [Theory]
    [InlineData("doc.md", "error: 'doc.md' is the document itself\n  hint: name another file with --output\n")]
    [InlineData("./net.yaml", "error: './net.yaml' is the network file itself\n  hint: name another file with --output\n")]
    [InlineData("no/report.md", "error: cannot write 'no/report.md': there is no such folder\n")]
    public void A_report_that_cannot_be_written_is_one_message(string output, string message)
    {
        File.WriteAllText(folder.PathOf("doc.md"), Right);

        Assert.Equal(new CommandRun(2, "", message), Check("doc.md", "--output", output));
        Assert.Equal(Right, File.ReadAllText(folder.PathOf("doc.md")));
    }

    [Fact]
    public void A_report_can_be_written_into_a_file()
    {
        File.WriteAllText(folder.PathOf("doc.md"), Wrong);
        var printed = Check("doc.md", "--format", "markdown").Output;

        Assert.Equal(new CommandRun(1, "wrote marked.md\n", ""), Check("doc.md", "--format", "markdown", "--output", "marked.md"));
        Assert.Equal(printed, File.ReadAllText(folder.PathOf("marked.md")));
    }

    [Fact]
    public void Options_say_how_the_document_is_written()
    {
        File.WriteAllText(folder.PathOf("doc.md"), @"$$\frac{\partial J}{\partial b_1^{[3]}} = -2 (y - \hat{y}) f_3'(z_1^{[3]})$$ $$z_1^{[1]} = w_{11}^{[1]} x_1 + w_{12}^{[1]} x_2 + b_1^{[1]}$$");

        Assert.Equal(1, Check("doc.md").ExitCode);
        Assert.Equal(0, Check("doc.md", "--weight-indices", "to-from", "--loss", "J", "--inputs", "x").ExitCode);
    }

    [Fact]
    public void What_holds_is_listed_where_asked_for()
    {
        File.WriteAllText(folder.PathOf("doc.md"), Right);

        Assert.Equal("1 formula, 1 relation: 1 holds (1 proved), 0 wrong.\n", Check("doc.md").Output);
        Assert.StartsWith("doc.md:1:11: definition: agrees with the network, proved\n", Check("doc.md", "--verbose").Output);
    }

    [Theory]
    [InlineData("always", false, true)]
    [InlineData("always", true, true)]
    [InlineData("auto", true, true)]
    [InlineData("auto", false, false)]
    [InlineData("never", true, false)]
    public void Colours_are_shown_where_wanted(string color, bool screenShowsColors, bool expected)
    {
        File.WriteAllText(folder.PathOf("doc.md"), Wrong);
        var colored = CommandRun.In(
            folder.FullPath,
            surroundings => surroundings with { ShowsColors = screenShowsColors },
            "check", "doc.md", "--network", "net.yaml", "--color", color).Output;

        Assert.Equal(expected, colored.Contains("\u001b[91mwrong\u001b[0m", StringComparison.Ordinal));
        Assert.Equal(Check("doc.md").Output, Regex.Replace(colored, @"\u001b\[[0-9;]*m", ""));
    }

    [Fact]
    public void A_file_has_colours_only_where_asked_for()
    {
        File.WriteAllText(folder.PathOf("doc.md"), Wrong);
        CommandRun.In(folder.FullPath, surroundings => surroundings with { ShowsColors = true, ScreenWidth = 50 }, "check", "doc.md", "--network", "net.yaml", "--output", "report.txt");

        Assert.Equal(Check("doc.md").Output, File.ReadAllText(folder.PathOf("report.txt")));
    }

    [Fact]
    public void Text_is_as_wide_as_the_screen()
    {
        File.WriteAllText(folder.PathOf("doc.md"), Wrong);
        var text = CommandRun.In(folder.FullPath, surroundings => surroundings with { ScreenWidth = 50 }, "check", "doc.md", "--network", "net.yaml").Output;

        Assert.Contains("  At a random point, the left side is -0.2878 and\n  the right side -0.2962.\n", text);
    }

    private CommandRun Check(string document, params string[] more) =>
        CommandRun.In(folder.FullPath, ["check", document, "--network", "net.yaml", .. more]);
}
