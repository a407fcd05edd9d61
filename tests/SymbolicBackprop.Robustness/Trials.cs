using System.Collections.Concurrent;
using System.Diagnostics;

namespace SymbolicBackprop.Robustness;

/// <summary>Tries all inputs of a class on all processors.</summary>
internal static class Trials
{
    /// <summary>What takes longer hangs: the slowest honest input takes a small part of it.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(10);

    /// <summary>After this nothing more is waited for.</summary>
    private static readonly TimeSpan Hopeless = TimeSpan.FromMinutes(1);

    public static Tally Run(InputClass inputs, int first, TextWriter complaints)
    {
        var tally = new Tally(inputs.Name, inputs.Count);
        var clock = Stopwatch.StartNew();
        var running = new ConcurrentDictionary<int, TimeSpan>();
        using var watch = new Timer(_ => GiveUpOn(inputs.Name, running, clock), null, Hopeless, TimeSpan.FromSeconds(5));
        var early = Math.Min(inputs.Count / 10, 200);
        Range(0, early);
        tally.BytesEarly = GC.GetTotalMemory(forceFullCollection: true);
        Range(early, inputs.Count);
        tally.BytesLate = GC.GetTotalMemory(forceFullCollection: true);
        tally.Elapsed = clock.Elapsed;
        return tally;

        void Range(int from, int to) => Parallel.For(from, to, i =>
        {
            var seed = first + i;
            var began = clock.Elapsed;
            running[seed] = began;
            if (Try(inputs, seed, tally) is { } complaint)
            {
                lock (complaints)
                {
                    complaints.Write($"{inputs.Name}, seed {seed}: {complaint}\n");
                }
            }

            if (clock.Elapsed - began > Longest)
            {
                tally.AddHang(seed);
            }

            running.TryRemove(seed, out _);
        });
    }

    private static string? Try(InputClass inputs, int seed, Tally tally)
    {
        var input = "";
        try
        {
            input = inputs.Make(seed);
            var trial = inputs.Try(seed, input);
            tally.Add(seed, trial);
            return trial.Wrong is { } wrong ? $"{wrong}\n{input}" : null;
        }
        catch (Exception exception)
        {
            tally.AddCrash(seed);
            return $"{exception}\n{input}";
        }
    }

    private static void GiveUpOn(string name, ConcurrentDictionary<int, TimeSpan> running, Stopwatch clock)
    {
        foreach (var (seed, began) in running)
        {
            if (clock.Elapsed - began > Hopeless)
            {
                Console.Error.WriteLine($"{name}, seed {seed}: it hangs.");
                Environment.Exit(1);
            }
        }
    }
}
