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

        foreach (var layer in model.VectorFunctions.Keys)
        {
            steps.AddRange(OfWholeLayer(model, layer));
        }

        return steps;
    }

    // a_i = … for any unit of a layer, and ∂a_i/∂z_j = … for any two.
    private static IEnumerable<Step> OfWholeLayer(Model model, Formulas.Index layer)
    {
        var units = model.Variables.Where(variable => variable.Symbol.Role == Role.Activation && variable.Symbol.Layer == layer).ToList();
        IEnumerable<Step> definitions = UnitsTogether.State(units, variable => variable.Symbol, variable => variable.Definition!, Reason.Definition);
        if (model.VectorFunctions[layer].Jacobian is not { } form)
        {
            return definitions;
        }

        var (i, j) = (Formulas.Index.Of("i"), Formulas.Index.Of("j"));
        Formulas.Index? sample = model.SampleCount > 0 ? Formulas.Index.Of("s") : null;
        var (value, other) = (Symbol.Activation(layer, i) with { Sample = sample }, Symbol.Activation(layer, j) with { Sample = sample });
        var written = form.Both.ToFormula(quantity => quantity == form.Value ? value : quantity == form.Other ? other : new KroneckerDelta(i, j));
        var count = units.Count / Math.Max(model.SampleCount, 1);
        var samples = sample is null ? null : new IndexRange("s", 1, model.SampleCount);
        var all = new IndexRange("i", 1, count) { And = new IndexRange("j", 1, count) { And = samples } };
        return definitions.Append(new Step(Statement.Equality(new Derivative(value, other with { Role = Role.PreActivation }), written) with { Range = all }, Reason.ClosedForm));
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
