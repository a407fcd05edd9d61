using System.Diagnostics;

namespace SymbolicBackprop.Tests.Tools;

public sealed class ToolRunTests
{
    private static string Shell => RequiredTool.Find("sh");

    [Fact]
    public async Task Exit_code_output_and_error_are_captured()
    {
        var run = await ToolRun.StartAsync(Shell, ["-c", "echo ∂; echo no >&2; exit 3"]);

        Assert.Equal(new ToolRun(3, "∂\n", "no\n"), run);
    }

    [Fact]
    public async Task Arguments_are_passed_as_they_are()
    {
        var run = await ToolRun.StartAsync(Shell, ["-c", "printf '<%s>' \"$@\"", "sh", "a b", "$HOME", "\"'"]);

        Assert.Equal("<a b><$HOME><\"'>", run.Output);
    }

    [Fact]
    public async Task It_runs_in_the_working_directory()
    {
        using var folder = new TemporaryFolder();

        await ToolRun.StartAsync(Shell, ["-c", "echo here > made"], workingDirectory: folder.FullPath);

        Assert.Equal("here\n", await File.ReadAllTextAsync(folder.PathOf("made"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Input_larger_than_a_pipe_comes_back_whole()
    {
        var input = string.Concat(Enumerable.Repeat("0123456789\n", 50_000));

        var run = await ToolRun.StartAsync(RequiredTool.Find("cat"), [], input: input);

        Assert.Equal(input, run.Output);
    }

    [Fact]
    public async Task A_program_that_asks_a_question_reads_the_end_of_its_input()
    {
        var run = await ToolRun.StartAsync(Shell, ["-c", "read answer || echo none"]);

        Assert.Equal("none\n", run.Output);
    }

    [Fact]
    public async Task A_program_that_takes_too_long_is_ended_with_all_it_started()
    {
        var watch = Stopwatch.StartNew();

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => ToolRun.StartAsync(
            Shell, ["-c", "echo begun; sleep 60 & sleep 60; echo done"], timeout: TimeSpan.FromSeconds(1)));

        // The background sleep holds the output open: that it was read to its end shows that it is gone.
        Assert.Equal($"'{Shell}' was ended after 1 seconds.\noutput: begun\n\nerror: ", exception.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }
}
