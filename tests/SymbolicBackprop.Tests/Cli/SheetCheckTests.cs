using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing;

namespace SymbolicBackprop.Tests.Cli;

/// <summary><c>sheet --check</c>.</summary>
public sealed class SheetCheckTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SheetCheckTests() => File.Copy(Repository.PathOf("examples/minimal.yaml"), folder.PathOf("net.yaml"));

    public static TheoryData<string, string> Formats => new(OutputFormat.All.Select(format => (format.Name, "net" + format.Extension)));

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_as_it_would_be_written_is_all_right(string format, string name)
    {
        var written = Run("--to", format).Output;

        Assert.StartsWith($"wrote {name}\n", written);
        Assert.Equal(new CommandRun(0, written.Replace("wrote ", "unchanged ", StringComparison.Ordinal), ""), Run("--to", format, "--check"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_not_there_differs_and_is_not_written(string format, string name)
    {
        var run = Run("--to", format, "--check");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"error: there is no '{name}'\n  hint: write it with the same command without --check\n", run.Error);
        Assert.StartsWith($"--- /dev/null\n+++ {name}\n@@ -0,0 +1,", run.Output);
        Assert.Equal([folder.PathOf("net.yaml")], Directory.GetFiles(folder.FullPath));
        Run("--to", format);
        Assert.Equal(File.ReadAllText(folder.PathOf(name)), string.Concat((run.Output + "--- ").Split("\n--- ")[0].TrimEnd('\n').Split('\n')[3..].Select(line => line[1..] + "\n")));
    }

    [Fact]
    public void A_difference_is_shown_with_the_lines_around_it_and_left_as_it_is()
    {
        Run("-o", "out.txt", "--to", "text");
        var changed = File.ReadAllText(folder.PathOf("out.txt")).Replace("Question 1: ∂L/∂w₁₁⁽¹⁾", "Question 0:", StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("out.txt"), changed);

        var run = Run("-o", "out.txt", "--to", "text", "--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("error: 'out.txt' is not as it would be written\n  hint: write it with the same command without --check\n", run.Error);
        Assert.Matches(
            @"^--- out\.txt\n\+\+\+ out\.txt\n@@ -\d+,7 \+\d+,7 @@\n(?: .*\n){3}-Question 0:\n\+Question 1: ∂L/∂w₁₁⁽¹⁾\n(?: .*\n){3}$",
            run.Output);
        Assert.Equal(changed, File.ReadAllText(folder.PathOf("out.txt")));
    }

    [Theory]
    [InlineData("\n", "\r\n", "-One unit after another\ufffd\n")]
    [InlineData("One", "\ufeffOne", "-\ufffdOne unit after another\n")]
    [InlineData("One", "\u001b[31mOne", "-\ufffd[31mOne unit after another\n")]
    public void Signs_that_nobody_sees_are_shown(string text, string with, string shown)
    {
        Run("--to", "text");
        File.WriteAllText(folder.PathOf("net.txt"), File.ReadAllText(folder.PathOf("net.txt")).Replace(text, with, StringComparison.Ordinal));

        var run = Run("--to", "text", "--check");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(shown, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_beside_the_text_is_compared_too()
    {
        Run("--to", "markdown");
        File.AppendAllText(folder.PathOf("net.2.svg"), "x\n");

        var run = Run("--to", "markdown", "--check");

        Assert.Equal((1, "error: 'net.2.svg' is not as it would be written\n  hint: write it with the same command without --check\n"), (run.ExitCode, run.Error));
        Assert.Matches(@"^unchanged net\.md\nunchanged net\.1\.svg\n--- net\.2\.svg\n(?:.*\n)*-x\nunchanged net\.3\.svg\n$", run.Output);
    }

    [Fact]
    public void A_missing_end_of_the_last_line_is_a_difference()
    {
        Run("--to", "text");
        var text = File.ReadAllText(folder.PathOf("net.txt"));
        File.WriteAllText(folder.PathOf("net.txt"), text[..^1]);
        var last = text[..^1].Split('\n')[^1];

        Assert.EndsWith($"\n-{last}\n\\ No newline at end of file\n+{last}\n", Run("--to", "text", "--check").Output);
    }

    [Fact]
    public async Task What_is_shown_is_a_patch_that_mends_the_file()
    {
        var program = RequiredTool.Find("git");
        Run();
        var wanted = File.ReadAllText(folder.PathOf("net.tex"));
        File.WriteAllText(folder.PathOf("net.tex"), wanted[..2000] + "x" + wanted[2500..^1]);
        File.WriteAllText(folder.PathOf("changes.patch"), Run("--check").Output + Run("--check", "-o", "new.tex").Output);

        var run = await ToolRun.StartAsync(program, ["apply", "-p0", "changes.patch"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(wanted, File.ReadAllText(folder.PathOf("net.tex")));
        Assert.Equal(wanted, File.ReadAllText(folder.PathOf("new.tex")));
    }

    [Theory]
    [InlineData("error: --check compares texts, and pages are none\n  hint: check the LaTeX that they are made of: leave --to pdf out\n", "--to", "pdf")]
    [InlineData("error: --check compares files, not standard output\n  hint: name a file with --output\n", "-o", "-")]
    [InlineData("error: --check writes nothing, and --watch writes again and again\n  hint: leave one of them out\n", "--watch")]
    [InlineData("error: cannot read 'folder': it is a folder\n", "-o", "folder")]
    [InlineData("error: 'net.yaml' is the network file itself\n  hint: name another file with --output\n", "-o", "net.yaml")]
    public void What_cannot_be_compared_is_refused(string message, params string[] options)
    {
        Directory.CreateDirectory(folder.PathOf("folder"));

        Assert.Equal(new CommandRun(2, "", message), Run([.. options, "--check"]));
    }

    [Fact]
    public void A_mistake_in_the_network_file_is_no_difference()
    {
        File.AppendAllText(folder.PathOf("net.yaml"), "titel: x\n");

        var run = Run("--check");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("unknown key 'titel'", run.Error, StringComparison.Ordinal);
    }

    private CommandRun Run(params string[] options) => CommandRun.In(folder.FullPath, ["sheet", "net.yaml", .. options]);
}
