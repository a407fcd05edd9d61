using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Statements about the units of one layer: a few one by one, more of them in one with an index if they follow one pattern.</summary>
internal static class UnitsTogether
{
    // Up to this many units of a layer are written one by one.
    private const int FewUnits = 2;

    /// <summary>A step for each unit, or one for all of them.</summary>
    public static IEnumerable<Step> State(IReadOnlyList<Variable> units, Func<Variable, Formula> left, Func<Variable, Formula> right, Reason reason) =>
        State([.. units.Select(unit => Statement.Equality(left(unit), right(unit)))], reason);

    /// <summary>A step for each statement, or one for all of them.</summary>
    /// <param name="statements">Chains of equalities, one for each unit.</param>
    /// <param name="reason">Why they hold.</param>
    public static IEnumerable<Step> State(IReadOnlyList<Statement> statements, Reason reason) =>
        statements.Count > FewUnits && General(statements) is { } general ? [new Step(general, reason)] : statements.Select(statement => new Step(statement, reason));

    private static Statement? General(IReadOnlyList<Statement> statements)
    {
        var sides = new List<Formula>();
        for (var i = 0; i <= statements[0].Links.Count; i++)
        {
            if (statements.Any(statement => statement.Links.Count < i)
                || !Generalization.TryGeneralize([.. statements.Select(statement => statement.Sides.ElementAt(i))], "j", out var side))
            {
                return null;
            }

            sides.Add(side);
        }

        return Statement.Equality(sides[0], sides.Skip(1)) with { Range = new IndexRange("j", 1, statements.Count) };
    }
}
