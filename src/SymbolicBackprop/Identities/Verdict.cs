namespace SymbolicBackprop.Identities;

/// <summary>The answer to the question whether two expressions are equal wherever both are defined.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Whether nothing speaks against the equality: it was proved or at least tested.</summary>
    public bool Holds => this is Proved or Tested;

    /// <summary>
    /// The two sides agree at random points of prime fields. Functions outside the class, such as ln, are left open there: the
    /// equality holds whatever their values are.
    /// </summary>
    /// <param name="ErrorLog2">
    /// The binary logarithm of a bound of the probability that the sides differ and still agree at all points; −∞ where they are
    /// one and the same node.
    /// </param>
    /// <param name="Points">At how many points they were compared.</param>
    /// <param name="Rigorous">
    /// Whether the bound is the theorem of Schwartz and Zippel alone, which is so where every exponent of e is a linear form in
    /// free quantities. Otherwise it also rests on Gonnet's assumption: powers of g whose exponents are different polynomials
    /// behave as independent quantities do.
    /// </param>
    public sealed record Proved(double ErrorLog2, int Points, bool Rigorous) : Verdict;

    /// <summary>The two sides agree at random points of the domain in double precision.</summary>
    /// <param name="Tolerance">The relative tolerance; at every point that counts, rounding stayed below it.</param>
    /// <param name="Points">At how many points they were compared.</param>
    /// <param name="Reason">Why this is not a proof.</param>
    public sealed record Tested(double Tolerance, int Points, string Reason) : Verdict;

    /// <summary>The two sides differ.</summary>
    /// <param name="Witness">A point at which they do.</param>
    public sealed record Refuted(Witness Witness) : Verdict;

    /// <summary>Neither could be shown.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record Undecided(string Reason) : Verdict;
}
