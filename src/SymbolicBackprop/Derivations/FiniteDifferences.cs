using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Holds gradients against central differences of what is differentiated: a check that shares no step with the derivation.</summary>
internal static class FiniteDifferences
{
    // Near the cube root of the precision of doubles, where rounding and truncation balance.
    private const double Shift = 6e-6;

    // At kinks and outside of domains there is no difference to take, and where all derivatives are 0, as behind units that are switched
    // off, agreement says nothing; another point is drawn, so many times.
    private const int MostPoints = 20;

    /// <summary>
    /// The largest error |difference − derivative| / max(1, |derivative|) over given quantities, or NaN where no point could be
    /// found at which the loss is finite and not all derivatives are 0.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="targets">Quantities without a definition: parameters, inputs, targets.</param>
    /// <param name="of">What is differentiated, by default the loss.</param>
    public static double LargestError(Model model, IReadOnlyCollection<Variable> targets, Symbol? of = null) =>
        LargestError(model, targets, model[of ?? Symbol.Loss].Node);

    /// <summary>The same for an expression of the model's graph, such as a derivative, which is differentiated again.</summary>
    public static double LargestError(Model model, IReadOnlyCollection<Variable> targets, Expr top)
    {
        var gradient = Gradient.Of(top);
        Expr[] derivatives = [.. targets.Select(target => gradient[target.Node])];
        for (var seed = 1; seed <= MostPoints; seed++)
        {
            var point = PointOf(model, seed);
            var values = Evaluation.Evaluate(derivatives, variable => point[variable]);
            var error = 0.0;
            foreach (var (target, value) in targets.Zip(values))
            {
                double ValueAt(double shift) => top.Evaluate(variable => point[variable] + (variable == target.Node ? shift : 0));

                var difference = (ValueAt(Shift) - ValueAt(-Shift)) / (2 * Shift);
                error = Math.Max(error, Math.Abs(difference - value) / Math.Max(1, Math.Abs(value)));
            }

            if (double.IsFinite(error) && (values.Any(value => value != 0) || derivatives.All(derivative => derivative.IsZero)))
            {
                return error;
            }
        }

        return double.NaN;
    }

    private static Dictionary<Expr, double> PointOf(Model model, int seed)
    {
        var random = new Random(seed);
        return model.Variables.Where(variable => variable.Node.Definition is null)
            .ToDictionary(variable => variable.Node, _ => (2 * random.NextDouble()) - 1);
    }
}
