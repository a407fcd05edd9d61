using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>A repair that makes a claim hold.</summary>
/// <param name="Slip">What it repairs.</param>
/// <param name="Left">The left side, repaired.</param>
/// <param name="Right">The right side, repaired.</param>
/// <param name="Place">The part that was wrong, as it was read.</param>
internal sealed record Repair(Slip Slip, Formula Left, Formula Right, Formula Place);

/// <summary>
/// Looks for the slip that explains why a claim does not hold: repairs of all kinds are made in all places, compared at a point in
/// one sweep, and those that agree there are proved.
/// </summary>
internal sealed class SlipSearch(Model model, ClaimInstances instances, Assessment assessment, Meaning otherDelta)
{
    private const double Tolerance = 1e-9;

    /// <summary>The first repair that makes the claim hold, the more special slips before the others; null where none does.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="range">The values of the statement's index, or null.</param>
    /// <param name="chain">All sides of the statement's chain.</param>
    public Repair? Find(Claim claim, IndexRange? range, IReadOnlyList<Formula> chain)
    {
        var found = FirstThatHolds(Repairs(claim, chain), claim, range);

        // Under the brace of another convention's δ, it is the brace that is to be moved.
        return found?.Slip == Slip.OtherDelta && claim.Kind == ClaimKind.BraceLabel && FirstThatHolds(OtherSpans(claim), claim, range) is { } moved
            ? moved with { Slip = Slip.OtherDelta }
            : found;
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

    private Repair? FirstThatHolds(IEnumerable<Repair> repairs, Claim claim, IndexRange? range) =>
        AtOnePoint([.. repairs], claim, range).FirstOrDefault(repair => Holds(claim with { Left = repair.Left, Right = repair.Right }, range));

    private IEnumerable<Repair> Repairs(Claim claim, IReadOnlyList<Formula> chain)
    {
        var vocabulary = new Vocabulary(model, claim.Sides);
        List<Site> right = [.. Site.Of(claim.Right)];
        List<Site> left = [.. Site.Of(claim.Left)];
        foreach (var slip in Slip.All)
        {
            foreach (var repair in WholeClaim(slip, claim, chain))
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

    // Slips that concern more than one place.
    private IEnumerable<Repair> WholeClaim(Slip slip, Claim claim, IReadOnlyList<Formula> chain)
    {
        if (slip == Slip.LastFactorOnly && claim.Left is Product { Factors: [.., var last] })
        {
            yield return new Repair(slip, last, claim.Right, claim.Right);
        }
        else if (slip == Slip.EqualsForTimes && claim is { Kind: ClaimKind.Equality } && claim.Link + 1 < chain.Count)
        {
            yield return new Repair(slip, claim.Left, Factors.Times([.. Factors.Of(claim.Right), .. Factors.Of(chain[claim.Link + 1])]), claim.Right);
        }
        else if (slip == Slip.OtherDelta)
        {
            foreach (var repair in OtherDeltas(claim))
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
    private IEnumerable<Repair> OtherDeltas(Claim claim)
    {
        Formula? Replaced(Formula part) => part is Symbol { Role: Role.Delta } delta ? otherDelta.WhatDeltaIs(delta) : null;

        var (left, right) = (claim.Left.Rewrite(Replaced), claim.Right.Rewrite(Replaced));
        if (left != claim.Left && right != claim.Right)
        {
            yield return new Repair(Slip.OtherDelta, left, right, claim.Right);
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

    // The repairs whose sides agree at a random point, in order.
    private IEnumerable<Repair> AtOnePoint(List<Repair> repairs, Claim claim, IndexRange? range)
    {
        var memory = assessment.MeaningFor(claim).Remembering();
        var (candidates, sides) = (new List<Repair>(), new List<Expr>());
        foreach (var repair in repairs)
        {
            if (FirstInstance(repair, range, memory) is { } instance)
            {
                candidates.Add(repair);
                sides.Add(instance.Left);
                sides.Add(instance.Right);
            }
        }

        var point = new RandomPoint(1);
        var values = Evaluation.Evaluate([.. sides], point.ValueOf);
        return candidates.Where((_, i) =>
            !(Math.Abs(values[2 * i] - values[(2 * i) + 1]) > Tolerance * Math.Max(1e-3, Math.Abs(values[2 * i]))));
    }

    private ClaimInstance? FirstInstance(Repair repair, IndexRange? range, Meaning memory)
    {
        try
        {
            return instances.Of(repair.Left, repair.Right, range, memory)[0];
        }
        catch (MeaninglessException)
        {
            return null;
        }
    }
}
