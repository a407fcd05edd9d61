using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Cli;

public sealed class ActivationsCommandTests
{
    [Fact]
    public void Without_a_formula_it_prints_the_whole_catalogue()
    {
        var run = CommandRun.In(Repository.Root, "activations");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Snapshot.Match("activations.md", run.Output);
    }

    [Fact]
    public void Formulas_of_a_user_are_the_rows()
    {
        var run = CommandRun.In(
            Repository.Root,
            [
                "activations",
                @"\frac{e^{2z}-1}{e^{2z}+1}",
                @"\frac{1}{1+e^{-kz}}",
                @"a\tanh(bz)",
                "z/(1+e^{-z})",
                @"z\sigma(\beta z)",
                @"\begin{cases} z & z > 0 \\ \alpha (e^z - 1) & \text{otherwise} \end{cases}",
                "e^{-e^{-z}}",
                @"\frac{z}{1+|z|}",
                @"\frac{\ln(1+z^2)}{1+e^{-z}}",
            ]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Snapshot.Match("activations-of-users.md", run.Output);
    }

    [Fact]
    public void Names_and_formulas_may_stand_beside_each_other()
    {
        var run = CommandRun.In(Repository.Root, "activations", "Tanh", "z^2");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(["| tanh ", "| `z^2` "], run.Output.Split('\n')[2..4].Select(row => row[..(row.IndexOf('|', 1))]));
    }

    [Fact]
    public void All_formulas_that_cannot_be_read_are_shown_and_none_is_printed()
    {
        var run = CommandRun.In(Repository.Root, "activations", "z^2", "sigmoyd(", "z^k");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("formula:1:9: error: the formula ends here\n  1 | sigmoyd(\n    |         ^\n", run.Error);
        Assert.Contains("formula:1:1: error: an exponent must be a number\n", run.Error);
    }
}
