using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Markdig;
using SymbolicBackprop.Writing.Html;
using static SymbolicBackprop.Tests.Writing.Latex.LatexTokens;

namespace SymbolicBackprop.Tests.Embedding;

public sealed partial class BackpropExtensionTests
{
    private const string Wrong = "# Title\n\n- Item\n\n  ```backprop check handwritten.yaml\n  $$\\hat{y} = a_1^{(3)}$$\n\n  $$a_1^{(2)} = z_1^{(2)}$$\n  ```\n";

    private static readonly string Page = File.ReadAllText(Repository.PathOf("examples/page.md"));

    private static readonly BackpropOptions Options = new() { Page = () => "examples/page.md", Folder = Repository.Root };

    [Fact]
    public void Browsers_and_scripts_are_given_the_same_mathematics()
    {
        var browser = Annotation().Matches(Html(Options)).Select(match => Tokens(WebUtility.HtmlDecode(match.Groups[1].Value))).ToList();
        var script = Display().Matches(DocfxHtml(Options with { Mathematics = HtmlMathematics.Tex })).Select(match => Tokens(OnOneLine(WebUtility.HtmlDecode(match.Groups[1].Value)))).ToList();

        Assert.InRange(browser.Count, 15, int.MaxValue);
        Assert.Equal(browser, script);
    }

    [Fact]
    public void Mathematics_for_scripts_stands_where_that_of_Markdig_does()
    {
        var own = Markdown.ToHtml("$a$\n\n$$\nb\n$$\n", new MarkdownPipelineBuilder().UseMathematics().Build());
        var html = DocfxHtml(Options with { Mathematics = HtmlMathematics.Tex });

        Assert.Equal("<p><span class=\"math\">\\(a\\)</span></p>\n<div class=\"math\">\n\\[\nb\n\\]</div>\n", own);
        Assert.Contains("In a sentence, <span class=\"math\">\\(\\partial \\text{loss} / \\partial b_1^{(2)} = ", html, StringComparison.Ordinal);
        Assert.Matches("<div class=\"math\" id=\"eq-1\">\n\\\\\\[\n\\\\begin\\{aligned\\}[^<]*\n\\\\\\]</div>\n", html);
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_that_of_its_snapshot() => Snapshots.Snapshot.Match("embedding/page.html", Html(Options));

    [Fact]
    public void A_wrong_formula_fails_the_build_with_its_place()
    {
        var reported = new List<Diagnostic>();

        var failure = Assert.Throws<InvalidInputException>(() => Html(Options with { FailOnErrors = true, Report = reported.Add }, Wrong));

        Assert.StartsWith("examples/page.md:8:17: error: wrong: the activation function is missing\n  8 |   $$a_1^{(2)} = z_1^{(2)}$$\n    |                 ^^^^^^^^^\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal(failure.Diagnostics, reported);
    }

    [Fact]
    public void A_wrong_formula_is_shown_in_a_box_where_the_build_goes_on()
    {
        var html = Html(Options, Wrong);

        Assert.Contains("<div class=\"backprop-problem\" role=\"alert\"><pre>examples/page.md:8:17: error: wrong: the activation function is missing\n", html, StringComparison.Ordinal);
        Assert.Contains("✗ wrong: the activation function is missing", html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"proved\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Two lines\nand {backprop: q} here", "2:5")]
    [InlineData("> - quoted\n>   {backprop handwritten.yaml: q}", "2:33")]
    [InlineData("| a | b |\n|---|---|\n| c | {backprop handwritten.yaml: q} |", "3:35")]
    [InlineData("~~~backprop\n~~~", "1:1")]
    public void A_mistake_in_any_place_is_told_with_it(string markdown, string place)
    {
        var reported = new List<Diagnostic>();

        Html(Options with { Report = reported.Add }, markdown);

        Assert.Equal("examples/page.md:" + place, Assert.Single(reported).Place!.ToString());
    }

    // Tables ask Markdig for places in the page; without them, only this extension does.
    [Fact]
    public void A_request_in_a_line_is_about_the_network_before_it_without_other_extensions()
    {
        const string markdown = "```backprop\nfile: handwritten.yaml\nquestions: [ 'b_1^{(3)}' ]\n```\n\nand {backprop: b_1^{(3)}} and {backprop: q}";
        var reported = new List<Diagnostic>();
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, Repository.PathOf("examples"));

        Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UseBackprop(Options with { Folder = folder, Page = () => null, Root = null, Report = reported.Add }).Build());

        Assert.Equal("page:6:42", Assert.Single(reported).Place!.ToString());
    }

    [Fact]
    public void One_extension_serves_many_pipelines_at_once_and_may_be_registered_again()
    {
        var options = Options with { Mathematics = HtmlMathematics.Tex };
        var expected = DocfxHtml(options);
        var pipelines = Enumerable.Range(0, 4).Select(_ => Docfx().UseBackprop(new BackpropOptions { FailOnErrors = true }).UseBackprop(options).Build()).ToList();

        Assert.All(Enumerable.Range(0, 12).AsParallel().WithDegreeOfParallelism(4).Select(i => Markdown.ToHtml(Page, pipelines[i % 4])), html => Assert.Equal(expected, html));
    }

    [Fact]
    public void A_page_that_asks_for_nothing_stays_as_it_is()
    {
        const string markdown = "# A\n\n```js\n{backprop: x}\n```\n\n`{backprop: x}` \\{backprop: x} {backprop}\n";

        Assert.Equal(Markdown.ToHtml(markdown, Docfx().Build()), Markdown.ToHtml(markdown, Docfx().UseBackprop(Options).Build()));
    }

    [Fact]
    public void Without_a_folder_no_file_is_read()
    {
        var reported = new List<Diagnostic>();

        Html(new BackpropOptions { Report = reported.Add }, "{backprop handwritten.yaml: b_1^{(1)}}");

        Assert.Equal("page:1:1: error: files cannot be found, because nobody said which folder this document is in", Assert.Single(reported).ToString());
    }

    private static string Html(BackpropOptions options, string? markdown = null) =>
        Markdown.ToHtml(markdown ?? Page, new MarkdownPipelineBuilder().UseAdvancedExtensions().UseBackprop(options).Build());

    private static string DocfxHtml(BackpropOptions options) => Markdown.ToHtml(Page, Docfx().UseBackprop(options).Build());

    // The extensions of Markdig itself that docfx turns on, in its order.
    private static MarkdownPipelineBuilder Docfx() => new MarkdownPipelineBuilder()
        .UseMathematics().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseMediaLinks().UsePipeTables().UseAutoLinks().UseEmojiAndSmiley(enableSmileys: false);

    // Without what breaks it into lines, its mark and its number.
    private static string OnOneLine(string display) => Layout().Replace(display, " ").Trim();


    [GeneratedRegex(@"<div class=""formula(?: wide)?""><math[^>]*>.*?<annotation[^>]*>(.*?)</annotation>", RegexOptions.Singleline)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"<div class=""math"" id=""eq-\d+"">\s*\\\[\s*\\begin\{aligned\}(.*?)\\end\{aligned\}", RegexOptions.Singleline)]
    private static partial Regex Display();

    [GeneratedRegex(@"\\qquad(?:\\checkmark\\;|\\approx\\;)?\\text\{\(\d+\)\}|\\\\\n|&(?:\\quad)+ \{\}(?:\\cdot(?![a-zA-Z]))?|&")]
    private static partial Regex Layout();
}
