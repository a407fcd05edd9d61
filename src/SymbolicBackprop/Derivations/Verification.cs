using System.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Compares the two sides of every equality before it is printed: all of them together, so that what they have in common is
/// evaluated once, and the cost grows with the model and with what is said of it, not with their product.
/// </summary>
internal sealed class Verification(Model model)
{
    private readonly List<(Step Step, List<(Expr Left, Expr Right)> Claims)> open = [];
    private readonly Stopwatch clock = new();

    /// <summary>How long it took, reading the steps included.</summary>
    public TimeSpan Elapsed => clock.Elapsed;

    /// <summary>Takes a step that is to be proved.</summary>
    /// <exception cref="MeaninglessException">A side says nothing, or shapes do not go together.</exception>
    public void Add(Step step, Meaning meaning)
    {
        clock.Start();
        open.Add((step, [.. Claims(step.Statement, meaning)]));
        clock.Stop();
    }

    /// <summary>Proves all steps.</summary>
    /// <param name="stop">Ends it early.</param>
    /// <returns>For each step the verdicts on its equalities; none for a question.</returns>
    /// <exception cref="InvalidOperationException">An equality does not hold. The engine made a mistake; nothing may be printed.</exception>
    public IReadOnlyList<IReadOnlyList<Verdict>> Prove(CancellationToken stop = default)
    {
        clock.Start();
        var free = Compare(constrained: false, stop);
        var given = Compare(constrained: true, stop);
        var results = new List<IReadOnlyList<Verdict>>();
        foreach (var (step, claims) in open)
        {
            var verdicts = claims.ConvertAll(claim => (step.Given is null ? free : given)[claim]);
            results.Add(verdicts);
            if (verdicts.Find(verdict => !verdict.Holds) is { } failed)
            {
                throw new InvalidOperationException($"A step of a derivation does not hold; this is a mistake of the engine. {step.Statement.First}: {failed}");
            }
        }

        clock.Stop();
        return results;
    }

    /// <summary>Proves steps.</summary>
    /// <inheritdoc cref="Prove(CancellationToken)"/>
    public static IReadOnlyList<IReadOnlyList<Verdict>> Prove(IReadOnlyList<Step> steps, Meaning meaning)
    {
        var verification = new Verification(meaning.Model);
        foreach (var step in steps)
        {
            verification.Add(step, meaning);
        }

        return verification.Prove();
    }

    // The constraints of the model hold where a step says so.
    private Dictionary<(Expr Left, Expr Right), Verdict> Compare(bool constrained, CancellationToken stop)
    {
        (Expr Left, Expr Right)[] claims = [.. open.Where(pair => pair.Step.Given is not null == constrained).SelectMany(pair => pair.Claims).Distinct()];
        var verdicts = constrained ? ConstrainedComparison.CompareAll(model, claims, stop) : Identity.CompareAll(claims, IdentityOptions.Default with { Stop = stop });
        return claims.Zip(verdicts).ToDictionary();
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
