using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Numbers;

/// <summary>Gradient descent with numbers: each step takes all derivatives at the old parameters.</summary>
/// <param name="model">The model.</param>
/// <param name="meaning">What formulas mean.</param>
/// <param name="example">The numbers.</param>
internal sealed class Training(Model model, Meaning meaning, NumericExample example)
{
    /// <summary>The parameters that a step changes.</summary>
    public IReadOnlyList<Variable> Parameters { get; } = [.. model.Parameters.Where(parameter => example.UpdatesBiases || parameter.Symbol.Role != Role.Bias)];

    /// <summary>The values of everything before the first step, after it, and after each further one; it ends where a number is none any more.</summary>
    public IEnumerable<Valuation> Run()
    {
        Expr[] steps = [.. Parameters.Select(parameter => meaning.Of(parameter.Symbol with { IsUpdated = true }))];
        var given = example.Given.ToDictionary();
        while (given.Values.All(number => number.IsFinite))
        {
            var values = Valuation.Of(model, given, example.LearningRate);
            if (!values.Of(model[Symbol.Loss].Node).IsFinite)
            {
                yield break;
            }

            yield return values;
            foreach (var (parameter, step) in Parameters.Zip(steps))
            {
                given[parameter.Symbol] = values.Of(step);
            }
        }
    }
}
