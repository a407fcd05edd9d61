using System.CommandLine;
using SymbolicBackprop.Cli;
using SymbolicBackprop.Tests.Tools;
using CommandLine = SymbolicBackprop.Cli.CommandLine;

namespace SymbolicBackprop.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "a command is missing; known are sheet, derive, check, activations, draw, export, import, markdown", "backprop")]
    [InlineData("shet", "unknown command 'shet'; known are sheet, derive, check, activations, draw, export, import, markdown", "backprop")]
    [InlineData("--verbose", "unknown option '--verbose'", "backprop")]
    [InlineData("sheet", "required argument 'FILE' missing for command: 'sheet'", "backprop sheet")]
    [InlineData("sheet a.yaml b.yaml", "'b.yaml' was not expected", "backprop sheet")]
    [InlineData("sheet a.yaml --fragmen", "unknown option '--fragmen'", "backprop sheet")]
    [InlineData("sheet a.yaml --output", "required argument missing for option: '--output'", "backprop sheet")]
    [InlineData("sheet a.yaml --output --fragment", "a value is missing before '--fragment'", "backprop sheet")]
    [InlineData("sheet -o -x a.yaml", "unknown option '-x'", "backprop sheet")]
    [InlineData("sheet --fragmen a.yaml", "unknown option '--fragmen'", "backprop sheet")]
    [InlineData("derive a.yaml --help-me", "unknown option '--help-me'", "backprop derive")]
    [InlineData("sheet \u001b[31m \u202e", "'\ufffd' was not expected", "backprop sheet")]
    [InlineData("check a.md", "option '--network' is required", "backprop check")]
    [InlineData("check --network a.yaml", "required argument 'DOC' missing for command: 'check'", "backprop check")]
    [InlineData("check a.md --network a.yaml --format html", "unknown value 'html' of --format; known are text, json, markdown", "backprop check")]
    [InlineData("check a.md --network a.yaml --color red", "unknown value 'red' of --color; known are auto, always, never", "backprop check")]
    [InlineData("check a.md --network a.yaml --document-format word", "unknown value 'word' of --document-format; known are markdown, latex", "backprop check")]
    [InlineData("check a.md --network a.yaml --delta z", "unknown value 'z' of --delta; known are activation, pre-activation, sample", "backprop check")]
    [InlineData("derive a.yaml", "required argument 'QUESTION' missing for command: 'derive'", "backprop derive")]
    [InlineData("derive a.yaml b --delta z", "unknown value 'z' of --delta; known are activation, pre-activation, sample", "backprop derive")]
    [InlineData("sheet a.yaml --to tex", "unknown value 'tex' of --to; known are latex, html, markdown, text, pdf", "backprop sheet")]
    [InlineData("export a.yaml", "option '--to' is required", "backprop export")]
    [InlineData("export a.yaml --to matlab", "unknown value 'matlab' of --to; known are sympy, mathematica, maxima, angourimath, csharp, numpy, julia", "backprop export")]
    [InlineData("draw a.yaml -t png", "unknown value 'png' of --to; known are svg, tikz", "backprop draw")]
    [InlineData("markdown", "required argument 'FILE' missing for command: 'markdown'", "backprop markdown")]
    [InlineData("derive a.yaml b --loss $L$", "'$L$' cannot be a name for --loss", "backprop derive")]
    [InlineData("derive a.yaml b --loss L --loss C", "option '--loss' expects a single argument but 2 were provided", "backprop derive")]
    public void Bad_usage_is_one_message_and_exit_code_2(string arguments, string message, string command)
    {
        var run = CommandRun.In(Repository.Root, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new CommandRun(2, "", $"error: {message}\n  hint: '{command} --help' shows how to use it\n"), run);
    }

    [Fact]
    public void A_long_word_is_not_repeated_in_full()
    {
        var run = CommandRun.In(Repository.Root, new string('x', 100_000));

        Assert.Equal(
            $"error: unknown command '{new string('x', 39)}…'; known are sheet, derive, check, activations, draw, export, import, markdown\n  hint: 'backprop --help' shows how to use it\n",
            run.Error);
    }

    [Theory]
    [InlineData("--help", "Examples:\n  backprop sheet examples/handwritten.yaml\n", "backprop derive examples/")]
    [InlineData("sheet --help", "Examples:\n  backprop sheet examples/handwritten.yaml\n", "--fragment")]
    [InlineData("derive --help", "Examples:\n  backprop derive examples/handwritten.yaml 'w_{11}^{(3)}'\n", "--layer-marks <parentheses|brackets|plain>")]
    [InlineData("check --help", "Examples:\n  backprop check examples/handwritten.md --network examples/handwritten.yaml\n", "Exit code 0: all holds; 1: something")]
    [InlineData("sheet missing.yaml -h", "Examples:\n", "--output <path>")]
    public void Help_ends_with_examples(string arguments, string examples, string other)
    {
        var run = CommandRun.In(Repository.Root, arguments.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(examples, run.Output);
        Assert.Contains(other, run.Output);
    }

    [Fact]
    public void The_examples_of_the_help_run()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("examples"));
        foreach (var example in Directory.GetFiles(Repository.PathOf("examples")))
        {
            File.Copy(example, Path.Combine(folder.FullPath, "examples", Path.GetFileName(example)));
        }

        var help = CommandRun.In(folder.FullPath, "--help").Output;
        var examples = help[help.IndexOf("Examples:", StringComparison.Ordinal)..].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

        Assert.NotEmpty(examples);
        Assert.All(examples, example =>
        {
            var run = CommandRun.In(folder.FullPath, AsAShellSplits(example).Skip(1).ToArray());
            Assert.Equal(("", example.Contains("check examples/handwritten.md", StringComparison.Ordinal) ? 1 : 0), (run.Error, run.ExitCode)); // the sheet has mistakes
        });
    }

    [Fact]
    public void The_version_is_a_number()
    {
        var run = CommandRun.In(Repository.Root, "--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+\s*$", run.Output);
    }

    [Fact]
    public void An_exception_is_one_line_and_exit_code_70()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = new Command("fail");
        command.SetAction(int (_) => throw new InvalidOperationException("no\nsense."));

        var exitCode = CommandLine.Run(["fail"], new Surroundings(output, error, Repository.Root), command);

        Assert.Equal(70, exitCode);
        Assert.Equal("", output.ToString());
        Assert.Equal("internal error: InvalidOperationException: no sense; please report it, with the network file\n", error.ToString());
    }

    [Fact]
    public async Task The_program_itself_writes_UTF8_and_gives_its_exit_code()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "backprop.exe" : "backprop");
        Assert.SkipUnless(File.Exists(program), "The program does not stand beside the tests.");
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("δ.yaml"), "");

        var help = await ToolRun.StartAsync(program, ["derive", "--help"], folder.FullPath);
        var sheet = await ToolRun.StartAsync(program, ["sheet", "δ.yaml"], folder.FullPath);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("δ = ∂loss/∂a", help.Output);
        Assert.Equal((2, ""), (sheet.ExitCode, sheet.Output));
        Assert.StartsWith("δ.yaml:1:1: error: the file is empty\n", sheet.Error);
    }

    [Theory]
    [InlineData("derive minimal.yaml w_{11}^{(1)} > /dev/full", 2, "error: cannot write to standard output: No space left on device\n")]
    [InlineData("--help > /dev/full", 2, "error: cannot write to standard output: No space left on device\n")]
    [InlineData("sheet nothing.yaml 2> /dev/full", 2, "")]
    public async Task A_stream_that_takes_nothing_is_no_reason_to_break_down(string arguments, int exitCode, string error)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "backprop");
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(program), "There is no /dev/full, or the program does not stand beside the tests.");
        using var folder = new TemporaryFolder();
        File.Copy(Repository.PathOf("examples/minimal.yaml"), folder.PathOf("minimal.yaml"));

        Assert.Equal(new ToolRun(exitCode, "", error), await ToolRun.StartAsync("/bin/sh", ["-c", $"'{program}' {arguments.Replace("w_{11}^{(1)}", "'w_{11}^{(1)}'")}"], folder.FullPath));
    }

    [Fact]
    public async Task Where_the_current_folder_is_gone_one_message_says_so()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "backprop");
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(program), "A folder in use cannot be removed, or the program does not stand beside the tests.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.PathOf("gone"));

        Assert.Equal(
            new ToolRun(2, "", "error: the current folder does not exist any more\n  hint: go to another one\n"),
            await ToolRun.StartAsync("/bin/sh", ["-c", $"rmdir ../gone && '{program}' --help"], folder.PathOf("gone")));
    }

    // Words between spaces; single quotes keep spaces together.
    private static IEnumerable<string> AsAShellSplits(string line) =>
        line.Split('\'').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
