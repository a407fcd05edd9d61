using System.Text.Json;
using Microsoft.Playwright;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>That everybody can read pages: by ear, in the dark, without a network.</summary>
public sealed class PageReadingTests(Browser browser)
{
    [Theory]
    [MemberData(nameof(SheetPages.Names), MemberType = typeof(SheetPages))]
    public async Task Nothing_is_asked_of_the_network_and_nothing_goes_wrong(string name)
    {
        await using var open = await browser.OpenAsync(SheetPages.Write(name), 800);
        await open.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Axe_finds_nothing_that_keeps_people_from_reading()
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(WebPackages.Folder(), "node_modules/axe-core/axe.min.js"), TestContext.Current.CancellationToken);
        // Pages of one language are built alike, and axe takes seconds for each.
        foreach (var name in SheetPages.Languages)
        {
            await using var open = await browser.OpenAsync(SheetPages.Write(name), 800);
            await open.Page.EvaluateAsync(axe);
            // Contrasts have a test of their own, in the light and in the dark.
            var found = await open.FindAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: false } } }).then(({ violations, passes }) => ({ passes: passes.length, violations: violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`) }))");

            Assert.Empty(found.GetProperty("violations").EnumerateArray().Select(violation => violation.GetString()));
            Assert.InRange(found.GetProperty("passes").GetInt32(), 15, int.MaxValue);
        }
    }

    [Theory]
    [MemberData(nameof(SheetPages.Names), MemberType = typeof(SheetPages))]
    public async Task Every_formula_has_a_text(string name)
    {
        await using var open = await browser.OpenAsync(SheetPages.Write(name), 800);

        // Displayed formulas have their LaTeX, those in text are short enough to be read sign by sign.
        Assert.Equal(0, await open.FindAsync<int>("[...document.querySelectorAll('.formula math')].filter(math => !math.querySelector('annotation[encoding=\"application/x-tex\"]')?.textContent.trim()).length"));
        Assert.Equal(0, await open.FindAsync<int>("[...document.querySelectorAll('math')].filter(math => !math.textContent.trim()).length"));
        Assert.InRange(await open.FindAsync<int>("document.querySelectorAll('math').length"), 20, int.MaxValue);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_stands_out_from_its_ground(ColorScheme colors)
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("handwritten"), 800, colors);
        await open.Page.EvaluateAsync("location.hash = 'eq-1'; document.querySelectorAll('[data-name]').forEach((part, i) => part.classList.toggle('same', i % 2 == 0))");

        var pairs = await open.FindAsync<string[][]>(
            """
            () => {
              const groundOf = part => {
                for (; part; part = part.parentElement) {
                  const color = getComputedStyle(part).backgroundColor;
                  if (color != "rgba(0, 0, 0, 0)") return color;
                }
                return "rgb(255, 255, 255)";
              };
              const isText = part => [...part.childNodes].some(child => child.nodeType == 3 && child.textContent.trim());
              const pairs = [...document.querySelectorAll("main *")].filter(part => part.checkVisibility() && isText(part)).map(part => [getComputedStyle(part).color, groundOf(part)]);
              return [...new Set(pairs.map(pair => pair.join("|")))].map(pair => pair.split("|"));
            }
            """);

        Assert.InRange(pairs.Length, 4, int.MaxValue); // text, faint text, and both on the ground of what is pointed at
        Assert.All(pairs, pair => Assert.InRange(Contrast(Luminance(pair[0]), Luminance(pair[1])), 4.5, 21));
        Assert.Equal(colors == ColorScheme.Dark, Luminance(await open.FindAsync<string>("getComputedStyle(document.body).backgroundColor")) < 0.2);
    }

    // https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    private static double Luminance(string color)
    {
        var channels = color[(color.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',').Select(channel => int.Parse(channel, System.Globalization.CultureInfo.InvariantCulture) / 255.0)
            .Select(channel => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }
}
