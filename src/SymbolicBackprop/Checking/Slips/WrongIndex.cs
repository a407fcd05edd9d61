using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>The two indices of a weight are exchanged.</summary>
    public static Slip IndexTransposed { get; } = new(
        "index-transposed",
        "the indices of a weight are transposed",
        (site, _) => site.Node is Symbol { Role: Role.Weight, Indices: [var from, var to] } weight && from != to ? [weight with { Indices = [to, from] }] : []);

    /// <summary>A unit, a layer or a limit of a sum is off.</summary>
    public static Slip IndexShifted { get; } = new(
        "index-shifted",
        "an index is shifted",
        (site, vocabulary) => site.Node switch
        {
            Symbol { IsUpdated: false } symbol => OtherIndices(symbol, vocabulary),
            Call { Function.Layer: { } layer, Arguments: [Symbol { Role: Role.PreActivation } argument] } call => OtherUnits(call, argument, vocabulary),
            PathShare share => Near(share.Path).Where(path => path.Number > 0).Select(path => share with { Path = path.Number }),
            Summation { From: { } first, To: { } last } sum => [.. Near(first).Select(from => sum with { From = from }), .. Near(last).Select(to => sum with { To = to })],
            _ => [],
        });

    // Units first, then layers; of each the nearest first.
    private static IEnumerable<Formula> OtherIndices(Symbol symbol, Vocabulary vocabulary)
    {
        for (var k = 0; k < symbol.Indices.Count; k++)
        {
            foreach (var index in Others(symbol.Indices[k], vocabulary))
            {
                yield return symbol with { Indices = symbol.Indices.Select((old, i) => i == k ? index : old).ToEquatableList() };
            }
        }

        foreach (var layer in symbol.Layer is { } own ? Others(own, vocabulary) : [])
        {
            yield return symbol with { Layer = layer };
        }
    }

    // In f′(z) layer and unit belong together.
    private static IEnumerable<Formula> OtherUnits(Call call, Symbol argument, Vocabulary vocabulary) =>
        OtherIndices(argument, vocabulary).OfType<Symbol>().Where(other => other.Layer != argument.Layer)
            .Select(other => call with { Function = FunctionSymbol.OfLayer(other.Layer!.Value), Arguments = [other] });

    private static IEnumerable<Index> Others(Index index, Vocabulary vocabulary) => Near(index)
        .Concat(index.Letter is null ? Enumerable.Range(1, vocabulary.LargestIndex).Select(number => (Index)number) : [])
        .Concat(vocabulary.Letters.Select(letter => Index.Of(letter)))
        .Where(other => other != index)
        .Distinct();

    private static IEnumerable<Index> Near(Index index) => index.Letter is { } letter
        ? [Index.Of(letter, index.Number - 1), Index.Of(letter, index.Number + 1)]
        : [index.Number - 1, index.Number + 1];
}
