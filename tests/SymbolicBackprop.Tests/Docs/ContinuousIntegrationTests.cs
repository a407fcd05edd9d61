using System.Text.Json.Nodes;
using System.Xml.Linq;
using SymbolicBackprop.Tests.Cli;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Docs;

/// <summary>The repository of examples/ci, and what its workflow runs.</summary>
public sealed class ContinuousIntegrationTests : IDisposable
{
    private const string Command = "- run: dotnet backprop ";

    private readonly TemporaryFolder folder = new();

    public ContinuousIntegrationTests()
    {
        Directory.CreateDirectory(folder.PathOf("derivations"));
        foreach (var file in Directory.GetFiles(Repository.PathOf("examples/ci/derivations")))
        {
            File.Copy(file, folder.PathOf($"derivations/{Path.GetFileName(file)}"));
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_workflow_passes() => Assert.Equal([0, 0], ExitCodes());

    [Theory]
    [InlineData("network.tex", "chain rule", "chain  rule", 1, 0)]
    [InlineData("network.yaml", "tanh", "relu", 1, 0)]
    [InlineData("notes.md", "-2", "2", 0, 1)]
    [InlineData("notes.md", "}$$", "$$", 0, 2)]
    public void It_fails_where_something_no_longer_fits(string file, string old, string changed, params int[] expected)
    {
        var path = folder.PathOf($"derivations/{file}");
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.OrdinalIgnoreCase);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.OrdinalIgnoreCase));

        Assert.Equal(expected, ExitCodes());
    }

    [Fact]
    public void It_installs_the_version_of_this_repository()
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        var tools = JsonNode.Parse(File.ReadAllText(Repository.PathOf("examples/ci/.config/dotnet-tools.json")))!["tools"]!;

        Assert.Equal(version, (string?)tools["symbolicbackprop.cli"]!["version"]);
    }

    private int[] ExitCodes() => [.. File.ReadAllLines(Repository.PathOf("examples/ci/.github/workflows/derivations.yml"))
        .Select(line => line.Trim())
        .Where(line => line.StartsWith(Command, StringComparison.Ordinal))
        .Select(line => CommandRun.In(folder.FullPath, line[Command.Length..].Split(' ')).ExitCode)];
}
