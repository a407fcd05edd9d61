using System.Globalization;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Claims about numbers, where numbers are given: both sides are held against each other as far as rounding leaves them open. Decimals
/// stand for what is rounded to them, be they results or put in from earlier ones; numbers that are given stand for themselves.
/// </summary>
internal sealed class NumericClaims
{
    // Of larger networks not every weight is tried by itself.
    private const int MostTried = 64;

    private readonly Model model;
    private readonly Meaning meaning;
    private readonly NumericExample example;
    private readonly Valuation values;
    private readonly RoundedReading reading;
    private readonly Lazy<IReadOnlyList<RoundedReading>> late;
    private readonly List<(int Formula, Expr Meant, BoundedNumber Number)> mistaken = [];

    public NumericClaims(Model model, Meaning meaning, NumericExample example)
    {
        (this.model, this.meaning, this.example) = (model, meaning, example);
        values = Valuation.Of(model, example.Given, example.LearningRate);
        reading = new RoundedReading(values, meaning, example.Constants);
        late = new(() => [.. TooEarly().Select(weights => new RoundedReading(values.WithLate(model, weights.Select(Updated)), meaning, example.Constants))]);
    }

    /// <summary>Whether a claim has numbers in it, and no index letters.</summary>
    public static bool Concerns(Claim claim) =>
        (claim.Sides.Any(GivenValues.IsNumber) || HasDecimals(claim))
        && FreeIndices.Of([.. claim.Sides]).Count == 0;

    /// <summary>Whether a claim has rounded numbers in it, or says that it holds up to rounding.</summary>
    public static bool HasDecimals(Claim claim) =>
        claim.IsApproximate || claim.Sides.SelectMany(side => side.WithParts()).Any(part => part is Literal { Places: > 0 });

    /// <summary>Whether both sides can stand for one number.</summary>
    public bool Agree(Claim claim) => Agree(reading, claim.Left, claim.Right, claim.IsApproximate);

    /// <summary>Whether both sides are numbers that can be computed with: what overflows says nothing about a claim.</summary>
    public bool AreInReach(Claim claim)
    {
        try
        {
            return claim.Sides.All(side => reading.Of(side, claim.IsApproximate).IsFinite);
        }
        catch (Exception exception) when (exception is MeaninglessException or KeyNotFoundException)
        {
            return true; // that is another matter
        }
    }

    /// <summary>Remembers that a quantity was given a wrong value: what is worked out from it rightly is no mistake of its own.</summary>
    /// <param name="formula">The number of the formula.</param>
    /// <param name="quantity">The quantity.</param>
    /// <param name="side">What it is said to be.</param>
    public void Believe(int formula, Formula quantity, Formula side)
    {
        if (mistaken.Count < MostTried && meaning.Of(quantity) is { Kind: not ExprKind.Number } meant)
        {
            mistaken.Add((formula, meant, reading.Of(side, isApproximate: false)));
        }
    }

    /// <summary>The number of the formula whose wrong value a claim follows from, or null; the last where several go together.</summary>
    public int? SourceOf(Claim claim)
    {
        if (mistaken.Count == 0)
        {
            return null;
        }

        foreach (var belief in mistaken)
        {
            if (FollowsFrom(belief))
            {
                return belief.Formula;
            }
        }

        return FollowsFrom([.. mistaken]) ? mistaken[^1].Formula : null;

        bool FollowsFrom(params IEnumerable<(int, Expr Meant, BoundedNumber Number)> beliefs) => Agree(
            new RoundedReading(Valuation.Of(model, example, beliefs.Select(belief => (belief.Meant, belief.Number))), meaning, example.Constants),
            claim.Left,
            claim.Right,
            claim.IsApproximate);
    }

    /// <summary>Whether the claim would hold if derivatives were worked out with weights that have been updated already.</summary>
    public bool UsesUpdatedWeight(Claim claim) => late.Value.Any(other => Agree(other, claim.Left, claim.Right, claim.IsApproximate));

    /// <summary>The value of a side with as many digits as the other one shows; null where it has none.</summary>
    public Formula? ValueOf(Formula side, Formula shown)
    {
        try
        {
            var places = shown.WithParts().OfType<Literal>().Select(literal => literal.Places).DefaultIfEmpty(0).Max();
            return new DigitsShown(Math.Min(places, DigitsShown.Most), AreSignificant: false).Round(values.Of(meaning.Of(side))).Formula;
        }
        catch (MeaninglessException)
        {
            return null;
        }
    }

    /// <summary>What the two sides are with the given numbers, in words.</summary>
    public string Difference(Claim claim) => string.Create(
        CultureInfo.InvariantCulture,
        $"With the given numbers, the left side is {reading.Of(claim.Left, false).Value:G10} and the right side {reading.Of(claim.Right, false).Value:G10}.");

    private static bool Agree(RoundedReading reading, Formula left, Formula right, bool isApproximate)
    {
        try
        {
            return reading.Agree(left, right, isApproximate);
        }
        catch (Exception exception) when (exception is MeaninglessException or KeyNotFoundException)
        {
            return false;
        }
    }

    // All weights, those of a layer, or one alone.
    private IEnumerable<IReadOnlyList<Variable>> TooEarly()
    {
        List<Variable> weights = example.LearningRate is null ? [] : [.. model.Parameters.Where(parameter => parameter.Symbol.Role != Role.Bias)];
        return weights.Count == 0 ? []
            : weights.GroupBy(weight => weight.Symbol.Layer).Select(layer => (IReadOnlyList<Variable>)[.. layer])
                .Prepend(weights)
                .Concat(weights.Count > MostTried ? [] : weights.Select(weight => (IReadOnlyList<Variable>)[weight]));
    }

    private (Variable, BoundedNumber) Updated(Variable weight) => (weight, values.Of(meaning.Of(weight.Symbol with { IsUpdated = true })));
}
