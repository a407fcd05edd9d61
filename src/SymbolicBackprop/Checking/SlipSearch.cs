using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Looks for the slip that explains why a claim does not hold: repairs of all kinds are made in all places, those whose sides agree at
/// some points are kept, and of these the smallest that is proved to hold is the explanation.
/// </summary>
internal sealed class SlipSearch(Model model, ClaimInstances instances, Assessment assessment, Meaning otherDelta, CancellationToken stop)
{
    // A point at which a claim has no value, such as ln of a negative number, tells nothing; one at which parts of it are 0, as behind a
    // unit that is switched off, tells little.
    private const int MostPoints = 16;

    // Where functions have kinks, much agrees at one point that does not at others.
    private const int MorePoints = 3;

    // How much smaller a change of the trusted side has to be than one of the other to be preferred.
    private const int Trust = 2;

    private readonly Repairs repairs = new(model, otherDelta);

    /// <summary>The smallest repair that makes the claim hold, of equal ones that of the more special slip; null where none does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="statement">The statement that makes it.</param>
    public Repair? Find(Claim claim, Statement statement)
    {
        var found = Agreeing(claim, statement);

        // Over the label of another convention's δ, it is the brace that is to be moved.
        if (claim.Kind == ClaimKind.BraceLabel && found.Find(repair => repair.Slip == Slip.OtherDelta && repair.Left == claim.Left) is { } other && HoldsRepaired(other))
        {
            return found.Find(repair => repair.Slip == Slip.BraceSpan && HoldsRepaired(repair)) is { } moved ? moved with { Slip = Slip.OtherDelta } : other;
        }

        return found.Find(HoldsRepaired);

        bool HoldsRepaired(Repair repair) => Holds(repair.Of(claim), statement.Range);
    }

    /// <summary>Whether a claim holds.</summary>
    public bool Holds(Claim claim, IndexRange? range)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return Agreement.Holds([.. instances.Of(claim.Left, claim.Right, range, assessment.MeaningFor(claim)).Select(instance => (instance.Left, instance.Right))]);
        }
        catch (MeaninglessException)
        {
            return false;
        }
    }

    // The repairs whose sides agree, the likeliest first.
    private List<Repair> Agreeing(Claim claim, Statement statement)
    {
        var values = new ClaimValues(assessment, instances.FirstChoice(claim.Left, claim.Right, statement.Range, assessment.MeaningFor(claim)));
        var seed = Enumerable.Range(1, MostPoints).Cast<int?>().FirstOrDefault(each => IsLively(claim, values.At(each!.Value, claim)))
            ?? Enumerable.Range(1, MostPoints).FirstOrDefault(each => IsDefined(claim, values.At(each, claim)), defaultValue: 1);
        var own = values.At(seed, claim);
        var hasShares = statement.Sides.Any(Assessment.HasShare);
        bool AgreesAt(int at, Repair repair)
        {
            var there = hasShares ? values.At(at, repair.Of(claim)) : at == seed ? own : values.At(at, claim);
            return there.AreSame(repair.Left, repair.Right) || (at != seed && !IsDefined(repair.Of(claim), there));
        }

        var (chain, position) = claim.Kind == ClaimKind.Equality ? claim.ChainIn(statement) : ([], 0);
        var inChain = values.At(seed, claim with { Left = chain.FirstOrDefault(Assessment.HasShare, claim.Left) });
        var next = position + 1 < chain.Count && !inChain.AreSame(claim.Right, chain[position + 1]) ? chain[position + 1] : null;
        var trusted = Trusted(claim, chain, inChain);
        return [.. repairs.Of(claim, chain.FirstOrDefault(claim.Left), next, own)
            .Where(repair => AgreesAt(seed, repair) && Enumerable.Range(seed + 1, MorePoints).All(at => AgreesAt(at, repair)))
            .Where(repair => !IsCircular(repair, claim, own) && !Vanishes(repair, claim, own))
            .OrderBy(repair => repair.Slip == Slip.TooMany)
            .ThenBy(repair => repair.SizeIn(claim) + (Changes(repair, trusted) ? Trust : 0))];
    }

    private static bool IsDefined(Claim claim, PointValues values) => claim.Sides.All(side => double.IsFinite(values.Of(side)));

    private static bool IsLively(Claim claim, PointValues values) => IsDefined(claim, values)
        && claim.Sides.SelectMany(side => side.WithParts()).All(part => part is not (Derivative or Call or PathShare or Symbol { Role: Role.Delta or Role.Activation }) || values.Of(part) != 0);

    private static bool Changes(Repair repair, Formula? trusted) => trusted is not null && !repair.IsReading && repair.Left != trusted && repair.Right != trusted;

    // The side that more sides of the chain agree with, else the quantity that is said to be something; null where there is neither.
    private static Formula? Trusted(Claim claim, IReadOnlyList<Formula> chain, PointValues values)
    {
        var more = chain.Count(side => values.AreSame(side, claim.Right)) - chain.Count(side => values.AreSame(side, claim.Left));
        return more > 0 ? claim.Right
            : more < 0 ? claim.Left
            : claim.Sides.FirstOrDefault(EditSize.IsOne);
    }

    // A quantity is not explained by itself: neither by saying the same on both sides nor by bringing it in on the other one, unless
    // the line itself has it there, as in A = 1 = A.
    private static bool IsCircular(Repair repair, Claim claim, PointValues values)
    {
        bool IsItself(Formula part) => EditSize.IsOne(part) && values.AreSame(part, claim.Left) && !claim.Right.WithParts().Contains(part);

        return repair.Slip != Slip.OtherDelta
            && !(repair.Slip == Slip.EqualsForTimes && values.AreSame(claim.Right, Literal.One))
            && (repair.Left == repair.Right
                || (repair.Left == claim.Left && EditSize.IsOne(claim.Left) && repair.Right.WithParts().Skip(1).Any(IsItself)));
    }

    // Nobody writes a derivative by something that its quantity does not depend on.
    private static bool Vanishes(Repair repair, Claim claim, PointValues values) => repair.Of(claim).Sides
        .SelectMany(side => side.WithParts())
        .Any(part => part is Derivative && values.Of(part) == 0 && !claim.Sides.Any(side => side.WithParts().Contains(part)));
}
