using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>Looks for the slip that explains why a claim about whole layers does not hold, or why its shapes do not go together.</summary>
/// <param name="model">What the claim is about.</param>
/// <param name="meaning">What its formulas mean.</param>
/// <param name="holds">Whether a claim holds for the values that a statement gives its index letters.</param>
internal sealed class LayerSlipSearch(Model model, Meaning meaning, Func<Claim, IndexRange?, bool> holds)
{
    // Formulas with more places to go wrong in are not written by hand.
    private const int MostRepairs = 200;

    /// <summary>The smallest repair that makes the claim hold, or null.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="range">The values of its index letters, or null.</param>
    public Repair? Find(Claim claim, IndexRange? range)
    {
        var vocabulary = new Vocabulary(model, claim.Sides, new PointValues(meaning, formula => formula, seed: 1));
        var repairs =
            from slip in Slip.OfLayers
            from isRight in (bool[])[true, false]
            from site in Site.Of(isRight ? claim.Right : claim.Left, isSubject: isRight == (claim.Kind == ClaimKind.BraceLabel))
            from part in slip.Repairs(site, vocabulary)
            let side = site.Put(part)
            select isRight ? new Repair(slip, claim.Left, side, site.Node) : new Repair(slip, side, claim.Right, site.Node);
        return repairs.Take(MostRepairs).OrderBy(repair => repair.SizeIn(claim)).FirstOrDefault(repair => repair.Left != repair.Right && holds(repair.Of(claim), range));
    }
}
