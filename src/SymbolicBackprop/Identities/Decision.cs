namespace SymbolicBackprop.Identities;

/// <summary>Decides pairs of roots of a tape: prime fields first, real points where these do not settle it.</summary>
internal sealed class Decision
{
    // From here on more points would be asked for than a proof is worth.
    private const double LargestPointErrorLog2 = -2;
    private const int MostBranches = 3;

    private readonly Tape tape;
    private readonly TapeTraits traits;
    private readonly FreeSums free;
    private readonly IdentityOptions options;
    private readonly Pair[] pairs;

    /// <summary>Prepares the decision.</summary>
    /// <param name="tape">A tape whose roots are the left and right sides in turn.</param>
    /// <param name="options">How to decide.</param>
    public Decision(Tape tape, IdentityOptions options)
    {
        (this.tape, this.options) = (tape, options);
        free = FreeSums.Of(tape);
        traits = TapeTraits.Of(tape, free);
        pairs = new Pair[tape.Roots.Length / 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = new Pair(tape.Roots[2 * i], tape.Roots[(2 * i) + 1]);
        }
    }

    public Verdict[] Run()
    {
        foreach (var pair in pairs)
        {
            Plan(pair);
        }

        CompareInFields();

        // What the fields cannot settle, and the sign of roots: in a field it is a matter of choice, at real points it is not.
        CompareAtRealPoints([.. pairs.Where(pair => !pair.IsRefutedForGood && (pair.Doubt is not null || pair.HasRoots))], refuteOnly: false);
        CompareAtRealPoints([.. pairs.Where(pair => pair.IsRefutedForGood)], refuteOnly: true);
        return Array.ConvertAll(pairs, pair => pair.Verdict!);
    }

    // How many points of prime fields a pair needs, or why they would not do.
    private void Plan(Pair pair)
    {
        var (left, right) = (pair.Left, pair.Right);
        pair.HasRoots = traits.DependsOnRoots[left] || traits.DependsOnRoots[right];
        pair.IsOpaque = traits.Opaque[left] || traits.Opaque[right];
        pair.IsGeneric = traits.Generic[left] || traits.Generic[right];
        var depth = Math.Max(traits.Depths[left], traits.Depths[right]);
        if (depth > PrimeChain.Top)
        {
            pair.Doubt = $"exponentials nest {depth} deep, more than the {PrimeChain.Top} that the chain of primes reaches";
            return;
        }

        // Exponentials are drawn among the squares, of which there are (p − 1)/2. The factor 2 covers points without a value.
        var error = 2 * traits.DegreeOfDifference(left, right) / PrimeChain.At(PrimeChain.Top).SquaresOrder;
        if (traits.ArgumentCount > 0)
        {
            error += 2 * traits.ArgumentCount * traits.ArgumentDegrees / PrimeChain.At(PrimeChain.Top - Math.Max(depth, 1)).Modulus;
        }

        if (!(error < Math.Pow(2, LargestPointErrorLog2)))
        {
            pair.Doubt = "the degrees are too large for a proof by random points";
            return;
        }

        // With m roots of quantities that are not free, one of 2^m choices of signs may be the only one that tells the sides apart.
        var roots = traits.Branches[left] | traits.Branches[right];
        var branches = System.Numerics.BitOperations.PopCount(roots);
        if (branches > MostBranches || (roots & TapeTraits.ManyBranches) != 0)
        {
            pair.Doubt = $"it has roots of {branches} quantities, so there are too many choices of sign";
            return;
        }

        pair.PointErrorLog2 = Math.Log2(1 - ((1 - error) * Math.Pow(2, -branches)));
        if (branches == 0)
        {
            pair.PointErrorLog2 = Math.Log2(error); // as 1 − (1 − ε) loses all digits
        }

        pair.PointsNeeded = Math.Max(2, (int)Math.Ceiling(options.ErrorLog2 / pair.PointErrorLog2) + (branches > 0 ? 1 : 0));
    }

    private void CompareInFields()
    {
        var open = pairs.Where(pair => pair.Doubt is null).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var sweep = new FieldSweep(tape, free, traits, open.SelectMany(pair => new[] { pair.Left, pair.Right }));
        var mostPoints = 32 + (16 * open.Max(pair => pair.PointsNeeded));
        for (var point = 0; point < mostPoints && open.Count > 0; point++)
        {
            options.Stop.ThrowIfCancellationRequested();
            sweep.MoveTo(Scramble.Mix(options.Seed, (ulong)point));
            foreach (var pair in open)
            {
                var (left, right) = (sweep.ValueAt(pair.Left), sweep.ValueAt(pair.Right));
                if (left == FieldSweep.None || right == FieldSweep.None)
                {
                    continue;
                }

                if (left == right)
                {
                    pair.Points++;
                }
                else
                {
                    pair.Doubt = pair.IsOpaque ? "it is not settled by exponentials and rational functions alone" : "it depends on the choice of roots";
                    pair.IsRefutedForGood = !pair.IsOpaque && !pair.HasRoots;
                }
            }

            open.RemoveAll(pair => pair.Doubt is not null || pair.Points == pair.PointsNeeded);
        }

        foreach (var pair in open)
        {
            pair.Doubt = "too few points of prime fields were found at which both sides have values";
        }

        foreach (var pair in pairs)
        {
            if (pair.Doubt is null)
            {
                pair.Verdict = new Verdict.Proved(pair.Points * pair.PointErrorLog2, pair.Points, Rigorous: !pair.IsGeneric);
            }
        }
    }

    private void CompareAtRealPoints(Pair[] open, bool refuteOnly)
    {
        if (open.Length == 0)
        {
            return;
        }

        var findings = new RealComparison(tape, open.Select(pair => (pair.Left, pair.Right)), options).Run(refuteOnly);
        for (var i = 0; i < open.Length; i++)
        {
            open[i].Verdict = VerdictOf(open[i], findings[i]);
        }
    }

    private Verdict VerdictOf(Pair pair, RealComparison.Finding finding)
    {
        if (finding.Witness is { } witness)
        {
            return new Verdict.Refuted(witness);
        }

        if (pair.IsRefutedForGood)
        {
            return new Verdict.Undecided(
                "The two sides are different functions, but no point was found at which they differ by more than rounding.");
        }

        if (finding.Agreements < options.TestPoints)
        {
            return new Verdict.Undecided(finding.Agreements == 0
                ? "No point was found at which both sides have values."
                : $"Only {finding.Agreements} points were found at which both sides have values that can be compared.");
        }

        return pair.Verdict ?? new Verdict.Tested(options.Tolerance, finding.Agreements, pair.Doubt!);
    }

    private sealed class Pair(int left, int right)
    {
        public int Left { get; } = left;

        public int Right { get; } = right;

        public bool HasRoots { get; set; }

        public bool IsOpaque { get; set; }

        public bool IsGeneric { get; set; }

        public int PointsNeeded { get; set; }

        public double PointErrorLog2 { get; set; }

        public int Points { get; set; }

        /// <summary>Why prime fields do not settle the pair, or null if they do.</summary>
        public string? Doubt { get; set; }

        /// <summary>Whether the two sides are different as rational functions of variables and exponentials.</summary>
        public bool IsRefutedForGood { get; set; }

        public Verdict? Verdict { get; set; }
    }
}
