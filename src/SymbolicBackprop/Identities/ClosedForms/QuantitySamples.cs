using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// Values of quantities at random points of a prime field, in rows: one row a value of the argument, with parameters and the
/// constant e kept the same throughout a sheet.
/// </summary>
internal sealed class QuantitySamples
{
    // A square root has no value at every second point.
    private const int MostAttemptsPerRow = 64;

    private readonly Tape tape;
    private readonly FieldSweep sweep;
    private readonly Dictionary<int, List<ulong[]>> sheets = [];

    private QuantitySamples(Tape tape, FreeSums free, TapeTraits traits, bool[] varying)
    {
        this.tape = tape;
        sweep = new FieldSweep(tape, free, traits, tape.Roots, varying);
    }

    public PrimeField Field { get; } = PrimeChain.At(PrimeChain.Top);

    /// <summary>Prepares samples, or returns null where exponentials nest deeper than the chain of primes.</summary>
    /// <param name="quantities">The quantities: the columns.</param>
    /// <param name="arguments">The variables that change from row to row.</param>
    public static QuantitySamples? Of(Expr[] quantities, IReadOnlyList<Expr> arguments)
    {
        var names = arguments.Select(argument => argument.Name).ToHashSet(StringComparer.Ordinal);
        var tape = Tape.Of(quantities);
        var free = FreeSums.None(tape); // a parameter is not to be drawn anew with z + parameter
        var traits = TapeTraits.Of(tape, free);
        var varying = new bool[tape.Count];
        for (var i = 0; i < varying.Length; i++)
        {
            varying[i] = tape.Operations[i] == Operation.Leaf && tape.NameAt(i) is { } name && names.Contains(name);
            foreach (var child in tape.ChildrenOf(i))
            {
                varying[i] |= varying[child];
            }
        }

        return tape.Roots.Any(root => traits.Depths[root] > PrimeChain.Top) ? null : new QuantitySamples(tape, free, traits, varying);
    }

    /// <summary>Some rows of a sheet, or null where too many points have no values.</summary>
    /// <param name="sheet">The number of the sheet; each has parameters of its own.</param>
    /// <param name="count">How many rows.</param>
    public IReadOnlyList<ulong[]>? Rows(int sheet, int count)
    {
        if (!sheets.TryGetValue(sheet, out var rows))
        {
            sheets[sheet] = rows = [];
        }

        var fixedKey = Scramble.Mix(IdentityOptions.Default.Seed, (ulong)sheet);
        for (var attempt = rows.Count * MostAttemptsPerRow; rows.Count < count; attempt++)
        {
            if (attempt >= count * MostAttemptsPerRow)
            {
                return null;
            }

            sweep.MoveTo(Scramble.Mix(~fixedKey, (ulong)attempt), fixedKey);
            var row = Array.ConvertAll(tape.Roots, sweep.ValueAt);
            if (!row.Contains(FieldSweep.None))
            {
                rows.Add(row);
                attempt = (rows.Count * MostAttemptsPerRow) - 1;
            }
        }

        return rows;
    }
}
