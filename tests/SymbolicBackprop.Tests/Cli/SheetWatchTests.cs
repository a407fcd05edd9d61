using SymbolicBackprop.Cli;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

/// <summary><c>sheet --watch</c>.</summary>
public sealed class SheetWatchTests : IDisposable
{
    private const string Watching = "watching net.yaml; Ctrl-C ends it\n";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly SemaphoreSlim shown = new(0);
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private (string Output, string Error) said;

    public SheetWatchTests() => File.Copy(Repository.PathOf("examples/minimal.yaml"), folder.PathOf("net.yaml"));

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        error.Dispose();
        shown.Dispose();
        stop.Dispose();
    }

    [Fact]
    public async Task A_sheet_follows_its_network_file()
    {
        var watching = Watch();
        await ShownAsync();
        Assert.Equal(("wrote net.tex\n" + Watching, ""), said);

        // Saved in its place.
        File.WriteAllText(folder.PathOf("net.yaml"), Titled("Saved"));
        await UntilAsync(() => Sheet().Contains("Saved", StringComparison.Ordinal));

        // Saved beside it and moved into its place, as many editors do.
        File.WriteAllText(folder.PathOf("net.yaml~"), Titled("Moved"));
        File.Move(folder.PathOf("net.yaml~"), folder.PathOf("net.yaml"), overwrite: true);
        await UntilAsync(() => Sheet().Contains("Moved", StringComparison.Ordinal));

        // Wrong for a moment: the sheet stays as it was.
        File.AppendAllText(folder.PathOf("net.yaml"), "titel: x\n");
        await UntilAsync(() => said.Error.Contains("net.yaml:20:1: error: unknown key 'titel'", StringComparison.Ordinal));
        Assert.Contains("Moved", Sheet(), StringComparison.Ordinal);

        // Not there for a moment.
        File.Move(folder.PathOf("net.yaml"), folder.PathOf("elsewhere.yaml"));
        await UntilAsync(() => said.Error.EndsWith("\nerror: cannot read 'net.yaml': there is no such file\n", StringComparison.Ordinal));
        File.WriteAllText(folder.PathOf("net.yaml"), Titled("Mended"));
        await UntilAsync(() => Sheet().Contains("Mended", StringComparison.Ordinal));

        await stop.CancelAsync();
        Assert.Equal(0, await watching.WaitAsync(Longest, TestContext.Current.CancellationToken));
        Assert.EndsWith("wrote net.tex\n" + Watching, said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_network_file_counts()
    {
        var watching = Watch();
        await ShownAsync();
        File.WriteAllText(folder.PathOf("other.yaml"), "");
        File.Delete(folder.PathOf("net.tex"));

        Assert.False(await shown.WaitAsync(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        Assert.Equal(0, await watching.WaitAsync(Longest, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_ends_where_nobody_reads_what_it_says() => Assert.Equal(
        0, await Watch(show: () => false).WaitAsync(Longest, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("error: cannot read 'nothing.yaml': there is no such file\n", "nothing.yaml")]
    [InlineData("error: cannot read '.': it is a folder\n", ".")]
    [InlineData("error: --watch writes files, not standard output\n  hint: name a file with --output\n", "net.yaml", "-o", "-")]
    public void What_cannot_be_watched_is_refused(string message, params string[] arguments) =>
        Assert.Equal(new CommandRun(2, "", message), CommandRun.In(folder.FullPath, ["sheet", .. arguments, "--watch"]));

    private static string Titled(string title) =>
        File.ReadAllText(Repository.PathOf("examples/minimal.yaml")).Replace("One unit after another", title, StringComparison.Ordinal);

    private string Sheet() => File.ReadAllText(folder.PathOf("net.tex"));

    private Task<int> Watch(Func<bool>? show = null) => Task.Run(
        () => CommandLine.Run(["sheet", "net.yaml", "--watch"], new Surroundings(output, error, folder.FullPath)
        {
            Stop = stop.Token,
            Show = show ?? (() =>
            {
                said = (output.ToString(), error.ToString());
                return shown.Release() >= 0;
            }),
        }),
        TestContext.Current.CancellationToken);

    private async Task ShownAsync() => Assert.True(await shown.WaitAsync(Longest, TestContext.Current.CancellationToken), said.ToString());

    // A slow machine may see one change as two.
    private async Task UntilAsync(Func<bool> isSo)
    {
        do
        {
            await ShownAsync();
        }
        while (!isSo());
    }
}
