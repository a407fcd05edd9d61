using Microsoft.Playwright;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Html;

namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>How pages are set, by the measures of a browser.</summary>
public sealed class PageLayoutTests(Browser browser)
{
    [Theory]
    [MemberData(nameof(SheetPages.Names), MemberType = typeof(SheetPages))]
    public async Task Nothing_is_wider_than_the_screen(string name)
    {
        var html = SheetPages.Write(name);
        await using var open = await browser.OpenAsync(html, 1400);
        foreach (var width in new[] { 1400, 800, 760, 360 })
        {
            await open.Page.SetViewportSizeAsync(width, 900);

            Assert.Equal(width, await open.FindAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await open.FindAsync<string[]>($"{Visible} formulas.filter(box => box.scrollWidth > box.clientWidth).map(box => `{width}: ${{box.scrollWidth}} of ${{box.clientWidth}} in ${{box.parentElement.id}}`)"));
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1400)]
    public async Task Each_equation_is_seen_once(int width)
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("deep"), width);

        var seen = await open.FindAsync<int[]>("[...document.querySelectorAll('.equation')].map(equation => [...equation.querySelectorAll('.formula')].filter(box => box.checkVisibility()).length)");

        Assert.NotEmpty(seen);
        Assert.All(seen, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Braces_reach_over_what_they_span()
    {
        // One short page: pictures of long ones take seconds.
        var braced = Example.All.SelectMany(row => SheetComposer.Compose(Example.Read(row.Data)).Blocks).OfType<Equations>()
            .Select(block => block with { Items = [.. block.Items.Where(equation => equation.Statement.Sides.Any(side => side.WithParts().Any(part => part is Underbrace)))] });
        await using var open = await browser.OpenAsync(HtmlDocument.Write(new Document("Braces", Language.All[0], [.. braced])), 1400);

        var ratios = await BraceWidthsAsync(open);

        TestContext.Current.TestOutputHelper!.WriteLine($"{ratios.Length} braces");
        Assert.InRange(ratios.Length, 5, int.MaxValue);
        Assert.All(ratios, ratio => Assert.InRange(ratio, 0.95, 1));
    }

    [Fact]
    public async Task Mathematics_runs_from_left_to_right_on_a_page_that_does_not()
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("right to left"), 800);

        Assert.Equal("rtl", await open.FindAsync<string>("getComputedStyle(document.body).direction"));
        Assert.Equal(["ltr"], await open.FindAsync<string[]>("[...new Set([...document.querySelectorAll('math, math *')].map(part => getComputedStyle(part).direction))]"));
        // What is read first stands to the left in every row and product, as on a page from left to right.
        await using var other = await browser.OpenAsync(SheetPages.Write("handwritten"), 800);
        const string places =
            """
            [...document.querySelectorAll(".formula math")].filter(math => math.checkVisibility()).map(math => {
              const left = math.getBoundingClientRect().left;
              return [...math.querySelectorAll("mi, mn, mo")].map(part => Math.round(part.getBoundingClientRect().left - left)).join(" ");
            })
            """;
        Assert.Equal(await other.FindAsync<string[]>(places), await open.FindAsync<string[]>(places));
    }

    [Fact]
    public async Task Paper_takes_all_equations_without_buttons()
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("deep"), 718); // the width of A4 between Chromium's margins
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(718, await open.FindAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await open.FindAsync<string[]>($"{Visible} formulas.filter(box => box.getBoundingClientRect().right < box.querySelector('mtable').getBoundingClientRect().right).map(box => box.parentElement.id)"));
        Assert.Equal(0, await open.FindAsync<int>("[...document.querySelectorAll('button')].filter(button => button.checkVisibility()).length"));
        Assert.InRange((await open.Page.PdfAsync(new() { Format = "A4" })).Length, 20_000, int.MaxValue);
    }

    // The box of a brace is that of the sign before it is stretched, so what is painted under each base is measured, as a part of it.
    private static async Task<double[]> BraceWidthsAsync(OpenPage open)
    {
        var strips = await open.FindAsync<double[][]>(
            """
            [...document.querySelectorAll("munder[accentunder]")].filter(brace => brace.checkVisibility()).map(brace => {
              const base = brace.children[0].getBoundingClientRect();
              return [base.left, base.bottom, base.width, brace.getBoundingClientRect().bottom - base.bottom].map(Math.round);
            })
            """);
        var picture = await open.Page.ScreenshotAsync(new() { FullPage = true });
        return await (await open.Page.Context.NewPageAsync()).EvaluateAsync<double[]>(
            """
            async ({ png, strips }) => {
              const image = new Image();
              image.src = "data:image/png;base64," + png;
              await image.decode();
              const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
              context.drawImage(image, 0, 0);
              return strips.map(([left, top, width, height]) => {
                const { data } = context.getImageData(left, top, width, height);
                const dark = [...Array(width).keys()].filter(x => [...Array(height).keys()].some(y => data[4 * (y * width + x)] < 160));
                return dark.length ? Math.min(1, (dark.at(-1) - dark[0] + 3) / width) : 0; // the tips may be too light to count
              });
            }
            """,
            new { png = Convert.ToBase64String(picture), strips });
    }

    private const string Visible = "const formulas = [...document.querySelectorAll('.formula')].filter(box => box.checkVisibility());";
}
