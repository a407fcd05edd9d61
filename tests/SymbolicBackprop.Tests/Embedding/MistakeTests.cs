using SymbolicBackprop.Tests.Cli;
using SymbolicBackprop.Tests.Specs;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Embedding;

public sealed class MistakeTests
{
    private const string Broken = "network:\n  inputs: none\n  layers: [{ units: 1, activation: tanh }]\n";
    private const string Network = "network:\n  inputs: 1\n  layers:\n    - { units: 1, activation: tanh }\n    - { units: 1, activation: sigmoid }\n";

    public static IEnumerable<TheoryDataRow<string, string>> Mistakes => SpecFile.Read("tests/SymbolicBackprop.Tests/Embedding/Mistakes.md");

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_said_with_its_place_in_the_document_and_nothing_is_written(string document, string findings)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("network.yaml"), Network);
        File.WriteAllText(folder.PathOf("broken.yaml"), Broken);
        File.WriteAllText(folder.PathOf("page.md"), document);

        var run = CommandRun.In(folder.FullPath, "markdown", "page.md");

        Assert.Equal(new CommandRun(findings.Contains("error: wrong:", StringComparison.Ordinal) ? 1 : 2, "", findings), run);
        Assert.Equal(document, File.ReadAllText(folder.PathOf("page.md")));
    }

    [Fact]
    public void A_link_does_not_lead_out_of_the_folder()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        File.WriteAllText(outside.PathOf("network.yaml"), Network);
        File.CreateSymbolicLink(folder.PathOf("link.yaml"), outside.PathOf("network.yaml"));
        File.WriteAllText(folder.PathOf("page.md"), "{backprop link.yaml: b_1^{(1)}}");

        Assert.StartsWith("page.md:1:1: error: 'link.yaml' leads out of the folder", CommandRun.In(folder.FullPath, "markdown", "page.md").Error, StringComparison.Ordinal);
    }
}
