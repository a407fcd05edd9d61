namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// Looks for few columns of a matrix over a prime field that a target column is a combination of. Columns are chosen one after the
/// other and each choice is eliminated from all later columns, so that the last one is found by comparing ratios.
/// </summary>
internal sealed class SparseRelation
{
    private readonly PrimeField field;
    private readonly ulong[][] columns;
    private readonly ulong[] target;

    /// <summary>Prepares the search.</summary>
    /// <param name="field">The field.</param>
    /// <param name="columns">The columns, of equal length; more rows than columns are combined make accidents improbable.</param>
    /// <param name="target">The column to combine.</param>
    public SparseRelation(PrimeField field, ulong[][] columns, ulong[] target)
    {
        (this.field, this.columns, this.target) = (field, columns, target);
    }

    /// <summary>All sets of exactly so many columns, as ascending indices, that combine to the target with no coefficient 0.</summary>
    public IEnumerable<int[]> SupportsOfSize(int size) => Extend(new int[size], 0, columns, target, 0);

    /// <summary>The coefficients of a combination, by elimination.</summary>
    /// <param name="field">The field.</param>
    /// <param name="columns">Linearly independent columns.</param>
    /// <param name="target">Their combination.</param>
    /// <returns>The coefficients, or null where the columns are dependent or the target is no combination of them.</returns>
    public static ulong[]? Solve(PrimeField field, ulong[][] columns, ulong[] target)
    {
        var size = columns.Length;
        var rows = new List<ulong[]>();
        for (var r = 0; r < target.Length; r++)
        {
            rows.Add([.. columns.Select(column => column[r]), target[r]]);
        }

        for (var c = 0; c < size; c++)
        {
            var pivot = rows.FindIndex(c, row => row[c] != 0);
            if (pivot < 0)
            {
                return null;
            }

            (rows[c], rows[pivot]) = (rows[pivot], rows[c]);
            var inverse = field.Inverse(rows[c][c]);
            rows[c] = Array.ConvertAll(rows[c], value => field.Multiply(value, inverse));
            for (var r = 0; r < rows.Count; r++)
            {
                if (r != c && rows[r][c] != 0)
                {
                    var factor = rows[r][c];
                    for (var k = c; k <= size; k++)
                    {
                        rows[r][k] = field.Subtract(rows[r][k], field.Multiply(factor, rows[c][k]));
                    }
                }
            }
        }

        return rows.Skip(size).All(row => row[size] == 0) ? [.. rows.Take(size).Select(row => row[size])] : null;
    }

    // Row number 'depth' is the pivot row of the column chosen at that depth.
    private IEnumerable<int[]> Extend(int[] chosen, int depth, ulong[][] reduced, ulong[] rest, int start)
    {
        for (var c = start; c < columns.Length; c++)
        {
            var pivot = reduced[c];
            if (pivot[depth] == 0)
            {
                continue; // depends on the columns chosen before, except by an accident
            }

            chosen[depth] = c;
            if (depth == chosen.Length - 1)
            {
                if (IsMultiple(rest, pivot, depth))
                {
                    yield return [.. chosen];
                }

                continue;
            }

            var nextRest = Eliminated(rest, pivot, depth);
            if (depth == chosen.Length - 2)
            {
                for (var k = c + 1; k < columns.Length; k++)
                {
                    if (IsMultipleOfEliminated(nextRest, reduced[k], pivot, depth))
                    {
                        chosen[depth + 1] = k;
                        yield return [.. chosen];
                    }
                }

                continue;
            }

            var next = new ulong[columns.Length][];
            for (var k = c + 1; k < columns.Length; k++)
            {
                next[k] = Eliminated(reduced[k], pivot, depth);
            }

            foreach (var support in Extend(chosen, depth + 1, next, nextRest, c + 1))
            {
                yield return support;
            }
        }
    }

    private bool IsMultiple(ulong[] column, ulong[] pivot, int depth)
    {
        if (column[depth] == 0 || pivot[depth] == 0)
        {
            return false;
        }

        for (var r = depth + 1; r < column.Length; r++)
        {
            if (field.Multiply(column[r], pivot[depth]) != field.Multiply(pivot[r], column[depth]))
            {
                return false;
            }
        }

        return true;
    }

    // Eliminates row by row and stops at the first ratio that differs: this is where nearly all of the time goes.
    private bool IsMultipleOfEliminated(ulong[] rest, ulong[] column, ulong[] pivot, int depth)
    {
        var first = Eliminated(column, pivot, depth, depth + 1);
        if (first == 0 || rest[depth + 1] == 0)
        {
            return false;
        }

        for (var r = depth + 2; r < column.Length; r++)
        {
            if (field.Multiply(rest[r], first) != field.Multiply(Eliminated(column, pivot, depth, r), rest[depth + 1]))
            {
                return false;
            }
        }

        return true;
    }

    private ulong[] Eliminated(ulong[] column, ulong[] pivot, int depth)
    {
        var result = new ulong[column.Length];
        for (var r = depth + 1; r < result.Length; r++)
        {
            result[r] = Eliminated(column, pivot, depth, r);
        }

        return result;
    }

    private ulong Eliminated(ulong[] column, ulong[] pivot, int depth, int row) =>
        field.Subtract(field.Multiply(column[row], pivot[depth]), field.Multiply(pivot[row], column[depth]));
}
