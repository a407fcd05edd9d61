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
        Expr[] given = GivenIn(model);
        return LargestError(given, top, [.. targets.Select(target => (gradient[target.Node], (Move[])[new Move(Array.IndexOf(given, target.Node), null)]))]);
    }

    /// <summary>The same for what a formula changes by in the direction of a vector of all parameters, which is drawn along with the point.</summary>
    public static double ErrorAlongDirection(Meaning meaning, Formula of)
    {
        List<Variable> parameters = [.. meaning.Model.Parameters];
        Expr[] given = [.. GivenIn(meaning.Model), .. parameters.Select(parameter => meaning.Of(new Directional(parameter.Symbol)))];
        Move[] direction = [.. parameters.Select((parameter, i) => new Move(Array.IndexOf(given, parameter.Node), given.Length - parameters.Count + i))];
        return LargestError(given, meaning.Of(of), [(meaning.Of(new Directional(of)), direction)]);
    }

    private static double LargestError(Expr[] given, Expr top, IReadOnlyList<(Expr Derivative, Move[] Direction)> along)
    {
        Expr[] derivatives = [.. along.Select(each => each.Derivative)];
        var difference = new Difference(EvaluationProgram.Compile([top], given).NewEvaluator());
        var program = EvaluationProgram.Compile(derivatives, given);
        var values = new double[derivatives.Length];
        for (var seed = 1; seed <= MostPoints; seed++)
        {
            var point = PointOf(given.Length, seed);
            program.Run(point, values);
            var error = 0.0;
            foreach (var ((_, direction), value) in along.Zip(values))
            {
                error = Math.Max(error, Math.Abs(difference.At(point, direction) - value) / Math.Max(1, Math.Abs(value)));
            }

            if (double.IsFinite(error) && (values.Any(value => value != 0) || derivatives.All(derivative => derivative.IsZero)))
            {
                return error;
            }
        }

        return double.NaN;
    }

    private static Expr[] GivenIn(Model model) => [.. model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => variable.Node)];

    /// <summary>A coordinate of a point that is moved: by 1, or by another coordinate.</summary>
    private sealed record Move(int Place, int? By);

    private static double[] PointOf(int length, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>The central difference of what an evaluator has for its output.</summary>
    private sealed class Difference(Evaluator evaluator)
    {
        public double At(double[] point, Move[] direction)
        {
            return (With(Shift) - With(-Shift)) / (2 * Shift);

            double With(double shift)
            {
                point.CopyTo(evaluator.Inputs);
                foreach (var move in direction)
                {
                    evaluator.Inputs[move.Place] += shift * (move.By is { } by ? point[by] : 1);
                }

                evaluator.Evaluate();
                return evaluator.Outputs[0];
            }
        }
    }
}
