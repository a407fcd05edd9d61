using Microsoft.Playwright;

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
        var count = 0;
        foreach (var name in Example.All.Select(row => row.Data))
        {
            await using var open = await browser.OpenAsync(SheetPages.Write(name), 1400);
            var ratios = await BraceWidthsAsync(open);
            Assert.All(ratios, ratio => Assert.InRange(ratio, 0.95, 1));
            count += ratios.Count;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{count} braces");
        Assert.InRange(count, 5, int.MaxValue);
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

    // The box of a brace is that of the sign before it is stretched, so what is painted under each base is measured.
    private static async Task<List<double>> BraceWidthsAsync(OpenPage open)
    {
        var strips = await open.FindAsync<float[][]>(
            """
            [...document.querySelectorAll("munder[accentunder]")].filter(brace => brace.checkVisibility()).map(brace => {
              const base = brace.children[0].getBoundingClientRect();
              return [base.left + scrollX, base.bottom + scrollY, base.width, brace.getBoundingClientRect().bottom - base.bottom];
            })
            """);
        var widths = new List<double>();
        var canvas = await open.Page.Context.NewPageAsync();
        foreach (var strip in strips)
        {
            var picture = await open.Page.ScreenshotAsync(new() { FullPage = true, Clip = new() { X = strip[0], Y = strip[1], Width = strip[2], Height = strip[3] } });
            widths.Add(await canvas.EvaluateAsync<double>(
                """
                async png => {
                  const image = new Image();
                  image.src = "data:image/png;base64," + png;
                  await image.decode();
                  const context = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
                  context.drawImage(image, 0, 0);
                  const { data } = context.getImageData(0, 0, image.width, image.height);
                  const dark = [...Array(image.width).keys()].filter(x => [...Array(image.height).keys()].some(y => data[4 * (y * image.width + x)] < 160));
                  return dark.length ? (dark.at(-1) - dark[0] + 1) / image.width : 0;
                }
                """,
                Convert.ToBase64String(picture)));
        }

        return widths;
    }

    private const string Visible = "const formulas = [...document.querySelectorAll('.formula')].filter(box => box.checkVisibility());";
}
