using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>A repair that makes a claim hold.</summary>
/// <param name="Slip">What it repairs.</param>
/// <param name="Left">The left side, repaired.</param>
/// <param name="Right">The right side, repaired.</param>
/// <param name="Place">The part that was wrong, as it was read.</param>
internal sealed record Repair(Slip Slip, Formula Left, Formula Right, Formula Place)
{
    /// <summary>Whether only the reading changes, not what is written, so that it is the smallest of all.</summary>
    public bool IsReading { get; init; }

    /// <summary>How much it changes of a claim.</summary>
    public int SizeIn(Claim claim) => IsReading ? 0
        : Slip.Size ?? (Left == claim.Left ? 0 : EditSize.Between(claim.Left, Left)) + (Right == claim.Right ? 0 : EditSize.Between(claim.Right, Right));
}

/// <summary>
/// Looks for the slip that explains why a claim does not hold: repairs of all kinds are made in all places, those whose sides agree at
/// a point are kept, and of these the smallest that is proved to hold is the explanation.
/// </summary>
internal sealed class SlipSearch(Model model, ClaimInstances instances, Assessment assessment, Meaning otherDelta)
{
    // A point at which a claim has no value, such as ln of a negative number, tells nothing.
    private const int MostPoints = 8;

    /// <summary>The smallest repair that makes the claim hold, of equal ones that of the more special slip; null where none does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="statement">The statement that makes it.</param>
    public Repair? Find(Claim claim, Statement statement)
    {
        var found = Agreeing(claim, statement);

        // Under the brace of another convention's δ, it is the brace that is to be moved.
        if (claim.Kind == ClaimKind.BraceLabel && found.Find(repair => repair.Slip == Slip.OtherDelta) is { } other && HoldsRepaired(other))
        {
            return found.Find(repair => repair.Slip == Slip.BraceSpan && HoldsRepaired(repair)) is { } moved ? moved with { Slip = Slip.OtherDelta } : other;
        }

        return found.Find(HoldsRepaired);

        bool HoldsRepaired(Repair repair) => Holds(claim with { Left = repair.Left, Right = repair.Right }, statement.Range);
    }

    /// <summary>Whether a claim holds.</summary>
    public bool Holds(Claim claim, IndexRange? range)
    {
        try
        {
            return Identity.CompareAll([.. instances.Of(claim.Left, claim.Right, range, assessment.MeaningFor(claim)).Select(instance => (instance.Left, instance.Right))])
                .All(verdict => verdict.Holds);
        }
        catch (MeaninglessException)
        {
            return false;
        }
    }

    // The repairs whose sides agree at a random point, the likeliest first.
    private List<Repair> Agreeing(Claim claim, Statement statement)
    {
        var bound = instances.FirstChoice(claim.Left, claim.Right, statement.Range, assessment.MeaningFor(claim));
        var point = Enumerable.Range(1, MostPoints)
            .FirstOrDefault(seed => ValuesAt(claim, seed) is var values && claim.Sides.All(side => double.IsFinite(values.Of(side))), defaultValue: 1);

        // Shares are numbered by the derivative that they are shares of, which a repair may change.
        var byWhole = new Dictionary<Formula, PointValues>();
        PointValues ValuesFor(Claim of)
        {
            var whole = Assessment.FirstShareOf(of)?.Whole ?? Literal.One;
            if (!byWhole.TryGetValue(whole, out var values))
            {
                byWhole.Add(whole, values = ValuesAt(of, point));
            }

            return values;
        }

        PointValues ValuesAt(Claim of, int seed) => new(assessment.MeaningFor(of), bound, seed);

        var own = ValuesFor(claim);
        var hasShares = Assessment.FirstShareOf(claim) is not null;
        var (chain, position) = claim.Kind == ClaimKind.Equality ? claim.ChainIn(statement) : ([], 0);
        var first = chain.FirstOrDefault(claim.Left);
        var inChain = ValuesFor(claim with { Left = first });
        var trusted = Trusted(claim, chain, inChain);
        var next = position + 1 < chain.Count && !inChain.AreSame(claim.Right, chain[position + 1]) ? chain[position + 1] : null;
        return [.. Repairs(claim, first, next, own)
            .Where(repair => (hasShares ? ValuesFor(claim with { Left = repair.Left, Right = repair.Right }) : own).AreSame(repair.Left, repair.Right) && !IsCircular(repair, claim, own) && !Vanishes(repair, claim, own))
            .OrderBy(repair => repair.Slip == Slip.TooMany)
            .ThenBy(repair => repair.SizeIn(claim) + (trusted is null || repair.IsReading || repair.Left == trusted || repair.Right == trusted ? 0 : Trust))];
    }

