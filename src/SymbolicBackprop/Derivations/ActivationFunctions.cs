using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>States what the activation functions of a model are, and their derivatives in short form.</summary>
internal static class ActivationFunctions
{
    // The derivatives of functions such as |u| and max(u, v) have steps in them.
    private static readonly Activation UnitStep = new(StandardFunctions.Step.Name, z => z.Graph.Zero, new Piece(0, z => z.Graph.One));

    /// <summary>The functions of a model with the layers that have them, those of one function taken together.</summary>
    public static IEnumerable<(Activation Activation, IReadOnlyList<FunctionSymbol> Names)> Of(Model model) => model.Functions
        .GroupBy(function => function.Value, function => function.Key)
        .Select(layers => (layers.Key, (IReadOnlyList<FunctionSymbol>)[.. layers]));

    /// <summary>For each function of the model: f = …, then f′ = ….</summary>
    public static IReadOnlyList<Step> Statements(Model model)
    {
        var argument = Meaning.FreeArgument;
        var steps = new List<Step>();
        foreach (var (activation, names) in Of(model))
        {
            var calls = names.Select(symbol => new Call(symbol, 0, [argument])).ToList();
            steps.Add(new Step(Statement.Equality(calls[0], [.. calls.Skip(1), WrittenOut.Value(activation, argument)]), Reason.Definition));
            var primes = calls.Select(call => call with { Primes = 1 }).ToList();
            steps.Add(new Step(Statement.Equality(primes[0], [.. primes.Skip(1), WrittenOut.ShortForm(activation, argument, calls[0])]), Reason.ClosedForm));
        }

        return steps;
    }

    /// <summary>What functions such as σ and Φ are that stand in steps and are given by formulas themselves.</summary>
    public static IReadOnlyList<Step> Mentioned(IEnumerable<Step> steps)
    {
        var stated = new OrderedDictionary<Activation, Step>();
        var open = new Queue<Formula>(steps.SelectMany(step => step.Statement.Sides));
        while (open.TryDequeue(out var formula))
        {
            foreach (var call in formula.WithParts().OfType<Call>())
            {
                if (GivenByFormula(call.Function) is { } activation && !stated.ContainsKey(activation))
                {
                    var value = WrittenOut.Value(activation, Meaning.FreeArgument);
                    stated.Add(activation, new Step(Statement.Equality(new Call(call.Function, 0, [Meaning.FreeArgument]), value), Reason.Definition));
                    open.Enqueue(value);
                }
            }
        }

        return [.. stated.Values];
    }

    private static Activation? GivenByFormula(FunctionSymbol function)
    {
        if (function.Layer is not null)
        {
            return null;
        }

        return function.Name == UnitStep.Name ? UnitStep
            : FunctionNames.Find(function.Name) is { Definition: not null } ? Activation.All.Concat(Activation.Known).FirstOrDefault(activation => activation.Name == function.Name)
            : null;
    }
}
