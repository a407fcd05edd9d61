using System.Collections;

namespace SymbolicBackprop.Models;

/// <summary>The variables of a model, row by row.</summary>
internal sealed class VariableList : IReadOnlyList<Variable>
{
    private readonly List<VariableRow> rows = [];

    public IReadOnlyList<VariableRow> Rows => rows;

    public int Count { get; private set; }

    public Variable this[int index]
    {
        get
        {
            var (low, high) = (0, rows.Count);
            while (high - low > 1)
            {
                var middle = (low + high) / 2;
                (low, high) = rows[middle].Start <= index ? (middle, high) : (low, middle);
            }

            return rows[low][index - rows[low].Start];
        }
    }

    public void Add(VariableRow row)
    {
        rows.Add(row);
        Count += row.Count;
    }

    public IEnumerator<Variable> GetEnumerator()
    {
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                yield return row[i];
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
