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
        State(units, unit => Statement.Equality(left(unit), right(unit)), reason);

    /// <summary>A step for each unit, or one for all of them; of several samples one for all of these too.</summary>
    /// <param name="units">The units.</param>
    /// <param name="state">What is said of a unit.</param>
    /// <param name="reason">Why it holds.</param>
    public static IEnumerable<Step> State(IReadOnlyList<Variable> units, Func<Variable, Statement> state, Reason reason) =>
        Together(units, state).Select(statement => new Step(statement, reason));

    /// <summary>A statement for each unit, or one for all of them; of several samples one for all of these too.</summary>
    public static IEnumerable<Statement> Together(IReadOnlyList<Variable> units, Func<Variable, Statement> state)
    {
        var samples = units.GroupBy(unit => unit.Symbol.Sample).Select(sample => Join([.. sample.Select(state)], "j")).ToList();
        return samples.Count < 2 || samples.Any(sample => sample.Count != samples[0].Count)
            ? samples.SelectMany(sample => sample)
            : Enumerable.Range(0, samples[0].Count).SelectMany(i => Join([.. samples.Select(sample => sample[i])], "s"));
    }

    /// <summary>The statements as they are, or the one with an index letter that all of them are instances of.</summary>
    /// <param name="statements">A statement for each unit, all of them alike in their relations.</param>
    /// <param name="letter">The letter of the index.</param>
    public static IReadOnlyList<Statement> Join(IReadOnlyList<Statement> statements, string letter) =>
        statements.Count > FewUnits && Joined(statements, letter) is { } joined ? [joined] : statements;

    /// <summary>The one statement that all of some are instances of, be they ever so few; of what has none, the first.</summary>
    public static Statement Whole(IReadOnlyList<Statement> statements, string letter) =>
        statements.Count > 1 && Joined(statements, letter) is { } joined ? joined : statements[0];

    private static Statement? Joined(IReadOnlyList<Statement> statements, string letter)
    {
        var first = statements[0];
        if (statements.Any(statement => statement.Links.Count != first.Links.Count || statement.Range != first.Range))
        {
            return null;
        }

        var sides = new List<Formula>();
        foreach (var instances in Enumerable.Range(0, first.Links.Count + 1).Select(side => statements.Select(statement => statement.Sides.ElementAt(side)).ToList()))
        {
            if (!Generalization.TryGeneralize(instances, letter, out var general))
            {
                return null;
            }

            sides.Add(general);
        }

        return Statement.Equality(sides[0], sides.Skip(1)) with { Range = new IndexRange(letter, 1, statements.Count) { And = first.Range } };
    }
}