    // A quantity is not explained by itself: neither by saying the same on both sides nor by bringing it in on the other one.
    private static bool IsCircular(Repair repair, Claim claim, PointValues values) =>
        repair.Slip != Slip.OtherDelta
        && (repair.Left == repair.Right || (repair.Left == claim.Left && EditSize.IsOne(claim.Left)
            && repair.Right.WithParts().Skip(1).Any(part => EditSize.IsOne(part) && values.AreSame(part, claim.Left) && !claim.Right.WithParts().Contains(part))));

    // Nobody writes a derivative by something that its quantity does not depend on.
    private static bool Vanishes(Repair repair, Claim claim, PointValues values) => repair.Left.WithParts().Concat(repair.Right.WithParts())
        .Any(part => part is Derivative && values.Of(part) == 0 && !claim.Sides.Any(side => side.WithParts().Contains(part)));

    // How much smaller a change of the trusted side has to be than one of the other to be preferred.
    private const int Trust = 2;

    // The side that more sides of the chain agree with, else the quantity that is said to be something; null where there is neither.
    private static Formula? Trusted(Claim claim, IReadOnlyList<Formula> chain, PointValues values)
    {
        var more = chain.Count(side => values.AreSame(side, claim.Right)) - chain.Count(side => values.AreSame(side, claim.Left));
        return more > 0 ? claim.Right
            : more < 0 ? claim.Left
            : claim.Sides.FirstOrDefault(EditSize.IsOne);
    }

    private IEnumerable<Repair> Repairs(Claim claim, Formula first, Formula? next, PointValues values)
    {
        var vocabulary = new Vocabulary(model, claim.Sides, values.AreSame);
        List<Site> right = [.. Site.Of(claim.Right, isSubject: claim.Kind == ClaimKind.BraceLabel)];
        List<Site> left = [.. Site.Of(claim.Left, isSubject: claim.Kind == ClaimKind.Equality)];
        foreach (var slip in Slip.All)
        {
            foreach (var repair in WholeClaim(slip, claim, first, next))
            {
                yield return repair;
            }

            foreach (var site in right)
            {
                foreach (var part in slip.Repairs(site, vocabulary))
                {
                    yield return new Repair(slip, claim.Left, site.Put(part), site.Node);
                }
            }

            foreach (var site in left)
            {
                foreach (var part in slip.Repairs(site, vocabulary))
                {
                    yield return new Repair(slip, site.Put(part), claim.Right, site.Node);
                }
            }
        }
    }

    // Slips that concern more than one place. Of the chain the first side is given, and the next one where it is not equal to this one's
    // either.
    private IEnumerable<Repair> WholeClaim(Slip slip, Claim claim, Formula first, Formula? next)
    {
        if (slip == Slip.LastFactorOnly && claim.Left is Product { Factors: [.., var last] })
        {
            yield return new Repair(slip, last, claim.Right, claim.Right);
        }
        else if (slip == Slip.EqualsForTimes && next is not null)
        {
            var product = Factors.Times([.. Factors.Of(claim.Right), .. Factors.Of(next)]);
            yield return new Repair(slip, claim.Left, product, claim.Right) { IsReading = true };
        }
        else if (slip == Slip.OtherDelta)
        {
            foreach (var repair in OtherDeltas(claim, first))
            {
                yield return repair;
            }
        }
        else if (slip == Slip.BraceSpan)
        {
            foreach (var repair in OtherSpans(claim))
            {
                yield return repair;
            }
        }
    }

    private static IEnumerable<Repair> OtherSpans(Claim claim)
    {
        var factors = claim.Kind == ClaimKind.BraceLabel ? Factors.Of(claim.Left) : [];
        for (var count = factors.Count - 1; count > 0; count--)
        {
            yield return new Repair(Slip.BraceSpan, Factors.Times([.. factors.Take(count)]), claim.Right, Factors.Times([.. factors.Skip(count)]));
        }
    }

    // δ written as the derivative that it is under the other convention: one of them, or all.
    private IEnumerable<Repair> OtherDeltas(Claim claim, Formula first)
    {
        Formula? Replaced(Formula part) => part is Symbol { Role: Role.Delta } delta ? otherDelta.WhatDeltaIs(delta) : null;

        var right = claim.Right.Rewrite(Replaced);
        foreach (var whole in new[] { claim.Left, first }.Distinct())
        {
            if (whole.Rewrite(Replaced) is var left && left != whole && right != claim.Right)
            {
                yield return new Repair(Slip.OtherDelta, left, right, claim.Right) { IsReading = true };
            }
        }

        foreach (var site in Site.Of(claim.Right).Where(site => site.Node is Symbol { Role: Role.Delta }))
        {
            yield return new Repair(Slip.OtherDelta, claim.Left, site.Put(otherDelta.WhatDeltaIs((Symbol)site.Node)), site.Node);
        }

        foreach (var site in Site.Of(claim.Left).Where(site => site.Node is Symbol { Role: Role.Delta }))
        {
            yield return new Repair(Slip.OtherDelta, site.Put(otherDelta.WhatDeltaIs((Symbol)site.Node)), claim.Right, site.Node);
        }
    }
}
