using System.Collections.Concurrent;

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

    /// <summary>Tries as many mutants of a folder as asked for, chosen at random among all of them.</summary>
    public IReadOnlyList<(Mutant Mutant, Fate Fate)> Try(MutatedLibrary library, IReadOnlyList<Mutant> all, int count, int seed, IReadOnlyList<TestRun> runs)
    {
        Mutant[] shuffled = [.. all];
        new Random(seed).Shuffle(shuffled);
        var free = new ConcurrentBag<TestRun>(runs);
        var tried = new List<(Mutant, Fate)>();
        foreach (var batch in shuffled.DistinctBy(mutant => mutant.Key).Chunk(8 * runs.Count))
        {
            tried.AddRange(batch.AsParallel().AsOrdered().WithDegreeOfParallelism(runs.Count).Select(mutant => (mutant, FateOf(library, mutant, free))).ToList()
                .Where(each => each.Item2 != Fate.DoesNotCompile));
            if (tried.Count >= count)
            {
                break;
            }
        }

        return [.. tried.Take(count)];
    }

    private Fate FateOf(MutatedLibrary library, Mutant mutant, ConcurrentBag<TestRun> free)
    {
        lock (known)
        {
            if (known.TryGetValue(mutant.Key, out var before))
            {
                return before;
            }
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
