using SymbolicBackprop.Tests.Checking.Mutations;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>Sheets with one slip each: what was made wrong is flagged and named, and nothing else is flagged.</summary>
public sealed class MutationTests
{
    // Of each kind and sheet. All of them take a few times as long and find nothing more.
    private const int MostOfAKind = 100;

    private const double LeastNamed = 0.9;

    [Fact]
    public void Each_slip_is_flagged_and_named_and_nothing_else_is()
    {
        var sheets = MutatedSheet.All;
        var made = sheets.ToDictionary(sheet => sheet, sheet => sheet.Mutants());
        List<Trial> trials = [.. sheets
            .SelectMany(sheet => Sample(made[sheet]).Chunk(20).Select(mutants => (Sheet: sheet, Mutants: mutants)))
            .AsParallel().AsOrdered()
            .SelectMany(batch => Try(batch.Sheet, batch.Mutants))];

        Assert.All(trials, trial => Assert.False(trial.Mutant.ChangesValue && !trial.IsFlagged && !trial.Follows, $"Not flagged: {trial}"));
        Assert.All(trials, trial => Assert.False(trial.FlagsElse, $"More than the slip is flagged: {trial}"));
        Assert.All(trials, trial => Assert.All(trial.Corrections, correction => Assert.True(trial.Sheet.Holds(correction), $"The correction {correction} does not hold: {trial}")));
        Assert.True(trials.Count(trial => trial.IsNamed) >= LeastNamed * trials.Count(trial => trial.IsFlagged), "Too few slips are named right.");
        Snapshot.Match("checking/mutations.md", MutationTable.Of(trials, made.ToDictionary(sheet => sheet.Key.Name, sheet => sheet.Value.Count)));
    }

    private static IEnumerable<Trial> Try(MutatedSheet sheet, IEnumerable<Mutant> mutants)
    {
        var model = sheet.NewModel();
        return [.. mutants.Select(mutant => new Trial(sheet, mutant, sheet.Check(model, mutant)))];
    }

    private static IEnumerable<Mutant> Sample(IReadOnlyList<Mutant> mutants)
    {
        var chosen = new HashSet<Mutant>(ReferenceEqualityComparer.Instance);
        foreach (var kind in MutationKinds.All)
        {
            Mutant[] own = [.. mutants.Where(mutant => mutant.Kinds.Contains(kind))];
            new Random(0).Shuffle(own);
            chosen.UnionWith(own.Take(MostOfAKind));
        }

        return mutants.Where(chosen.Contains);
    }
}
