using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Checking;

/// <summary>A formula of a document as it was read.</summary>
/// <param name="Formula">The formula and its place.</param>
/// <param name="Reading">What it was read as.</param>
/// <param name="Claims">What it says.</param>
internal sealed record Line(DocumentFormula Formula, LatexReading<Statement> Reading, IReadOnlyList<Claim> Claims);

/// <summary>What comparing the sides of a claim gave.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Instances">Its sides for each choice of its index letters; none where it was not compared.</param>
/// <param name="Problem">Why it says nothing in the model, or null.</param>
/// <param name="Introduced">The name that it gives a meaning to, or null.</param>
internal sealed record Assessed(Claim Claim, IReadOnlyList<ClaimInstance> Instances, MeaninglessException? Problem, Symbol? Introduced)
{
    /// <summary>What the comparison gave: the first verdict that speaks against the claim, or else the weakest for it; null where nothing was compared.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The choice of index letters that the verdict is about.</summary>
    public ClaimInstance? Decisive { get; init; }
}

/// <summary>Compares the two sides of everything that a document says, all in one sweep.</summary>
internal sealed class Assessment
{
    private readonly ClaimInstances instances;
    private readonly Dependencies dependencies;
    private readonly Model model;
    private readonly bool knowsLearningRate;
    private readonly Dictionary<Symbol, Expr> introduced = [];

    private Assessment(Model model, Dependencies dependencies, ClaimInstances instances, Meaning meaning, bool knowsLearningRate)
    {
        this.knowsLearningRate = knowsLearningRate;
        (this.model, this.dependencies, this.instances) = (model, dependencies, instances);
        Meaning = meaning.With(introduced);
    }

    /// <summary>What formulas mean, with the names that the document introduces.</summary>
    public Meaning Meaning { get; }

    /// <summary>For each formula what was found of each of its claims.</summary>
    public IReadOnlyList<IReadOnlyList<Assessed>> Lines { get; private set; } = [];

    /// <summary>How many claims about error signals hold.</summary>
    public int HoldingWithDelta => Lines.SelectMany(line => line).Count(assessed => assessed.Verdict is { Holds: true } && SpeaksOfDelta(assessed.Claim));

    /// <summary>Assesses a document under a convention of δ, and says whether the learning rate is a number that is known.</summary>
    public static Assessment Of(IReadOnlyList<Line> lines, Model model, Dependencies dependencies, ClaimInstances instances, DeltaConvention convention, bool knowsLearningRate, MatrixLayout layout, CancellationToken stop)
    {
        var assessment = new Assessment(model, dependencies, instances, new Meaning(model, convention).With(layout), knowsLearningRate);
        List<List<Assessed>> prepared = [.. lines.Select(line => line.Claims.Select(claim => assessment.Prepare(claim, line.Reading.Value!.Range)).ToList())];
        var verdicts = ConstrainedComparison.CompareAll(model, [.. prepared.SelectMany(line => line).SelectMany(assessed => assessed.Instances).Select(instance => (instance.Left, instance.Right))], stop);
        var next = 0;
        assessment.Lines = [.. prepared.Select(line => line.Select(assessed => Judged(assessed, verdicts[next..(next += assessed.Instances.Count)])).ToList())];
        return assessment;
    }

    /// <summary>Whether a claim uses error signals.</summary>
    public static bool SpeaksOfDelta(Claim claim) => claim.Sides.SelectMany(side => side.WithParts()).Any(part => part is Symbol { Role: Role.Delta });

    /// <summary>The share that settles what the shares of a claim are numbered by, or null.</summary>
    public static PathShare? FirstShareOf(Claim claim) => claim.Sides.SelectMany(side => side.WithParts()).OfType<PathShare>().FirstOrDefault();

    /// <summary>Whether a side speaks of shares.</summary>
    public static bool HasShare(Formula side) => side.WithParts().Any(part => part is PathShare);

    /// <summary>What the formulas of a claim mean: the paths that its shares are numbered by are those of the derivative that they are shares of.</summary>
    public Meaning MeaningFor(Claim claim)
    {
        var whole = FirstShareOf(claim) switch
        {
            { Whole: Symbol { Role: Role.Delta } delta } => Meaning.WhatDeltaIs(delta),
            var share => share?.Whole as Derivative,
        };
        return whole is { Of: Symbol of, By: Symbol by } && Meaning.TryFind(of, out var from) && Meaning.TryFind(by, out var to)
            && dependencies.CountPaths(from, to) <= MostPaths
            ? Meaning.With(dependencies.PathsBetween(from, to))
            : Meaning;
    }

    // Shares of more paths than this are not told apart by anybody.
    private const int MostPaths = 1000;

    private static Assessed Judged(Assessed assessed, Verdict[] verdicts)
    {
        if (verdicts.Length == 0)
        {
            return assessed;
        }

        var decisive = Array.FindIndex(verdicts, verdict => verdict is Verdict.Refuted);
        decisive = decisive >= 0 ? decisive : Array.FindIndex(verdicts, verdict => !verdict.Holds);
        decisive = decisive >= 0 ? decisive : Math.Max(0, Array.FindIndex(verdicts, verdict => verdict is Verdict.Tested));
        return assessed with { Verdict = verdicts[decisive], Decisive = assessed.Instances[decisive] };
    }

    private Assessed Prepare(Claim claim, IndexRange? range)
    {
        if (claim.Kind == ClaimKind.Path || claim.Sides.Any(side => side is Unknown))
        {
            return new Assessed(claim, [], null, null);
        }

        var (name, meant) = claim switch
        {
            { Kind: ClaimKind.Equality, Left: Symbol left } when IsNew(left) => (left, claim.Right),
            { Kind: ClaimKind.Equality, Right: Symbol right } when IsNew(right) => (right, claim.Left),
            _ => (null, claim.Right),
        };
        try
        {
            if (name is null)
            {
                return new Assessed(claim, instances.Of(claim.Left, claim.Right, range, MeaningFor(claim)), null, null);
            }

            if (meant.SpeaksOfLayers())
            {
                return new Assessed(claim, [], new MeaninglessException("It names something of a whole layer, and what is made of it is not looked into."), name);
            }

            foreach (var instance in instances.Of(meant, meant, range, MeaningFor(claim)))
            {
                introduced.TryAdd(ClaimInstances.Bound(name, instance.Values), instance.Right);
            }

            return new Assessed(claim, [], null, name);
        }
        catch (MeaninglessException exception)
        {
            return new Assessed(claim, [], exception, name);
        }
    }

    // A letter of its own that neither the model nor the document has a meaning for yet.
    private bool IsNew(Symbol symbol) =>
        symbol is { Role: Role.Named, IsUpdated: false } && symbol != Meaning.FreeArgument && !Meaning.IsSampleCount(symbol) && !(knowsLearningRate && Meaning.IsLearningRate(symbol)) && !model.TryFind(symbol, out _) && !model.HasAlike(symbol)
        && !introduced.ContainsKey(FreeIndices.Of([symbol]).Keys.Aggregate(symbol, (bound, letter) => bound.Bind(letter, 1)));
}
