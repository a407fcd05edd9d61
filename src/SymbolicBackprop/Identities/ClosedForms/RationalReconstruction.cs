using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>The small rational number that a residue stands for.</summary>
internal static class RationalReconstruction
{
    // A number of larger height is an accident: of all residues, less than one in 2²⁰ stands for one within the bound.
    private const ulong Largest = 1 << 20;

    /// <summary>
    /// The rational number n/d with |n| and d up to 2²⁰ whose residue this is, or null if there is none. Euclid's algorithm stopped
    /// half way finds it (P. Wang, 1981); it is unique, as 2·2²⁰·2²⁰ is below the primes of the chain.
    /// </summary>
    public static Rational? Of(PrimeField field, ulong residue)
    {
        var (before, rest) = ((Int128)field.Modulus, (Int128)field.Leave(residue));
        var (factorBefore, factor) = ((Int128)0, (Int128)1);
        while (rest > Largest)
        {
            var quotient = before / rest;
            (before, rest) = (rest, before - (quotient * rest));
            (factorBefore, factor) = (factor, factorBefore - (quotient * factor));
        }

        return Int128.Abs(factor) > Largest ? null
            : factor < 0 ? new Rational((long)-rest, (long)-factor)
            : new Rational((long)rest, (long)factor);
    }
}
