namespace SymbolicBackprop.Identities;

/// <summary>
/// A Cunningham chain of the first kind: 13 primes from 4090932431513069 on, each twice the one before plus 1. In the field of
/// such a prime p = 2q + 1 the squares form a group of prime order q, so that e^u can be sent to g^u with the exponent u taken
/// from the field of q, the prime before (G. Gonnet, <em>Determining equivalence of expressions in random polynomial time</em>, 1984).
/// </summary>
internal static class PrimeChain
{
    /// <summary>The first and smallest of the primes.</summary>
    public const ulong First = 4090932431513069;

    /// <summary>The level of the largest prime, at which whole expressions are evaluated.</summary>
    public const int Top = 12;

    private static readonly Lazy<PrimeField[]> Fields = new(Build);

    /// <summary>The field at a level from 0 to <see cref="Top"/>.</summary>
    public static PrimeField At(int level) => Fields.Value[level];

    private static PrimeField[] Build()
    {
        var fields = new PrimeField[Top + 1];
        var prime = First;
        for (var level = 0; level <= Top; level++, prime = (2 * prime) + 1)
        {
            fields[level] = new PrimeField(prime);
        }

        return fields;
    }
}
