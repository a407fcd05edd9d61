using SymbolicBackprop.Cli;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class LimitOptionTests : IDisposable
{
    private const string Network = "network:\n  inputs: 2\n  layers:\n    - { units: 3, activation: tanh }\n    - { units: 1, activation: tanh }\nmax-paths: 9\nquestions: ['b_1^{(1)}']\n";

    private readonly TemporaryFolder folder = new();

    public LimitOptionTests()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), Network);
        File.WriteAllText(folder.PathOf("doc.md"), "$$" + new string('{', 119) + "1" + new string('}', 119) + " = 1$$\n");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("units=2", "net.yaml:4:16: error: 'units' must be a whole number from 1 to 2, not '3'")]
    [InlineData("layers=1", "net.yaml:4:5: error: the network has 2 layers; a network file may have 1")]
    [InlineData("parameters=12", "net.yaml:4:5: error: the network has 13 weights and biases; a network file may have 12")]
    [InlineData("paths=8", "net.yaml:6:12: error: 'max-paths' must be a whole number from 1 to 8, not '9'")]
    [InlineData("network-file=100", "net.yaml:1:1: error: the file is longer than 100 characters")]
    public void A_limit_that_is_lowered_refuses_in_every_command(string limit, string message)
    {
        Assert.Equal(0, Run("sheet", "net.yaml", "--output", "-", "--limit", "units=3").ExitCode);
        foreach (var line in new string[][] { ["sheet", "net.yaml", "--output", "-"], ["derive", "net.yaml", "b_1^{(1)}"], ["draw", "net.yaml"], ["export", "net.yaml", "--to", "sympy"], ["check", "doc.md", "--network", "net.yaml"] })
        {
            var run = Run([.. line, "--limit", limit]);

            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith(message + "\n", run.Error);
        }
    }

    [Fact]
    public void Formulas_may_be_longer_and_deeper_where_one_says_so()
    {
        Assert.Contains("nested more than 100 levels deep", Run("check", "doc.md", "--network", "net.yaml").Output);
        Assert.Equal(0, Run("check", "doc.md", "--network", "net.yaml", "--limit", "nesting=200").ExitCode);
        Assert.Contains("a formula of more than 50 characters is not read", Run("check", "doc.md", "--network", "net.yaml", "--limit", "nesting=200", "--limit", "formula=50").Output);
    }

    [Fact]
    public void A_file_may_be_larger_where_one_says_so()
    {
        File.WriteAllText(folder.PathOf("large.md"), "$$1 = 1$$\n" + new string(' ', 1_000_000));

        Assert.Equal("error: cannot read 'large.md': it is larger than 1 MB\n", Run("check", "large.md", "--network", "net.yaml", "--limit", "input=1").Error);
        Assert.Equal(0, Run("check", "large.md", "--network", "net.yaml", "--limit", "input=2").ExitCode);
    }

    [Fact]
    public void What_would_be_too_large_is_not_written()
    {
        File.WriteAllText(folder.PathOf("net.yaml"), Network.Replace("['b_1^{(1)}']", $"[{string.Join(", ", Enumerable.Repeat("'b_1^{(1)}'", 60))}]"));

        var run = Run("sheet", "net.yaml", "--to", "html", "--limit", "output=1");

        Assert.StartsWith("error: 'net.html' would have ", run.Error);
        Assert.EndsWith("more than 1\n  hint: ask fewer questions, or where you trust the input, raise the limit: --limit output=…\n", run.Error);
        Assert.False(File.Exists(folder.PathOf("net.html")));
    }

    [Theory]
    [InlineData("units", "'units' sets no limit; write one such as --limit units=2000; known are input, network-file, ")]
    [InlineData("unit=3", "'unit=3' sets no limit; write one such as --limit units=2000; known are input, network-file, ")]
    [InlineData("units=0", "'units=0' is no limit; units is a whole number from 1 to 1000000")]
    [InlineData("nesting=201", "'nesting=201' is no limit; nesting is a whole number from 1 to 200")]
    [InlineData("units=2=3", "'units=2=3' is no limit; units is a whole number from 1 to 1000000")]
    public void A_limit_that_is_none_is_refused(string limit, string message)
    {
        var run = Run("sheet", "net.yaml", "--limit", limit);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error: " + message, run.Error);
    }

    [Fact]
    public void Work_without_end_is_given_up_and_asked_to_stop()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var asked = default(CancellationToken);

        var result = TimeLimit.Run(new Surroundings(output, error, folder.FullPath), Limits.Default with { Seconds = 1 }, "the check", stop =>
        {
            (asked = stop).WaitHandle.WaitOne(TimeSpan.FromSeconds(30));
            return "";
        });

        Assert.Null(result);
        Assert.True(asked.IsCancellationRequested);
        Assert.Equal("error: the check was given up after 1 second\n  hint: make it smaller, or where you trust the input, raise the limit: --limit seconds=…\n", error.ToString());
    }

    private CommandRun Run(params string[] arguments) => CommandRun.In(folder.FullPath, arguments);
}
