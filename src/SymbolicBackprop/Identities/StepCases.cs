using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Identities;

/// <summary>
/// Proves equalities with unit steps in them case by case: a step is 0 or 1, and what holds with either in its place holds.
/// </summary>
internal static class StepCases
{
    // Each step doubles the number of cases.
    private const int MostSteps = 4;

    /// <summary>The proof, or null where a case is not proved or there is no step.</summary>
    public static Verdict.Proved? Prove(Expr left, Expr right, IdentityOptions options) =>
        Split(DefinitionOpening.Open([left, right]), options with { ErrorLog2 = options.ErrorLog2 - MostSteps }, MostSteps);

    private static Verdict.Proved? Split(Expr[] sides, IdentityOptions options, int depth)
    {
        if (depth == 0 || LastStep(sides) is not { } step)
        {
            return null;
        }

        return With(0) is { } low && With(1) is { } high
            ? new Verdict.Proved(Math.Max(low.ErrorLog2, high.ErrorLog2) + 1, low.Points + high.Points, low.Rigorous && high.Rigorous)
            : null;

        Verdict.Proved? With(int value)
        {
            var graph = new ExprGraph();
            var replaced = Substitution.Expand(sides, node => node == step ? graph.Number(value) : null, graph);
            return Identity.CompareWhole(replaced[0], replaced[1], options) as Verdict.Proved ?? Split(replaced, options, depth - 1);
        }
    }

    // The outermost comes last: the steps of other layers, inside its argument, as a rule do not matter.
    private static Expr? LastStep(Expr[] sides)
    {
        var graph = sides[0].Graph;
        foreach (var id in NodeSet.Below(sides).Ids.ToArray().Reverse())
        {
            if (graph.KindOf(id) == ExprKind.Function && graph.FunctionOf(id) == StandardFunctions.Step)
            {
                return new Expr(graph, id);
            }
        }

        return null;
    }
}
