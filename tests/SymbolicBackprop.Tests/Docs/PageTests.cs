using System.Text.RegularExpressions;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Docs;

/// <summary>
/// Whoever follows a page of the documentation, in an empty folder and with the packed packages, gets what it shows. A block with a
/// title is a file, <c>sh</c> is run, and the <c>text</c> behind it is what that prints, with … for what is left out; with <c>all</c> it is all of it.
/// </summary>
public sealed partial class PageTests(PageTests.Packed packed) : IClassFixture<PageTests.Packed>
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Where(path => Blocks(path).Any()).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task What_a_page_shows_is_what_happens(string page)
    {
        var reader = new Reader(await packed.FolderAsync(), page.Replace('/', '-'));
        if (!File.ReadAllText(Repository.PathOf(page)).Contains("dotnet tool install", StringComparison.Ordinal))
        {
            await reader.RunAsync("dotnet tool install --global SymbolicBackprop.Cli");
        }

        var printed = "";
        foreach (var (info, text) in Blocks(page))
        {
            switch (info.Split(' '))
            {
                case [_, var title] when title.StartsWith("title=", StringComparison.Ordinal):
                    reader.Write(title["title=".Length..].Trim('"'), text);
                    break;
                case ["sh", .. var needed]:
                    Assert.All(needed, program => RequiredTool.Find(program));
                    printed = await reader.RunAsync(text);
                    break;
                case ["text"]:
                    Assert.All(text.Split('…'), part => Assert.Contains(part.Trim('\n'), printed, StringComparison.Ordinal));
                    break;
                case ["text", "all"]:
                    Assert.Equal(text, printed);
                    break;
                default:
                    // A sketch is of what this machine may lack; the page shows another way that runs.
                    Assert.EndsWith(" sketch", info, StringComparison.Ordinal);
                    break;
            }
        }
    }

    [Fact]
    public void Links_lead_to_files()
    {
        var pages = Directory.GetFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories);

        Assert.All(pages, page => Assert.All(Link().Matches(File.ReadAllText(page)), link =>
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value)), $"{page}: {link.Value}")));
    }

    private static IEnumerable<(string Info, string Text)> Blocks(string page) =>
        Fence().Matches(File.ReadAllText(Repository.PathOf(page))).Select(match => (match.Groups["info"].Value, match.Groups["text"].Value));

    [GeneratedRegex(@"^(?<fence>`{3,})(?<info>[^\s`].*)\n(?<text>(?:(?!\k<fence>).*\n)*)\k<fence>$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();

    /// <summary>Somebody with an empty folder, an empty home and the packages.</summary>
    private sealed class Reader
    {
        private readonly string folder;
        private readonly string home;
        private readonly string packages;

        public Reader(string root, string name)
        {
            (folder, home, packages) = (Path.Combine(root, name, "here"), Path.Combine(root, name, "home"), Path.Combine(root, "restored"));
            Directory.CreateDirectory(folder);
            Directory.CreateDirectory(home);
        }

        public void Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        public async Task<string> RunAsync(string commands)
        {
            // Both streams as they come. Nothing is left running, and nothing is put into the caches of whoever runs the tests.
            string[] variables =
            [
                $"PATH={Path.Combine(home, ".dotnet", "tools")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
                $"DOTNET_CLI_HOME={home}", $"NUGET_PACKAGES={packages}", "DOTNET_NOLOGO=1", "DOTNET_CLI_TELEMETRY_OPTOUT=1",
                "MSBUILDDISABLENODEREUSE=1", "UseSharedCompilation=false",
            ];
            var run = await ToolRun.StartAsync(RequiredTool.Find("env"), [.. variables, RequiredTool.Find("sh"), "-e", "-c", "exec 2>&1\n" + commands], folder, timeout: TimeSpan.FromMinutes(3));
            Assert.True(run.ExitCode == 0, $"{commands}\n{run.Output}{run.Error}");
            return run.Output;
        }
    }

    /// <summary>The packages, packed once, in a folder from which they are restored.</summary>
    public sealed class Packed : IDisposable
    {
        private readonly TemporaryFolder folder = new();
        private readonly Lazy<Task<string>> packed;

        public Packed() => packed = new Lazy<Task<string>>(PackAsync);

        public Task<string> FolderAsync() => packed.Value;

        public void Dispose() => folder.Dispose();

        private async Task<string> PackAsync()
        {
            var dotnet = RequiredTool.Find("dotnet");
            foreach (var project in Directory.GetDirectories(Repository.PathOf("src")))
            {
                var run = await ToolRun.StartAsync(
                    dotnet,
                    ["pack", project, "--output", folder.PathOf("packed"), "--artifacts-path", folder.PathOf("artifacts")],
                    Repository.Root,
                    timeout: TimeSpan.FromMinutes(5));
                Assert.True(run.ExitCode == 0, run.Output + run.Error);
            }

            // The sources of this machine stay; what it has restored before is not fetched again.
            var restored = Repository.PackageFolder;
            File.WriteAllText(folder.PathOf("nuget.config"), $"""
                <configuration>
                  <packageSources><add key="packed" value="{folder.PathOf("packed")}" /></packageSources>
                  {(Directory.Exists(restored) ? $"""<fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>""" : "")}
                </configuration>
                """);
            return folder.FullPath;
        }
    }
}
