using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Pieces of paths as products: once in Leibniz's form, once with every local derivative worked out.</summary>
internal sealed class Chain(Model model, Dependencies dependencies, Meaning meaning)
{
    /// <summary>The factors ∂v/∂u of a piece of a path, from the loss's side down.</summary>
    public IEnumerable<Formula> Leibniz(IReadOnlyList<Variable> nodes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            yield return LeibnizFactor(nodes[i], nodes[i + 1]);
        }
    }

    // ∂v/∂u goes through everything between the two. Where there is more than the path's own step, it is not the path's factor.
    private Formula LeibnizFactor(Variable of, Variable by) => dependencies.IsOnlyStep(of, by)
        ? new Derivative(of.Symbol, by.Symbol)
        : LocalDerivative(of, by);

    /// <summary>The same factors worked out; those that are 1 are left out.</summary>
    public IEnumerable<Formula> Values(IReadOnlyList<Variable> nodes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            yield return LocalDerivative(nodes[i], nodes[i + 1]);
        }
    }

    /// <summary>Says of factors that are 1 that they are: they stand in the chain rule, but not in the product worked out.</summary>
    public IEnumerable<Step> FactorsOfOne(IReadOnlyList<Variable> nodes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (LeibnizFactor(nodes[i], nodes[i + 1]) is Derivative factor && LocalDerivative(nodes[i], nodes[i + 1]) is Literal { Value.IsOne: true } one)
            {
                yield return new Step(Statement.Equality(factor, one), Reason.LocalDerivative);
            }
        }
    }

    /// <summary>∂v/∂u worked out, where the definition of v uses u: f′(z) for a function with a name in the model.</summary>
    public Formula LocalDerivative(Variable of, Variable by)
    {
        if (of.Definition is Call { Arguments: [Symbol argument] } call && model.Functions.ContainsKey(call.Function) && dependencies.Resolve(model[argument]) == by)
        {
            return call with { Primes = call.Primes + 1 };
        }

        return meaning.Partial(of, by).ToFormula(node => model.Of(node).Symbol);
    }
}
