using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>How far the indices of a model's quantities go. Worked out when somebody asks: who only differentiates does not.</summary>
/// <param name="rows">The rows of the model, which may become more.</param>
internal sealed class Extents(IReadOnlyList<VariableRow> rows)
{
    private readonly Lock gate = new(); // readers of a finished model may come from several threads
    private readonly Dictionary<(Role Role, string Letter, int? Layer), int[]> largest = [];
    private readonly HashSet<(Role Role, string Letter)> layered = [];
    private int rowsKnown;
    private int largestUnit;

    /// <summary>The largest number of an index of a quantity that is in a layer.</summary>
    public int LargestUnit
    {
        get
        {
            lock (gate)
            {
                Learn();
                return largestUnit;
            }
        }
    }

    /// <summary>The largest index in each position of the quantities of a role, a letter and a layer; null where there are none.</summary>
    public IReadOnlyList<int>? Of(Role role, string letter, int? layer)
    {
        lock (gate)
        {
            Learn();
            return largest.GetValueOrDefault((role, letter, layer));
        }
    }

    /// <summary>Whether quantities of a role are in layers.</summary>
    /// <param name="role">The role.</param>
    /// <param name="letter">Their letter, or null for any.</param>
    public bool HasLayersOf(Role role, string? letter = null)
    {
        lock (gate)
        {
            Learn();
            return letter is null ? layered.Any(kind => kind.Role == role) : layered.Contains((role, letter));
        }
    }

    private void Learn()
    {
        for (; rowsKnown < rows.Count; rowsKnown++)
        {
            Extend(rows[rowsKnown].FirstSymbol, rows[rowsKnown].Count);
        }
    }

    private void Extend(Symbol symbol, int count)
    {
        var key = (symbol.Role, symbol.Letter, symbol.Layer?.Number);
        var extent = largest.GetValueOrDefault(key) ?? [];
        if (extent.Length < symbol.Indices.Count || extent.Length == 0)
        {
            Array.Resize(ref extent, symbol.Indices.Count);
            largest[key] = extent;
            if (symbol.Layer is not null)
            {
                layered.Add((symbol.Role, symbol.Letter));
            }
        }

        for (var k = 0; k < symbol.Indices.Count; k++)
        {
            extent[k] = Math.Max(extent[k], symbol.Indices[k].Number + (k == 0 ? count - 1 : 0));
        }

        if (symbol.Layer is not null)
        {
            foreach (var index in extent)
            {
                largestUnit = Math.Max(largestUnit, index);
            }
        }
    }
}
