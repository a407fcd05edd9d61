using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Statements about the units of one layer: a few one by one, more of them in one with an index if they follow one pattern.</summary>
internal static class UnitsTogether
{
    // Up to this many units of a layer are written one by one.
    private const int FewUnits = 2;

    /// <summary>A step for each unit, or one for all of them.</summary>
    public static IEnumerable<Step> State(IReadOnlyList<Variable> units, Func<Variable, Formula> left, Func<Variable, Formula> right, Reason reason)
    {
        var lefts = units.Select(left).ToList();
        var rights = units.Select(right).ToList();
        if (units.Count > FewUnits
            && Generalization.TryGeneralize(lefts, "j", out var generalLeft)
            && Generalization.TryGeneralize(rights, "j", out var generalRight))
        {
            return [new Step(Statement.Equality(generalLeft, generalRight) with { Range = new IndexRange("j", 1, units.Count) }, reason)];
        }

        return lefts.Zip(rights, (l, r) => new Step(Statement.Equality(l, r), reason));
    }
}
