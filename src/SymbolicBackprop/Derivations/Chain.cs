using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Pieces of paths as products: once in Leibniz's form, once with every local derivative worked out.</summary>
internal sealed class Chain(Dependencies dependencies, LocalDerivatives local)
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

    /// <inheritdoc cref="LocalDerivatives.Of(Variable, Variable)"/>
    public Formula LocalDerivative(Variable of, Variable by) => local.Of(of, by);

    /// <summary>The factors worked out so that those of all units of a layer are alike, where that can be.</summary>
    public IEnumerable<Formula> ValuesForAnyUnit(IReadOnlyList<Variable> nodes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            yield return local.ForAnyUnit(nodes[i], nodes[i + 1]) ?? local.Of(nodes[i], nodes[i + 1]);
        }
    }
}
