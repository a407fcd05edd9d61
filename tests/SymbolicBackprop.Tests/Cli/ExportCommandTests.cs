using SymbolicBackprop.Exporting;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

public sealed class ExportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ExportCommandTests()
    {
        File.Copy(Repository.PathOf("examples/handwritten.yaml"), folder.PathOf("net.yaml"));
        File.Copy(Repository.PathOf("examples/keras.json"), folder.PathOf("keras.json"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_whole_model_goes_to_standard_output_or_into_a_file()
    {
        var expected = Example.Read("handwritten").Model.Export(ExportTarget.CSharp);

        Assert.Equal(new CommandRun(0, expected, ""), CommandRun.In(folder.FullPath, "export", "net.yaml", "--to", "csharp"));
        Assert.Equal(new CommandRun(0, "wrote Model.cs\n", ""), CommandRun.In(folder.FullPath, "export", "net.yaml", "-t", "csharp", "-o", "Model.cs"));
        Assert.Equal(expected, File.ReadAllText(folder.PathOf("Model.cs")));
    }

    [Fact]
    public void Without_derivatives_the_loss_alone_is_a_result()
    {
        var output = CommandRun.In(folder.FullPath, "export", "net.yaml", "--no-gradient", "--to", "maxima").Output;

        Assert.EndsWith("results: [\n  \"loss\" = loss\n]$\n", output);
    }

    [Fact]
    public void Questions_are_answered_each_and_whole_layers_entry_by_entry()
    {
        var output = CommandRun.In(folder.FullPath, "export", "net.yaml", @"\frac{\partial \hat{y}}{\partial x_2}", @"\mathbf{b}^{(2)}", "--to", "maxima").Output;

        Assert.EndsWith(
            "results: [\n  \"dyhat_dx_2\" = dyhat_dx_2,\n  \"dloss_db_1__2\" = dloss_db_1__2,\n  \"dloss_db_2__2\" = dloss_db_2__2\n]$\n", output);
    }

    [Fact]
    public void A_second_derivative_is_one()
    {
        var output = CommandRun.In(folder.FullPath, "export", "net.yaml", @"\frac{\partial^2 loss}{\partial a_1^{(3)} \partial a_1^{(3)}}", "--to", "maxima").Output;

        Assert.Contains("ddloss_da_1__3_da_1__3: 2$\n", output);
    }

    [Fact]
    public void A_formula_is_written_with_what_its_quantities_stand_for()
    {
        var output = CommandRun.In(folder.FullPath, "export", "net.yaml", "--value", @"\delta_1^{(3)} a_1^{(1)}", "--to", "maxima").Output;

        Assert.Contains("value: -2*a_1__1*(y - yhat)$\n", output);
        Assert.DoesNotContain("loss", output);
    }

    [Theory]
    [InlineData("export net.yaml w_{91}^{(1)} --to sympy", "question:1:1: error: layer 1 has 2 units, fed by 2 inputs: w_{91}^{(1)} does not exist: the first index goes from 1 to 2")]
    [InlineData("export net.yaml --value w_{91}^{(1)} --to sympy", "formula:1:1: error: the network has no w_{9,1}^(1)")]
    [InlineData("export net.yaml --value 1+ --to sympy", "formula:1:3: error: the formula ends here")]
    [InlineData("export net.yaml --value 1/0 --to sympy", "formula:1:1: error: something is divided by 0")]
    [InlineData("export net.yaml y --no-gradient --to sympy", "error: questions, --value and --no-gradient each say what to write")]
    [InlineData("export net.yaml --to sympy --output net.yaml", "error: 'net.yaml' is the network file itself")]
    [InlineData("export gone.yaml --to sympy", "error: cannot read 'gone.yaml'")]
    [InlineData("import gone.json", "error: cannot read 'gone.json'")]
    [InlineData("import net.yaml", "net.yaml:1:1: error: this is not JSON: '#' is an invalid start of a value")]
    [InlineData("import keras.json -o keras.json", "error: 'keras.json' is the model itself")]
    public void What_cannot_be_written_is_refused(string arguments, string message)
    {
        var run = CommandRun.In(folder.FullPath, arguments.Split(' '));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error);
    }

    [Fact]
    public void What_is_imported_makes_a_sheet()
    {
        Assert.Equal(new CommandRun(0, "wrote network.yaml\n", ""), CommandRun.In(folder.FullPath, "import", "keras.json", "--output", "network.yaml"));
        Assert.Equal(new CommandRun(0, "wrote network.tex\n", ""), CommandRun.In(folder.FullPath, "sheet", "network.yaml"));
    }
}
