using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Markdig;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing.Html;

namespace SymbolicBackprop.Tests.Embedding;

/// <summary>The site in <c>examples/docfx</c>, page by page, and where docfx can be had as docfx builds it.</summary>
public sealed partial class SiteTests
{
    private static readonly string Folder = Repository.PathOf("examples/docfx");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_no_mistakes_and_says_the_same_in_every_way_of_showing_it(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        var answered = MarkdownPage.Answer(new SourceText(name, text), Folder);
        var html = Html(name, text);

        Assert.Empty(answered.Diagnostics);
        Assert.Equal(Numbers(answered.Text), Numbers(html));
        Assert.Equal(name is "derivations.md" or "checked.md", Numbers(html).Count > 0);
    }

    [Fact]
    public void A_mistake_in_the_page_that_checks_fails_the_build_with_its_place()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "checked.md")).Replace("-2 (y", "2 (y", StringComparison.Ordinal);

        var failure = Assert.Throws<InvalidInputException>(() => Html("checked.md", text));

        Assert.StartsWith("checked.md:9:70: error: wrong: a sign is wrong\n", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docfx_builds_the_site()
    {
        using var site = Copy();

        var built = await DocfxOver(site);

        Assert.Equal((0, ""), (built.ExitCode, built.Error));
        Assert.Contains(" 0 warning(s)", built.Output, StringComparison.Ordinal);
        Assert.All(Pages.Select(row => row.Data), name =>
            Assert.Equal(Numbers(Html(name, File.ReadAllText(Path.Combine(Folder, name)))), Numbers(File.ReadAllText(site.PathOf($"_site/{Path.ChangeExtension(name, ".html")}")))));
    }

    [Fact]
    public async Task A_mistake_fails_the_build_of_docfx_with_its_place()
    {
        using var site = Copy();
        var page = site.PathOf("checked.md");
        File.WriteAllText(page, File.ReadAllText(page).Replace("-2 (y", "2 (y", StringComparison.Ordinal));

        var built = await DocfxOver(site);

        Assert.Equal(1, built.ExitCode);
        Assert.StartsWith("checked.md:9:70: error: wrong: a sign is wrong\n", built.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Copy()
    {
        var site = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Folder))
        {
            File.Copy(file, site.PathOf(Path.GetFileName(file)));
        }

        return site;
    }

    // Through the package Docfx.App, or with the same libraries from the package of the tool.
    private static async Task<ToolRun> DocfxOver(TemporaryFolder site)
    {
        List<string> from = [];
        if ((await ToolRun.StartAsync("dotnet", ["restore", "-v", "q"], Folder, timeout: TimeSpan.FromMinutes(3))).ExitCode != 0)
        {
            var tool = await ToolRun.StartAsync("dotnet", ["tool", "restore"], Folder, timeout: TimeSpan.FromMinutes(3));
            Assert.SkipUnless(tool.ExitCode == 0, "Neither the package Docfx.App nor the tool docfx can be had.");
            from.Add($"-p:DocfxTool={Path.Combine(Repository.PackageFolder, "docfx", VersionOfTool())}");
        }

        var built = await ToolRun.StartAsync("dotnet", ["build", "-v", "q", .. from], Folder, timeout: TimeSpan.FromMinutes(5));
        Assert.True(built.ExitCode == 0, built.Output);
        return await ToolRun.StartAsync("dotnet", ["run", "--no-build", "--project", Folder, .. from, "--", site.FullPath], Folder, timeout: TimeSpan.FromMinutes(5));
    }

    private static string VersionOfTool()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, ".config", "dotnet-tools.json")));
        return manifest.RootElement.GetProperty("tools").GetProperty("docfx").GetProperty("version").GetString()!;
    }

    private static string Html(string name, string text) => Markdown.ToHtml(text, new MarkdownPipelineBuilder().UseMathematics().UsePipeTables()
        .UseBackprop(new BackpropOptions { Mathematics = HtmlMathematics.Tex, Page = () => name, Folder = Folder, FailOnErrors = true }).Build());

    private static List<string> Numbers(string page) => [.. Number().Matches(page).Select(match => match.Value)];

    // The end of each equation: its last sign, its mark and its number.
    [GeneratedRegex(@"\S+\\qquad(?:\\checkmark\\;)?\\text\{\(\d+\)\}")]
    private static partial Regex Number();
}
