using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>The repairs of a claim that might make it hold: of all kinds, in all places, and of the claim as a whole.</summary>
/// <param name="model">What the claim is about.</param>
/// <param name="otherDelta">What δ means under the other convention.</param>
internal sealed class Repairs(Model model, Meaning otherDelta)
{
    /// <summary>The repairs, kind by kind.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="first">The first side of its chain.</param>
    /// <param name="next">The side of the chain after this claim's, where that is not equal to it either; else null.</param>
    /// <param name="values">The values of formulas at a point.</param>
    public IEnumerable<Repair> Of(Claim claim, Formula first, Formula? next, PointValues values)
    {
        var vocabulary = new Vocabulary(model, claim.Sides, values);
        List<Site> right = [.. Site.Of(claim.Right, isSubject: claim.Kind == ClaimKind.BraceLabel, values, values.Of(claim.Left))];
        List<Site> left = [.. Site.Of(claim.Left, isSubject: claim.Kind == ClaimKind.Equality, values, values.Of(claim.Right))];
        return Slip.All.SelectMany(slip => Whole(slip, claim, first, next)
            .Concat(AtSites(slip, right, vocabulary).Select(each => new Repair(slip, claim.Left, each.Side, each.Place)))
            .Concat(AtSites(slip, left, vocabulary).Select(each => new Repair(slip, each.Side, claim.Right, each.Place))));
    }

    private IEnumerable<(Formula Side, Formula Place)> AtSites(Slip slip, List<Site> sites, Vocabulary vocabulary) =>
        from site in sites
        from part in slip == Slip.OtherDelta ? OtherDelta(site) : slip.Repairs(site, vocabulary)
        where site.MayBecome(vocabulary.Values.Of(part))
        select (site.Put(part), LeftOut(site.Node, part) ?? site.Node);

    // The first factor or term that is too many, where nothing else changes.
    private static Formula? LeftOut(Formula before, Formula after)
    {
        HashSet<Formula> rest = new(after.GetType() == before.GetType() ? after.Parts() : [after], ReferenceEqualityComparer.Instance);
        return before is Sum or Product && rest.IsProperSubsetOf(before.Parts()) ? before.Parts().First(part => !rest.Contains(part)) : null;
    }

    private IEnumerable<Formula> OtherDelta(Site site) => site.Node is Symbol { Role: Role.Delta } delta ? [otherDelta.WhatDeltaIs(delta)] : [];

    // Slips that concern more than one place.
    private IEnumerable<Repair> Whole(Slip slip, Claim claim, Formula first, Formula? next) =>
        slip == Slip.LastFactorOnly && claim.Left is Product { Factors: [.., var last] } ? [new Repair(slip, last, claim.Right, claim.Right)]
        : slip == Slip.EqualsForTimes ? JoinedSides(claim, first, next)
        : slip == Slip.OtherDelta ? OtherDeltas(claim, first)
        : slip == Slip.BraceSpan ? OtherSpans(claim)
        : [];

    // A = B = C for A = B·C; where C is 1, only the second equality is wrong.
    private static IEnumerable<Repair> JoinedSides(Claim claim, Formula first, Formula? next)
    {
        if (next is not null)
        {
            yield return new Repair(Slip.EqualsForTimes, claim.Left, Factors.Times([.. Factors.Of(claim.Right), .. Factors.Of(next)]), claim.Right) { IsReading = true };
        }

        if (first != claim.Left)
        {
            yield return new Repair(Slip.EqualsForTimes, first, Factors.Times([.. Factors.Of(claim.Left), .. Factors.Of(claim.Right)]), claim.Right) { IsReading = true };
        }
    }

    // All δ written as the derivatives that they are under the other convention.
    private IEnumerable<Repair> OtherDeltas(Claim claim, Formula first)
    {
        Formula? Replaced(Formula part) => part is Symbol { Role: Role.Delta } delta ? otherDelta.WhatDeltaIs(delta) : null;

        var right = claim.Right.Rewrite(Replaced);
        return from whole in new[] { claim.Left, first }.Distinct()
               let left = whole.Rewrite(Replaced)
               where left != whole && right != claim.Right
               select new Repair(Slip.OtherDelta, left, right, claim.Right) { IsReading = true };
    }

    private static IEnumerable<Repair> OtherSpans(Claim claim)
    {
        var factors = claim.Kind == ClaimKind.BraceLabel ? Factors.Of(claim.Left) : [];
        for (var count = factors.Count - 1; count > 0; count--)
        {
            yield return new Repair(Slip.BraceSpan, Factors.Times([.. factors.Take(count)]), claim.Right, Factors.Times([.. factors.Skip(count)]));
        }
    }
}
