using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Cli;

/// <summary>What the system cannot do is one message, and leaves the file that was there.</summary>
public sealed class FaultTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "backprop.dll");

    private readonly TemporaryFolder folder = new();

    public FaultTests()
    {
        Directory.CreateDirectory(folder.PathOf("disk"));
        File.Copy(Repository.PathOf("examples/handwritten.yaml"), folder.PathOf("net.yaml"));
    }

    public void Dispose() => folder.Dispose();

    // The mounts are seen by the command alone, and end with it.
    [Theory]
    [InlineData("mount -t tmpfs -o size=20k tmpfs disk && echo before > disk/net.tex", "No space left on device")]
    [InlineData("echo before > disk/net.tex && mount --bind disk disk && mount -o remount,bind,ro disk", "Read-only file system")]
    public async Task A_disk_that_takes_nothing_is_one_message(string mount, string reason)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems mount disks in other ways.");
        var (unshare, dotnet) = (RequiredTool.Find("unshare"), RequiredTool.Find("dotnet"));
        string[] alone = ["--user", "--map-root-user", "--mount", "sh", "-c"];
        var possible = await ToolRun.StartAsync(unshare, [.. alone, mount], folder.FullPath);
        Assert.SkipUnless(possible.ExitCode == 0, $"This machine lets nobody mount: {possible.Error}");

        var run = await ToolRun.StartAsync(
            unshare, [.. alone, $"""{mount}; "$1" "$2" sheet net.yaml --output disk/net.tex; echo $?; cat disk/net.tex; ls -A disk""", "sh", dotnet, Program], folder.FullPath);

        Assert.Equal("2\nbefore\nnet.tex\n", run.Output);
        Assert.StartsWith("error: cannot write 'disk/net.tex': " + reason, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Of_runs_at_once_each_writes_all_of_its_file()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => CommandRun.In(folder.FullPath, "sheet", "net.yaml", "--output", "disk/net.tex", "--detail", i % 2 == 0 ? "full" : "result"), TestContext.Current.CancellationToken)));

        Assert.All(runs, run => Assert.Equal(new CommandRun(0, "wrote disk/net.tex\n", ""), run));
        Assert.Equal([folder.PathOf("disk/net.tex")], Directory.GetFiles(folder.PathOf("disk")));
        var expected = new[] { "full", "result" }.Select(detail => CommandRun.In(folder.FullPath, "sheet", "net.yaml", "--output", "-", "--detail", detail).Output);
        Assert.Contains(File.ReadAllText(folder.PathOf("disk/net.tex")), expected);
    }
}
