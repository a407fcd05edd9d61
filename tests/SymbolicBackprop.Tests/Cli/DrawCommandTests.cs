using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class DrawCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public DrawCommandTests() => File.Copy(Repository.PathOf("examples/handwritten.yaml"), folder.PathOf("net.yaml"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_picture_goes_to_standard_output_or_into_a_file()
    {
        var printed = CommandRun.In(folder.FullPath, "draw", "net.yaml", "b_1^{(1)}");

        Assert.Equal((0, ""), (printed.ExitCode, printed.Error));
        Assert.StartsWith("<svg", printed.Output);
        Assert.Equal(new CommandRun(0, "wrote net.svg\n", ""), CommandRun.In(folder.FullPath, "draw", "net.yaml", "b_1^{(1)}", "--output", "net.svg"));
        Assert.Equal(printed.Output, File.ReadAllText(folder.PathOf("net.svg")));
        Assert.StartsWith(@"\begin{tikzpicture}", CommandRun.In(folder.FullPath, "draw", "net.yaml", "--to", "tikz").Output);
    }

    [Fact]
    public void A_quantity_that_does_not_exist_is_refused()
    {
        var run = CommandRun.In(folder.FullPath, "draw", "net.yaml", "b_3^{(1)}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("question:1:", run.Error);
    }

    [Fact]
    public void Paths_are_not_drawn_to_a_whole_layer()
    {
        var run = CommandRun.In(folder.FullPath, "draw", "net.yaml", "W^{(1)}");

        Assert.Equal(new CommandRun(2, "", "error: 'W^{(1)}' is a whole layer, and paths are drawn to one quantity\n  hint: ask for one, such as w_{11}^{(1)}, or for none to draw the network\n"), run);
    }

    [Fact]
    public void Paths_are_not_drawn_of_second_derivatives()
    {
        var run = CommandRun.In(folder.FullPath, "draw", "net.yaml", @"\mathcal{R}\{\partial loss / \partial b_1^{(1)}\}");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.EndsWith(" is not a first derivative of the loss, and paths are drawn from the loss to one quantity\n  hint: ask for one, such as w_{11}^{(1)}, or for none to draw the network\n", run.Error);
    }

    [Fact]
    public void The_network_file_is_not_overwritten()
    {
        var run = CommandRun.In(folder.FullPath, "draw", "net.yaml", "--output", "net.yaml");

        Assert.Equal(new CommandRun(2, "", "error: 'net.yaml' is the network file itself\n  hint: name another file with --output\n"), run);
    }
}
