using SymbolicBackprop.Robustness;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>A small part of what <c>tests/SymbolicBackprop.Robustness</c> tries.</summary>
public sealed class TrialsTests
{
    private const int Count = 100;

    public static TheoryData<string> Classes => [.. All.Select(inputs => inputs.Name)];

    private static IEnumerable<InputClass> All => Readers.Of(Repository.PathOf("examples"), Count).Append(RandomSheets.Of(Count));

    [Theory]
    [MemberData(nameof(Classes))]
    public void No_input_crashes_hangs_or_is_judged_wrongly(string name)
    {
        using var complaints = new StringWriter();
        var tally = Trials.Run(All.Single(inputs => inputs.Name == name), first: 0, complaints);

        Assert.True(tally.IsClean, complaints.ToString());
        Assert.InRange(tally.Accepted, name == "random networks" ? Count : 0, Count);
    }

    [Fact]
    public void What_crashes_or_is_wrong_is_told_with_its_seed()
    {
        using var complaints = new StringWriter();
        var inputs = new InputClass("numbers", 10, seed => $"input {seed}", (seed, _) => seed switch
        {
            3 => throw new InvalidOperationException("It broke."),
            7 => new Trial(true, "It is odd."),
            _ => new Trial(seed % 2 == 0),
        });
        var tally = Trials.Run(inputs, first: 0, complaints);

        Assert.False(tally.IsClean);
        Assert.Equal([3, 7], tally.Failed);
        Assert.Contains("numbers, seed 3: System.InvalidOperationException: It broke.", complaints.ToString(), StringComparison.Ordinal);
        Assert.Contains("numbers, seed 7: It is odd.\ninput 7\n", complaints.ToString(), StringComparison.Ordinal);
        Assert.Contains("| numbers | 10 | 6 | 3 | 1 | 0 | 1 |", Tally.Table([tally]), StringComparison.Ordinal);
        Assert.EndsWith("\nnumbers: seeds 3, 7\n", Tally.Table([tally]), StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_is_the_same_whenever_it_is_made()
    {
        foreach (var (first, second) in All.Zip(All))
        {
            Assert.All(Enumerable.Range(0, 5), seed => Assert.Equal(first.Make(seed), second.Make(seed)));
        }
    }
}
