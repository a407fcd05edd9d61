using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Whether two expressions are equal wherever both are defined. Rational functions of variables and of exponentials, nested up to
/// twelve deep, are settled exactly up to a stated error bound, by their values at random points of prime fields (G. Gonnet,
/// <em>Determining equivalence of expressions in random polynomial time</em>, 1984). What that cannot settle is compared at random
/// points of the domain in double precision.
/// </summary>
public static class Identity
{
    /// <summary>Compares two expressions of one graph. The graph does not grow.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="options">How; by default <see cref="IdentityOptions.Default"/>.</param>
    /// <exception cref="ArgumentException">The expressions belong to different graphs.</exception>
    public static Verdict Compare(Expr left, Expr right, IdentityOptions? options = null) => CompareAll([(left, right)], options)[0];

    /// <summary>
    /// Compares many pairs of expressions of one graph, with common parts evaluated once a point. The cost is linear in the part of
    /// the graph that they depend on.
    /// </summary>
    /// <param name="pairs">The left and right sides.</param>
    /// <param name="options">How; by default <see cref="IdentityOptions.Default"/>.</param>
    /// <returns>A verdict for each pair.</returns>
    /// <exception cref="ArgumentException">The expressions belong to different graphs.</exception>
    public static Verdict[] CompareAll(ReadOnlySpan<(Expr Left, Expr Right)> pairs, IdentityOptions? options = null)
    {
        options ??= IdentityOptions.Default;
        var verdicts = CompareWhole(pairs, options);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] is Verdict.Tested)
            {
                options.Stop.ThrowIfCancellationRequested();

                // Degrees are bounded for all pairs together: alone it may be proved.
                var (left, right) = pairs[i];
                verdicts[i] = (pairs.Length > 1 ? CompareWhole(left, right, options) as Verdict.Proved : null) ?? OpenRoots.Prove(left, right, options) ?? StepCases.Prove(left, right, options) ?? verdicts[i];
            }
        }

        return verdicts;
    }

    /// <summary>Compares two expressions without a second look at roots and at the cases that unit steps make.</summary>
    internal static Verdict CompareWhole(Expr left, Expr right, IdentityOptions options) => CompareWhole([(left, right)], options)[0];

    private static Verdict[] CompareWhole(ReadOnlySpan<(Expr Left, Expr Right)> pairs, IdentityOptions options)
    {
        var verdicts = new Verdict[pairs.Length];
        var roots = new List<Expr>();
        var open = new List<int>();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (left, right) = pairs[i];
            pairs[0].Left.Graph.Own(left);
            pairs[0].Left.Graph.Own(right);
            if (left == right)
            {
                verdicts[i] = new Verdict.Proved(double.NegativeInfinity, 0, Rigorous: true);
            }
            else
            {
                open.Add(i);
                roots.Add(left);
                roots.Add(right);
            }
        }

        if (open.Count > 0)
        {
            Decide([.. roots], open, verdicts, options);
        }

        return verdicts;
    }

    private static void Decide(Expr[] roots, List<int> open, Verdict[] verdicts, IdentityOptions options)
    {
        Tape tape;
        try
        {
            tape = Tape.Of(roots);
        }
        catch (DivideByZeroException) when (open.Count == 1)
        {
            verdicts[open[0]] = new Verdict.Undecided("Something is divided by 0 everywhere.");
            return;
        }
        catch (DivideByZeroException)
        {
            // Opening definitions shows that something is divided by the number 0. It concerns few pairs, which halving finds.
            var half = open.Count / 2;
            Decide(roots[..(2 * half)], open[..half], verdicts, options);
            Decide(roots[(2 * half)..], open[half..], verdicts, options);
            return;
        }

        var found = new Decision(tape, options).Run();
        for (var i = 0; i < open.Count; i++)
        {
            verdicts[open[i]] = found[i];
        }
    }
}
