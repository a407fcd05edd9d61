using Microsoft.Playwright;

namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>A page in the browser, and what it complained about or asked the network for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private const string Address = "https://sheet.example/";

    private OpenPage(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors on the console, errors of scripts, and requests other than for the page itself.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<OpenPage> LoadAsync(IPage page, string html)
    {
        var open = new OpenPage(page);
        page.Console += (_, message) => open.Note(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => open.Note(true, $"script: {error}");
        page.Request += (_, request) => open.Note(request.Url != Address, $"request: {request.Url}");
        await page.RouteAsync("**", route => route.Request.Url == Address
            ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html })
            : route.AbortAsync());
        await page.GotoAsync(Address);
        return open;
    }

    /// <summary>What a script finds on the page.</summary>
    /// <param name="script">An expression, or a function without parameters.</param>
    public Task<T> FindAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            Complaints.Add(text);
        }
    }
}
