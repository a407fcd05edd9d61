using System.Diagnostics;
using System.Globalization;
using System.Text;
using SymbolicBackprop.Tests.Cli;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Tests.Tools;

namespace SymbolicBackprop.Tests.Hostile;

/// <summary>
/// Whatever reads or writes files in TeX, fills memory in YAML or stands where it does not seem to: each file of the folder
/// <c>Inputs</c>, and some that are too large for one, is refused soon and with a message, and touches nothing around it.
/// </summary>
public sealed class HostileInputTests : IDisposable
{
    private const string Canary = "the canary sings\n";
    private const string Network = "network:\n  inputs: 2\n  layers:\n    - { units: 2, activation: tanh }\n    - { units: 1, activation: sigmoid }\nquestions: ['w_{11}^{(1)}']\n";

    // Far above what is needed, as other tests run at the same time.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder folder = new();

    public HostileInputTests()
    {
        File.WriteAllText(folder.PathOf("canary.txt"), Canary);
        Directory.CreateDirectory(folder.PathOf("work"));
        File.WriteAllText(folder.PathOf("work/canary.txt"), Canary);
        File.WriteAllText(folder.PathOf("work/net.yaml"), Network);
    }

    private static IEnumerable<(string Name, byte[] Content)> Inputs =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests/SymbolicBackprop.Tests/Hostile/Inputs")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
        ("large-brackets.md", Repeated("$$", @"\left(", 9_900_000)),
        ("large-backslashes.md", Repeated("", @"\(a ", 9_900_000)),
        ("large-backticks.md", Repeated("", "`` ``` ```` ", 9_900_000)),
        ("large-money.md", Repeated("", "$1 ", 9_900_000)),
        ("large-backslashes.tex", Repeated("", @"\(\[", 9_900_000)),
        ("large-document.md", Repeated("", "word ", 11_000_000)),
        ("large-environments.tex", Repeated("", @"\begin{align}", 9_900_000)),
        ("large-network.yaml", Repeated("network: ", "[", 9_900_000)),
        ("large-title.yaml", Repeated("title: ", "a", 900_000)),
        ("not-utf8.yaml", [0xFF, 0xFE, 0x00, 0x61]),
        ("zeros.md", new byte[100_000]),
    ];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_is_refused_soon_with_its_message_and_touches_nothing()
    {
        var before = Listing();
        var (report, slowest, slowestName, count) = (new StringBuilder(), TimeSpan.Zero, "", 0);
        foreach (var (name, content) in Inputs)
        {
            File.WriteAllBytes(folder.PathOf("work/" + name), content);
            var watch = Stopwatch.StartNew();
            var run = CommandRun.In(folder.PathOf("work"), CommandFor(name));
            if (watch.Elapsed > slowest)
            {
                (slowest, slowestName) = (watch.Elapsed, name);
            }

            File.Delete(folder.PathOf("work/" + name));
            Assert.True(run.ExitCode == 2, $"{name}: exit code {run.ExitCode}\n{run.Output}{run.Error}");
            Assert.DoesNotContain("canary sings", run.Output + run.Error);
            Assert.Equal(before, Listing());
            report.Append(CultureInfo.InvariantCulture, $"## {name}\n\n{Shortened(run.Output + run.Error)}\n");
            count++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} inputs, the slowest {slowestName}: {slowest.TotalMilliseconds:0} ms"));
        Snapshot.Match("hostile.txt", report.ToString());
        Assert.True(slowest < Longest, $"{slowestName} took {slowest}");
        Assert.True(count >= 60);
    }

    private static string[] CommandFor(string name) => Path.GetExtension(name) switch
    {
        ".md" or ".tex" => ["check", name, "--network", "net.yaml"],
        ".json" => ["import", name, "--output", "imported.yaml"],
        _ => ["sheet", name, "--output", "out.tex"],
    };

    // Lines of messages are short but where they quote; what is listed beyond ten is more of the same.
    private static string Shortened(string text)
    {
        var lines = text.Split('\n');
        return string.Concat(lines.Take(24).Select(line => (line.Length > 200 ? line[..200] + "…" : line) + "\n")) + (lines.Length > 24 ? "…\n" : "");
    }

    private List<string> Listing() =>
        [.. Directory.GetFiles(folder.FullPath, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{Path.GetRelativePath(folder.FullPath, file)}: {File.ReadAllText(file)}")];

    private static byte[] Repeated(string start, string part, int bytes) =>
        Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(part, bytes / part.Length)));
}
