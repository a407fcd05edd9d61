using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>The contribution of a path is missing.</summary>
    public static Slip PathMissing { get; } = new(
        "path-missing",
        "a path is missing",
        (site, vocabulary) => site.Kind == SiteKind.Term ? OtherPaths(site.Node, vocabulary).Select(path => Formula.SumOf(site.Node, path)) : []);

    // The same product over another unit of a layer; shares over other paths.
    private static IEnumerable<Formula> OtherPaths(Formula formula, Vocabulary vocabulary)
    {
        var term = formula is Sum sum ? sum.Terms[0] : formula;
        if (term is PathShare share)
        {
            return Enumerable.Range(1, MostShares).Where(path => path != share.Path).Select(path => share with { Path = path });
        }

        if (!term.WithParts().Any(part => part is Derivative or Call { Primes: 1 } or Symbol { Role: Role.Delta }))
        {
            return []; // it is a term of a weighted sum
        }

        return from unit in term.WithParts().OfType<Symbol>().Where(symbol => symbol is { Role: Role.Delta or Role.PreActivation or Role.Activation, Layer: not null }).Distinct()
               from other in Enumerable.Range(1, vocabulary.UnitsOf(unit.Layer!.Value))
               where unit.Indices is [{ Letter: null } own] && own != other
               select term.Rewrite(part => part is Symbol symbol ? OverUnit(symbol, unit, other) : null);
    }

    // Beyond so many paths nobody writes a share for each.
    private const int MostShares = 16;

    // A path leaves and enters a unit by its weights.
    private static Symbol OverUnit(Symbol symbol, Symbol unit, Index other)
    {
        var own = unit.Indices[0];
        return symbol switch
        {
            { Role: Role.Weight, Indices: [var from, var to] } when symbol.Layer == unit.Layer && to == own => symbol with { Indices = [from, other] },
            { Role: Role.Weight, Indices: [var from, var to] } when symbol.Layer is { } above && Vocabulary.Below(above) == unit.Layer && from == own => symbol with { Indices = [other, to] },
            { Role: Role.Delta or Role.PreActivation or Role.Activation } when symbol.Layer == unit.Layer && symbol.Indices == unit.Indices => symbol with { Indices = [other] },
            _ => symbol,
        };
    }
}
