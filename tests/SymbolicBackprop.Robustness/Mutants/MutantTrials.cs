using System.Collections.Concurrent;
using System.Diagnostics;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>Mutants that were tried, in a file with a line for each, which a run that was broken off goes on with.</summary>
internal sealed class MutantTrials
{
    private readonly string path;
    private readonly Dictionary<string, Fate> known = [];

    public MutantTrials(string path, bool again)
    {
        this.path = path;
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            var end = line.IndexOf('\t', StringComparison.Ordinal);
            known[line[(end + 1)..]] = Enum.Parse<Fate>(line[..end]);
        }

        foreach (var (key, _) in again ? known.Where(each => each.Value == Fate.Survived).ToList() : [])
        {
            known.Remove(key);
        }
    }

    /// <summary>Tries as many mutants of a folder as asked for, chosen at random among all of them; fewer where the time is up before.</summary>
    public IReadOnlyList<(Mutant Mutant, Fate Fate)> Try(MutatedLibrary library, IReadOnlyList<Mutant> all, int count, TimeSpan longest, int seed, IReadOnlyList<TestRun> runs)
    {
        Mutant[] shuffled = [.. all];
        new Random(seed).Shuffle(shuffled);
        var clock = Stopwatch.StartNew();
        var free = new ConcurrentBag<TestRun>(runs);
        var tried = new List<(Mutant, Fate)>();
        foreach (var batch in shuffled.DistinctBy(mutant => mutant.Key).Chunk(8 * runs.Count))
        {
            var fates = batch.AsParallel().AsOrdered().WithDegreeOfParallelism(runs.Count)
                .Select(mutant => (Mutant: mutant, Fate: FateOf(library, mutant, free, mayTry: clock.Elapsed < longest))).ToList();

            // Those after a gap are left out: what was done first is what is killed soon.
            var known = fates.TakeWhile(each => each.Fate is not null).ToList();
            tried.AddRange(known.Where(each => each.Fate != Fate.DoesNotCompile).Select(each => (each.Mutant, each.Fate!.Value)));
            if (tried.Count >= count || known.Count < fates.Count)
            {
                break;
            }
        }

        return [.. tried.Take(count)];
    }

    private Fate? FateOf(MutatedLibrary library, Mutant mutant, ConcurrentBag<TestRun> free, bool mayTry)
    {
        lock (known)
        {
            if (known.TryGetValue(mutant.Key, out var before))
            {
                return before;
            }
        }

        if (!mayTry)
        {
            return null;
        }

        free.TryTake(out var run);
        var fate = library.Emit(mutant, run!.Library) ? run.Of(mutant.Folder) : Fate.DoesNotCompile;
        free.Add(run);
        lock (known)
        {
            known[mutant.Key] = fate;
            File.AppendAllText(path, $"{fate}\t{mutant.Key}\n");
        }

        return fate;
    }
}
