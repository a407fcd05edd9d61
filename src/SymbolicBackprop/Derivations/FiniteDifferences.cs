using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Programs;

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
        Expr[] given = [.. model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => variable.Node)];
        int[] places = [.. targets.Select(target => Array.IndexOf(given, target.Node))];
        var difference = new Difference(EvaluationProgram.Compile([top], given).NewEvaluator());
        var program = EvaluationProgram.Compile(derivatives, given);
        var values = new double[derivatives.Length];
        for (var seed = 1; seed <= MostPoints; seed++)
        {
            var point = PointOf(given.Length, seed);
            program.Run(point, values);
            var error = 0.0;
            foreach (var (place, value) in places.Zip(values))
            {
                error = Math.Max(error, Math.Abs(difference.At(point, place) - value) / Math.Max(1, Math.Abs(value)));
            }

            if (double.IsFinite(error) && (values.Any(value => value != 0) || derivatives.All(derivative => derivative.IsZero)))
            {
                return error;
            }
        }

        return double.NaN;
    }

    private static double[] PointOf(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>The central difference of what an evaluator has for its output.</summary>
    private sealed class Difference(Evaluator evaluator)
    {
        public double At(ReadOnlySpan<double> point, int place)
        {
            point.CopyTo(evaluator.Inputs);
            return (With(point[place] + Shift) - With(point[place] - Shift)) / (2 * Shift);

            double With(double coordinate)
            {
                evaluator.Inputs[place] = coordinate;
                evaluator.Evaluate();
                return evaluator.Outputs[0];
            }
        }
    }
}
