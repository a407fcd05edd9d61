using SymbolicBackprop.Cli;

namespace SymbolicBackprop.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public async Task The_line_counts_and_vanishes()
    {
        var screen = new Screen();
        using (ProgressLine.Start(On(screen), "net.pdf", TimeSpan.FromMilliseconds(1)))
        {
            await screen.Second.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        Assert.StartsWith("\rmaking net.pdf … 1 s\rmaking net.pdf … 2 s", screen.ToString(), StringComparison.Ordinal);
        Assert.Equal(new string(' ', screen.ToString().Split('\r')[^3].Length), screen.ToString().Split('\r')[^2]);
        Assert.EndsWith("\r", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_quick_shows_nothing()
    {
        using var screen = new StringWriter();
        ProgressLine.Start(On(screen), "net.pdf")!.Dispose();

        Assert.Equal("", screen.ToString());
    }

    [Fact]
    public async Task A_long_name_stays_on_the_line_and_does_nothing_to_it()
    {
        var screen = new Screen();
        using (ProgressLine.Start(On(screen), "\u001b" + new string('a', 300), TimeSpan.FromMilliseconds(1)))
        {
            await screen.Second.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }

        Assert.All(screen.ToString().Split('\r'), line => Assert.InRange(line.Length, 0, 79));
        Assert.DoesNotContain("\u001b", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_looks_there_is_none() =>
        Assert.Null(ProgressLine.Start(new Surroundings(TextWriter.Null, TextWriter.Null, "/"), "net.pdf"));

    private static Surroundings On(TextWriter screen) => new(TextWriter.Null, TextWriter.Null, "/") { Screen = screen };

    // Tells when something was written on it for the second time.
    private sealed class Screen : StringWriter
    {
        private readonly TaskCompletionSource second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int count;

        public Task Second => second.Task;

        public override void Write(string? value)
        {
            base.Write(value);
            if (++count == 2)
            {
                second.SetResult();
            }
        }
    }
}
