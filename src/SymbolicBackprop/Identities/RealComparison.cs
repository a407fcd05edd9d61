namespace SymbolicBackprop.Identities;

/// <summary>Comparison of pairs of expressions at random real points.</summary>
internal sealed class RealComparison
{
    // Differences from this many error bounds on cannot be rounding; differences up to one are.
    private const double Doubt = 64;

    // Both sides may be 0: then the tolerance cannot be relative, and coordinates are of size 1.
    private const double AbsoluteTolerance = 1e-12;

    private const int MostAttempts = 600;

    private readonly RealSweep sweep;
    private readonly Pair[] pairs;
    private readonly IdentityOptions options;

    /// <summary>Prepares the comparison.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="pairs">Positions of the two sides of each pair.</param>
    /// <param name="options">How many points, and how close.</param>
    public RealComparison(Tape tape, IEnumerable<(int Left, int Right)> pairs, IdentityOptions options)
    {
        this.options = options;
        this.pairs = [.. pairs.Select(pair => new Pair(pair.Left, pair.Right))];
        sweep = new RealSweep(tape, this.pairs.SelectMany(pair => new[] { pair.Left, pair.Right }));
    }

    /// <summary>What the comparison found of each pair, in order.</summary>
    /// <param name="refuteOnly">Whether agreement is of no interest, so that all attempts go into looking for a difference.</param>
    public Finding[] Run(bool refuteOnly)
    {
        var open = pairs.Length;
        for (var attempt = 0; attempt < MostAttempts && open > 0; attempt++)
        {
            sweep.MoveTo(attempt, options.Seed);
            foreach (var pair in pairs)
            {
                if (pair.IsOpen)
                {
                    Look(pair);
                    pair.IsOpen = pair.Witness is null && (refuteOnly || pair.Agreements < options.TestPoints);
                    open -= pair.IsOpen ? 0 : 1;
                }
            }
        }

        return Array.ConvertAll(pairs, pair => new Finding(pair.Agreements, pair.Witness));
    }

    private void Look(Pair pair)
    {
        var (left, right) = (sweep.ValueAt(pair.Left), sweep.ValueAt(pair.Right));
        var rounding = sweep.ErrorAt(pair.Left) + sweep.ErrorAt(pair.Right);
        if (!double.IsFinite(left) || !double.IsFinite(right) || !double.IsFinite(rounding))
        {
            return;
        }

        var difference = Math.Abs(left - right);
        if (difference > Doubt * rounding)
        {
            pair.Witness = new Witness([.. sweep.PointBelow(pair.Left, pair.Right)], left, right);
        }
        else if (difference <= rounding && rounding <= Math.Max(options.Tolerance * Math.Max(Math.Abs(left), Math.Abs(right)), AbsoluteTolerance))
        {
            pair.Agreements++;
        }
    }

    /// <summary>What was found of a pair.</summary>
    /// <param name="Agreements">At how many points both sides had values and agreed.</param>
    /// <param name="Witness">A point at which they differ, or null.</param>
    public readonly record struct Finding(int Agreements, Witness? Witness);

    private sealed class Pair(int left, int right)
    {
        public int Left { get; } = left;

        public int Right { get; } = right;

        public int Agreements { get; set; }

        public Witness? Witness { get; set; }

        public bool IsOpen { get; set; } = true;
    }
}
