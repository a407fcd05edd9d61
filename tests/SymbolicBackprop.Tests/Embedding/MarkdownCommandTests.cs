using System.Text;
using SymbolicBackprop.Tests.Cli;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Embedding;

public sealed class MarkdownCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public MarkdownCommandTests()
    {
        foreach (var name in (string[])["page.md", "answered.md", "handwritten.yaml"])
        {
            File.Copy(Repository.PathOf("examples/" + name), folder.PathOf(name));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_page_is_brought_up_to_date_in_its_place()
    {
        Assert.Equal(new CommandRun(0, "wrote page.md\n", ""), Run("markdown", "page.md", "answered.md"));
        Assert.Equal(new CommandRun(0, "", ""), Run("markdown", "page.md", "answered.md"));
        Assert.Equal(new CommandRun(0, "unchanged page.md\nunchanged answered.md\n", ""), Run("markdown", "page.md", "answered.md", "--check"));
    }

    [Fact]
    public void A_check_shows_what_is_out_of_date_and_writes_nothing()
    {
        var old = File.ReadAllText(folder.PathOf("answered.md")).Replace(@"-2 \left[", @"2 \left[", StringComparison.Ordinal);
        File.WriteAllText(folder.PathOf("answered.md"), old);

        var run = Run("markdown", "answered.md", "--check");

        Assert.Equal((1, "error: 'answered.md' is not as it would be written\n  hint: write it with the same command without --check\n"), (run.ExitCode, run.Error));
        Assert.Contains("\n+  \\frac", run.Output, StringComparison.Ordinal);
        Assert.Equal(old, File.ReadAllText(folder.PathOf("answered.md")));
    }

    [Fact]
    public void What_comes_in_goes_out_answered()
    {
        var file = Run("markdown", "page.md", "--output", "-");
        var stream = CommandRun.In(
            folder.FullPath, surroundings => surroundings with { Input = new MemoryStream(Encoding.UTF8.GetBytes(File.ReadAllText(folder.PathOf("page.md")))) }, "markdown", "-");

        Assert.Equal(0, file.ExitCode);
        Assert.Equal(file, stream);
        Assert.Contains("<!-- /backprop -->", file.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void References_stay_in_the_folder_that_is_named()
    {
        Directory.CreateDirectory(folder.PathOf("pages"));
        File.WriteAllText(folder.PathOf("pages/page.md"), "{backprop ../handwritten.yaml: b_1^{(3)}}");

        Assert.Equal(2, Run("markdown", "pages/page.md").ExitCode);
        Assert.Equal(2, Run("markdown", "pages/page.md", "--root", "pages").ExitCode);
        Assert.Equal(new CommandRun(0, "wrote pages/page.md\n", ""), Run("markdown", "pages/page.md", "--root", "."));
    }

    [Fact]
    public void Where_one_page_is_wrong_none_is_written()
    {
        File.WriteAllText(folder.PathOf("wrong.md"), "```backprop check handwritten.yaml\n$a_1^{(2)} = z_1^{(2)}$\n```\n");
        var before = File.ReadAllText(folder.PathOf("page.md"));

        var run = Run("markdown", "page.md", "wrong.md");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("wrong.md:2:14: error: wrong: the activation function is missing\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(folder.PathOf("page.md")));
    }

    [Fact]
    public void Output_is_for_one_page() => Assert.Equal(
        new CommandRun(2, "", "error: --output is for one document\n  hint: leave it out to write each document in its place, or name one\n"), Run("markdown", "page.md", "answered.md", "--output", "-"));

    private CommandRun Run(params string[] arguments) => CommandRun.In(folder.FullPath, arguments);
}
