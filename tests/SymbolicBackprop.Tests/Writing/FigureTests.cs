using System.Text.RegularExpressions;
using System.Xml.Linq;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Html;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;
using SymbolicBackprop.Writing.Svg;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>Pictures in documents of every format.</summary>
public sealed partial class FigureTests
{
    private static readonly Document Sheet = SheetComposer.Compose(Example.Read("handwritten"));

    [Fact]
    public void Every_kind_of_shape_is_written()
    {
        var picture = NetworkPicture.Of(RandomNetwork.Tanh(1, 1, 2, 20, 1), Notation.Parentheses, B(3, 1));
        picture = picture with { Shapes = picture.Shapes.Concat(NetworkPicture.Of(RandomNetwork.Tanh(1, 1, 2, 1), Notation.Parentheses, B(1, 1)).Shapes).ToEquatableList() };

        var kinds = typeof(Shape).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Shape)));
        Assert.Equal(kinds.Select(kind => kind.Name).Order(), picture.Shapes.Select(shape => shape.GetType().Name).Distinct().Order());
        Assert.Equal(picture.Shapes.Count + picture.Paths.Count() + 2, TikzPicture.Write(picture, Notation.Parentheses).Split('\n').Length);
        Assert.Equal("svg", XDocument.Parse(SvgPicture.Write(picture, Notation.Parentheses)).Root!.Name.LocalName);
    }

    [Fact]
    public void The_package_tikz_is_loaded_only_where_there_is_a_picture()
    {
        Assert.Contains(@"\usepackage{amsmath,amssymb,tikz}", LatexDocument.Write(Sheet), StringComparison.Ordinal);
        Assert.DoesNotContain("tikz", LatexDocument.Write(SheetComposer.Compose(Example.Read("handwritten") with { Pictures = false })), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(8, 8, 8, 1)]
    [InlineData(20, 30, 1)]
    [InlineData(4, 4, 4, 4)]
    [InlineData(1, 2, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1)]
    public async Task Pdflatex_sets_pictures_of_all_sizes_without_a_warning(params int[] widths)
    {
        var program = RequiredTool.Find("pdflatex");
        using var folder = new TemporaryFolder();
        var notation = new Notation { Loss = "cross entropy" };
        var figures = new[] { null, W(1, 1, 1) }.Select((target, i) =>
            new Figure(i + 1, NetworkPicture.Of(RandomNetwork.Tanh(widths), notation, target), Prose.Of($"Caption {L}"), notation));
        await File.WriteAllTextAsync(folder.PathOf("page.tex"), LatexDocument.Write(new Document("T", English.Instance, [.. figures])), TestContext.Current.CancellationToken);

        var run = await ToolRun.StartAsync(program, ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page.tex"], folder.FullPath);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.DoesNotMatch("Overfull|LaTeX Warning|Missing character", run.Output);
    }

    [Fact]
    public void Pictures_in_a_page_say_what_they_show_and_take_the_colours_of_the_page()
    {
        var pictures = SvgElement().Matches(HtmlDocument.Write(Sheet)).Select(match => XElement.Parse(match.Value)).ToList();

        Assert.Equal(4, pictures.Count);
        Assert.All(pictures, picture => Assert.Equal("img", picture.Attribute("role")!.Value));
        Assert.Equal(
            ["2 – 2 – 2 – 1", "2 – 2 – 2 – 1: loss → w₁₁⁽³⁾", "2 – 2 – 2 – 1: loss → w₁₁^[2]", "2 – 2 – 2 – 1: loss → b₁^[1]"],
            pictures.Select(picture => picture.Elements().First().Value));
        Assert.All(pictures, picture => Assert.DoesNotContain(picture.Elements(), element => element.Name.LocalName == "style"));
        Assert.All(Variable().Matches(pictures[3].ToString()).Select(match => match.Groups[1].Value).Distinct(), variable =>
            Assert.Contains($"--{variable}:", HtmlDocument.Write(Sheet), StringComparison.Ordinal));
    }

    [Fact]
    public void Factors_and_signals_are_marked_in_the_picture_by_the_same_names()
    {
        var page = HtmlDocument.Write(Sheet);
        var picture = XElement.Parse(SvgElement().Matches(page)[3].Value);
        var shapes = picture.Descendants().Where(element => element.Attribute("data-name") is not null).ToLookup(element => element.Name.LocalName, element => element.Attribute("data-name")!.Value.Split(' '));
        var formulas = DataName().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();

        foreach (var factor in new[] { "δ_1^(1)", "z_1^(1)", "b_1^(1)", "a_1^(1)", "δ_2^(2)" })
        {
            Assert.Contains(factor, formulas);
            Assert.Contains(shapes["circle"], names => names.Contains(factor));
        }

        Assert.Contains("w_{1,2}^(2)", formulas);
        Assert.Equal(3, shapes["line"].Count(names => names.SequenceEqual(["w_{1,2}^(2)"]))); // the edge, what a pointer finds of it, a path
        Assert.Contains(shapes["g"], names => names.SequenceEqual(["w_{1,2}^(2)"]));
    }

    [Fact]
    public void Markdown_has_its_pictures_beside_it_or_none()
    {
        var written = MarkdownDocument.Write(Sheet, "my (net)");

        Assert.Equal(["my (net).1.svg", "my (net).2.svg", "my (net).3.svg", "my (net).4.svg"], written.Beside.Select(file => file.Name));
        Assert.All(written.Beside, file => Assert.StartsWith("<svg", file.Text, StringComparison.Ordinal));
        Assert.Contains("![2 – 2 – 2 – 1](my%20%28net%29.1.svg)\n\nFigure 1. The network.\n", written.Text, StringComparison.Ordinal);
        Assert.False(written.LacksPictures);

        var alone = MarkdownDocument.Write(Sheet);
        Assert.Empty(alone.Beside);
        Assert.DoesNotContain("![", alone.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Figure", alone.Text, StringComparison.Ordinal);
        Assert.True(alone.LacksPictures);
    }

    [Fact]
    public void Plain_text_says_in_a_line_what_a_picture_shows() =>
        Assert.Contains("\n[2 – 2 – 2 – 1: loss → b₁^[1]]\n", OutputFormat.Text.Write(Sheet, null).Text, StringComparison.Ordinal);

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex SvgElement();

    [GeneratedRegex(@"var\(--(\w+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex("<mrow data-name=\"([^\"]*)\"")]
    private static partial Regex DataName();
}
