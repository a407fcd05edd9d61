using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>States what the activation functions of a model are, and their derivatives in short form.</summary>
internal static class ActivationFunctions
{
    /// <summary>For each function of the model, layers that share one taken together: f = …, then f′ = ….</summary>
    public static IReadOnlyList<Step> Statements(Model model)
    {
        var argument = Meaning.FreeArgument;
        var steps = new List<Step>();
        foreach (var layers in model.Functions.GroupBy(function => function.Value, function => function.Key))
        {
            var activation = layers.Key;
            var calls = layers.Select(symbol => new Call(symbol, 0, [argument])).ToList();
            steps.Add(new Step(Statement.Equality(calls[0], [.. calls.Skip(1), WrittenOut.Value(activation, argument)]), Reason.Definition));
            var primes = calls.Select(call => call with { Primes = 1 }).ToList();
            steps.Add(new Step(Statement.Equality(primes[0], [.. primes.Skip(1), WrittenOut.ShortForm(activation, argument, calls[0])]), Reason.ClosedForm));
        }

        return steps;
    }
}
