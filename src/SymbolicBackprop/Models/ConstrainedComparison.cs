using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Models;

/// <summary>Whether expressions are equal where given quantities fulfil what the model says of them, such as Σ yₖ = 1.</summary>
internal static class ConstrainedComparison
{
    /// <summary>Compares pairs as they are, and those that differ under the model's constraints.</summary>
    public static Verdict[] CompareAll(Model model, ReadOnlySpan<(Expr Left, Expr Right)> pairs, CancellationToken stop = default)
    {
        var options = IdentityOptions.Default with { Stop = stop };
        var verdicts = Identity.CompareAll(pairs, options);
        if (model.Constraints.Count == 0)
        {
            return verdicts;
        }

        int[] open = [.. Enumerable.Range(0, verdicts.Length).Where(i => verdicts[i] is Verdict.Refuted)];
        if (open.Length > 0)
        {
            var sides = new Expr[2 * open.Length];
            for (var i = 0; i < open.Length; i++)
            {
                (sides[2 * i], sides[(2 * i) + 1]) = pairs[open[i]];
            }

            var constrained = sides.Under(model.Constraints, model.Graph);
            var second = Identity.CompareAll([.. open.Select((_, i) => (constrained[2 * i], constrained[(2 * i) + 1]))], options);
            foreach (var (verdict, i) in second.Zip(open))
            {
                verdicts[i] = verdict.Holds ? verdict : verdicts[i];
            }
        }

        return verdicts;
    }

    /// <summary>Expressions with definitions opened and what constraints determine put in.</summary>
    private static Expr[] Under(this Expr[] expressions, IReadOnlyList<Constraint> constraints, ExprGraph graph) =>
        Substitution.Expand(expressions, node => constraints.FirstOrDefault(constraint => constraint.Solved.Node == node)?.Solution, graph);
}
