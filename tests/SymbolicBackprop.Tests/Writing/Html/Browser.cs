using Microsoft.Playwright;
using SymbolicBackprop.Tests.Tools;
using SymbolicBackprop.Tests.Writing.Html;

[assembly: AssemblyFixture(typeof(Browser))]

namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>One headless Chromium for all tests, started by the first that opens a page.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly Lazy<Task<IBrowser>> started;
    private IPlaywright? playwright;

    public Browser() => started = new(StartAsync);

    /// <summary>Opens a page as a reader would who is given the file; without Chromium the running test is skipped.</summary>
    internal async Task<OpenPage> OpenAsync(string html, int width, ColorScheme colors = ColorScheme.Light)
    {
        RequiredTool.Find("chromium");
        var context = await (await started.Value).NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = colors,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return await OpenPage.LoadAsync(await context.NewPageAsync(), html);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            await (await started.Value).CloseAsync();
            playwright?.Dispose();
        }
    }

    private async Task<IBrowser> StartAsync()
    {
        playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = RequiredTool.Find("chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
