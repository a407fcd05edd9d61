using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Derivations;

/// <summary>Compares the two sides of every equality before it is printed.</summary>
internal static class Verification
{
    /// <summary>Proves steps.</summary>
    /// <returns>For each step the verdicts on its equalities; none for a question.</returns>
    /// <exception cref="InvalidOperationException">An equality does not hold. The engine made a mistake; nothing may be printed.</exception>
    public static IReadOnlyList<IReadOnlyList<Verdict>> Prove(IReadOnlyList<Step> steps, Meaning meaning)
    {
        var claims = steps.Select(step => Claims(step.Statement, meaning).ToList()).ToList();
        var verdicts = Compare(steps, claims, meaning.Model);
        var results = new List<IReadOnlyList<Verdict>>();
        var next = 0;
        foreach (var (step, claim) in steps.Zip(claims))
        {
            var own = verdicts[next..(next += claim.Count)];
            results.Add(own);
            if (Array.Find(own, verdict => !verdict.Holds) is { } failed)
            {
                throw new InvalidOperationException($"A step of a derivation does not hold; this is a mistake of the engine. {step.Statement.First}: {failed}");
            }
        }

        return results;
    }

    // The constraints of the model hold where a step says so.
    private static Verdict[] Compare(IReadOnlyList<Step> steps, List<List<(Expr Left, Expr Right)>> claims, Model model)
    {
        var verdicts = Identity.CompareAll([.. claims.SelectMany(claim => claim)]);
        var next = 0;
        foreach (var (step, claim) in steps.Zip(claims))
        {
            if (step.Given is not null)
            {
                ConstrainedComparison.CompareAll(model, [.. claim]).CopyTo(verdicts, next);
            }

            next += claim.Count;
        }

        return verdicts;
    }

    /// <summary>The equalities that a statement claims, as pairs of expressions; one for each value of its index, and for each entry.</summary>
    /// <exception cref="MeaninglessException">A side says nothing, or shapes do not go together.</exception>
    public static IEnumerable<(Expr Left, Expr Right)> Claims(Statement statement, Meaning meaning)
    {
        var matrices = new MatrixMeaning(meaning);
        foreach (var brace in statement.Sides.SelectMany(side => side.WithParts()).OfType<Underbrace>())
        {
            if (brace.Label is Dimensions shape)
            {
                matrices.CheckLabel(brace.Body, shape);
            }
        }

        foreach (var instance in statement.Instances())
        {
            var left = instance.First;
            foreach (var link in instance.Links)
            {
                if (link is { Relation: Relation.Equal or Relation.Defined, Side: not Unknown })
                {
                    foreach (var pair in matrices.Pairs(left, link.Side))
                    {
                        yield return pair;
                    }
                }

                left = link.Side;
            }
        }
    }
}
