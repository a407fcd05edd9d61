using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>The index letters of formulas that no Σ binds: what is said with them is said for all their values.</summary>
internal static class FreeIndices
{
    // The letter of the last layer, as in δ^{(L)}.
    private const string LastLayer = "L";

    /// <summary>The letters that are free in formulas, each with whether it counts layers.</summary>
    public static SortedDictionary<string, bool> Of(IEnumerable<Formula> formulas)
    {
        var letters = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var formula in formulas)
        {
            Collect(formula, [], letters);
        }

        return letters;
    }

    /// <summary>A formula with the letter of the last layer replaced by its number.</summary>
    public static Formula WithLastLayer(this Formula formula, int lastLayer) => formula.Bind(LastLayer, lastLayer);

    private static void Collect(Formula formula, HashSet<string> bound, SortedDictionary<string, bool> letters)
    {
        switch (formula)
        {
            case Symbol symbol:
                Add(symbol.Layer, isLayer: true);
                Add(symbol.Sample, isLayer: false);
                foreach (var index in symbol.Indices)
                {
                    Add(index, isLayer: false);
                }

                break;
            case KroneckerDelta equal:
                Add(equal.Left, isLayer: false);
                Add(equal.Right, isLayer: false);
                break;
            case Call call:
                Add(call.Function.Layer, isLayer: true);
                break;
            case Summation summation:
                Add(summation.From, isLayer: false); // a letter up to which a sum goes is the number of units, unless it is an index elsewhere
                bound = [.. bound, summation.Letter];
                break;
        }

        foreach (var part in formula.Parts())
        {
            Collect(part, bound, letters);
        }

        void Add(Index? index, bool isLayer)
        {
            if (index?.Letter is { } letter && !bound.Contains(letter))
            {
                letters[letter] = (letters.TryGetValue(letter, out var was) && was) || isLayer;
            }
        }
    }
}
