using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class DeriveCommandTests
{
    [Theory]
    [InlineData("w_{11}^{(3)}")]
    [InlineData("w_{11}^{[3]}")]
    [InlineData(@"\partial loss / \partial w_{11}^{(3)}")]
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = ?")]
    public void One_derivation_is_printed_as_a_fragment(string question)
    {
        var run = CommandRun.In(Repository.Root, "derive", "examples/handwritten.yaml", question);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(@"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}}", run.Output);
        Assert.DoesNotContain(@"\documentclass", run.Output);
        Assert.EndsWith("\\end{align}\n", run.Output);
        Assert.DoesNotContain("^{[", run.Output);
    }

    [Fact]
    public void Options_override_the_notation_of_the_file()
    {
        var run = CommandRun.In(
            Repository.Root,
            ["derive", "examples/handwritten.yaml", "w_{21}^{(1)}", "--layer-marks", "brackets", "--loss", "J", "--weight-indices", "to-from"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(@"\frac{\partial J}{\partial w_{21}^{[1]}}", run.Output);
    }

    [Theory]
    [InlineData("examples/handwritten.yaml", "result", false, false)]
    [InlineData("examples/handwritten.yaml", "steps", true, false)]
    [InlineData("examples/handwritten.yaml", "full", true, true)]
    [InlineData("examples/handwritten.yaml", null, true, false)]
    [InlineData("examples/activations.yaml", null, true, true)] // whose own detail is full
    [InlineData("examples/activations.yaml", "result", false, false)]
    public void The_detail_can_be_chosen(string file, string? detail, bool hasSteps, bool isFull)
    {
        var run = CommandRun.In(Repository.Root, ["derive", file, "b_1^{(1)}", .. detail is null ? [] : new[] { "--detail", detail }]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(hasSteps, run.Output.Contains("Definitions", StringComparison.Ordinal));
        Assert.Equal(isFull, run.Output.Contains("Derivative of the loss", StringComparison.Ordinal));
        Assert.Equal(isFull, run.Output.Contains("How the derivatives are found", StringComparison.Ordinal));
        Assert.Contains("{Result}", run.Output);
    }

    [Fact]
    public void Options_say_how_the_question_is_read()
    {
        var run = CommandRun.In(Repository.Root, "derive", "examples/handwritten.yaml", "w_{12}^{(3)}", "--weight-indices", "to-from");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("w_{12}^{(3)}", run.Output);
    }

    [Fact]
    public void A_question_about_what_does_not_exist_is_shown_with_its_place()
    {
        var run = CommandRun.In(Repository.Root, "derive", "examples/handwritten.yaml", "w_{31}^{(3)}");

        Assert.Equal(
            new CommandRun(
                2,
                "",
                """
                question:1:1: error: layer 3 has 1 unit, fed by 2 units: w_{31}^{(3)} does not exist: the first index goes from 1 to 2
                  1 | w_{31}^{(3)}
                    | ^^^^^^^^^^^^
                  hint: the first index is the unit that a weight leads from, the second the one it leads to

                """),
            run);
    }

    [Fact]
    public void The_file_needs_no_questions()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("net.yaml"), "network: { inputs: 1, layers: [ { units: 1, activation: tanh } ] }\n");

        Assert.Equal(0, CommandRun.In(folder.FullPath, "derive", "net.yaml", "w_{11}^{(1)}").ExitCode);
    }

    [Fact]
    public void A_mistake_in_the_file_comes_first()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("net.yaml"), "network: { inputs: 1 }\n");

        var run = CommandRun.In(folder.FullPath, "derive", "net.yaml", "nonsense");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("net.yaml:1:10: error: the key 'layers' is missing; a network needs it\n", run.Error);
        Assert.DoesNotContain("nonsense", run.Error);
    }

    [Fact]
    public void A_missing_file_is_one_message()
    {
        Assert.Equal(
            new CommandRun(2, "", "error: cannot read 'nothing.yaml': there is no such file\n"),
            CommandRun.In(Repository.Root, "derive", "nothing.yaml", "w_{11}^{(1)}"));
    }
}
