using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Differentiates products of the chain rule once more, in another direction: factor by factor, and each factor over the quantities
/// that stand in it. What these change by goes by its name, such as ∂a/∂w, and is worked out once, whatever it stands in.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="local">The derivatives of what stands in definitions.</param>
/// <param name="direction">What is differentiated by.</param>
/// <param name="moving">The quantities that depend on it, those at its lower end among them.</param>
internal sealed class ProductRule(Model model, LocalDerivatives local, Direction direction, IReadOnlySet<Variable> moving)
{
    private readonly Dictionary<Formula, Formula?> ofSignals = [];

    /// <summary>The derivative of a quantity by its name, its component for what is at the lower end, or null for 0.</summary>
    public Formula? Of(Variable variable) => !moving.Contains(variable) ? null
        : direction.Components.GetValueOrDefault(variable) ?? direction.NameOf(variable.Symbol);

    /// <summary>Says whether a signal changes; signals it has not been said of do not.</summary>
    public void SetSignal(Formula signal, bool changes) => ofSignals[signal] = changes ? direction.NameOf(signal) : null;

    /// <summary>The derivative of a product as one that is factored, or null where it is 0.</summary>
    public Formula? OfProduct(IReadOnlyList<Formula> factors)
    {
        var terms = factors.SelectMany((factor, i) => OfFactor(factor).Select(change => (List<Formula>)[.. factors.Take(i), .. change, .. factors.Skip(i + 1)])).ToList();
        return terms.Count == 0 ? null : Products.FactoredSum(terms);
    }

    /// <summary>The derivative of a formula, or null where it is 0.</summary>
    public Formula? OfFormula(Formula formula) => OfProduct([formula]);

    // What f itself contributes goes by the name that it has in the model.
    private Formula ByParameter(Call call, Activation function, Variable by) => local.Of(call, by).Rewrite(part =>
        part is Call { Function.Layer: null } inner && inner.Function.Name == function.Name ? call with { Primes = 0 } : null);

    private IEnumerable<Formula[]> OfFactor(Formula factor)
    {
        if (ofSignals.TryGetValue(factor, out var change))
        {
            return change is null ? [] : [[change]];
        }

        if (factor is Call { Primes: > 0, Arguments: [Symbol z] } call && model.Functions.TryGetValue(call.Function, out var function))
        {
            var bends = !function.Pieces.All(piece => piece.SecondDerivative.Plain.IsZero);
            return
            [
                .. bends && Of(model.Resolve(model[z])) is { } inner ? (Formula[][])[[call with { Primes = call.Primes + 1 }, inner]] : [],
                .. from parameter in function.Parameters
                   let slope = model[Symbol.Named(parameter.Name)]
                   where moving.Contains(slope)
                   select (Formula[])[ByParameter(call, function, slope), Of(slope)!],
            ];
        }

        return factor.WithParts().OfType<Symbol>()
            .Select(symbol => model.TryFind(symbol, out var variable) ? model.Resolve(variable) : null)
            .OfType<Variable>().Distinct().Where(moving.Contains)
            .Select(quantity => (Formula[])[local.Of(factor, quantity), Of(quantity)!])
            .Where(product => product[0] is not Literal { Value.IsZero: true });
    }
}
