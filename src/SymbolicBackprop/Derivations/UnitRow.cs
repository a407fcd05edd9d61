using System.Collections.Immutable;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Quantities of one letter that differ in one index alone.</summary>
internal sealed class UnitRow
{
    private UnitRow(IReadOnlyList<Variable> units, int position)
    {
        Units = [.. units.OrderBy(unit => unit.Symbol.Indices[position].Number)];
        Numbers = [.. Units.Select(unit => unit.Symbol.Indices[position])];
    }

    /// <summary>The quantities, in the order of their index.</summary>
    public ImmutableArray<Variable> Units { get; }

    /// <summary>Their indices.</summary>
    public ImmutableArray<Formulas.Index> Numbers { get; }

    /// <summary>How many there are.</summary>
    public int Count => Units.Length;

    /// <summary>One of them by its position.</summary>
    public Variable this[int position] => Units[position];

    /// <summary>The row of some quantities that are alike; null where there are fewer than two, or they differ in several indices.</summary>
    public static UnitRow? Of(IReadOnlyList<Variable> units)
    {
        int[] differing = units.Count < 2 ? [] : [.. Enumerable.Range(0, units[0].Symbol.Indices.Count).Where(k => units.Any(unit => unit.Symbol.Indices[k] != units[0].Symbol.Indices[k]))];
        return differing.Length == 1 ? new UnitRow(units, differing[0]) : null;
    }

    /// <summary>Whether two quantities go by one letter and have as many indices.</summary>
    public static bool AreAlike(Variable one, Variable other) => one.Symbol with { Indices = other.Symbol.Indices } == other.Symbol && one.Symbol.Indices.Count == other.Symbol.Indices.Count;

    /// <summary>The position of one of them.</summary>
    public int IndexOf(Variable unit) => Units.IndexOf(unit);
}
