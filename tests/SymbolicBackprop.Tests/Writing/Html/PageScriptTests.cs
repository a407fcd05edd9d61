namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>What pages do when they are used.</summary>
public sealed class PageScriptTests(Browser browser)
{
    [Fact]
    public async Task Sections_fold_and_unfold()
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("handwritten"), 800);
        var equation = open.Page.Locator("#eq-8");
        foreach (var summary in new[] { open.Page.Locator("details:has(#eq-8) > summary").Nth(0), open.Page.Locator("details:has(#eq-8) > summary").Nth(1) })
        {
            Assert.True(await equation.IsVisibleAsync());
            await summary.ClickAsync();
            Assert.False(await equation.IsVisibleAsync());
            await summary.ClickAsync();
        }

        Assert.True(await equation.IsVisibleAsync());
    }

    [Fact]
    public async Task The_quantity_under_the_pointer_is_marked_wherever_it_stands()
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("handwritten"), 800);
        const string marked = "[...document.querySelectorAll('.same')].map(part => part.dataset.name)";
        var quantity = open.Page.Locator("#eq-8 [data-name]").First;
        var name = await quantity.GetAttributeAsync("data-name");
        var ground = await open.FindAsync<string>("getComputedStyle(document.querySelector('#eq-8 [data-name]')).backgroundColor");

        await quantity.HoverAsync();

        var found = await open.FindAsync<string[]>(marked);
        Assert.Equal(await open.FindAsync<int>($"document.querySelectorAll('[data-name~=\"{name}\"]').length"), found.Length);
        Assert.InRange(found.Length, 3, int.MaxValue);
        Assert.All(found, other => Assert.Contains(name, other.Split(' '))); // a unit of a picture has several names
        Assert.NotEqual(ground, await open.FindAsync<string>("getComputedStyle(document.querySelector('#eq-8 [data-name]')).backgroundColor"));

        await open.Page.Locator("h1").HoverAsync();

        Assert.Empty(await open.FindAsync<string[]>(marked));
    }

    [Fact]
    public async Task The_button_copies_the_latex_of_its_equation()
    {
        await using var open = await browser.OpenAsync(SheetPages.Write("handwritten"), 800);

        await open.Page.Locator("#eq-14 button").ClickAsync();

        Assert.Equal(@"f_3'(z_1^{(3)}) = \frac{1}{1 + e^{-z_1^{(3)}}} \left[ 1 - \frac{1}{1 + e^{-z_1^{(3)}}} \right]", await open.FindAsync<string>("navigator.clipboard.readText()"));
        Assert.Empty(open.Complaints);
    }
}
