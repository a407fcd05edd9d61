using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Tells a derivative that flows over too many paths to write out: the recursion of δ, layer by layer, with Σ.</summary>
internal sealed class LayerwiseDerivation(Dependencies dependencies, Chain chain, ErrorSignals signals, Variable loss)
{
    /// <summary>The sections: error signals, and the derivative put together from them.</summary>
    public IReadOnlyList<Section> Tell(Derivative whole, Variable variable, ISet<Symbol> known)
    {
        var pivot = signals.Carries(variable) ? variable : LowestCommonCarrier(variable);
        var bottom = pivot ?? variable;
        var introduced = signals.Introduce(pivot is null ? signals.CarriersAbove(bottom) : [.. signals.CarriersAbove(bottom), pivot], known, out var recalled);
        var closing = pivot is null
            ? signals.Recursion(variable, "j")
            : Formula.ProductOf([ErrorSignals.Of(pivot), .. SingleWay(pivot, variable)]);
        return
        [
            new Section(SectionKind.ErrorSignals, introduced) { Recalled = recalled },
            new Section(SectionKind.ChainRule, [new Step(Statement.Equality(whole, closing), Reason.Assembly)]),
        ];
    }

    private IEnumerable<Formula> SingleWay(Variable from, Variable to)
    {
        var way = dependencies.PathsBetween(from, to)[0].Nodes;
        return chain.Values(way, 0, way.Count - 1);
    }

    private Variable? LowestCommonCarrier(Variable variable)
    {
        var segments = signals.Segments(variable);
        return segments.Count == 1 && segments[0][0] != loss ? segments[0][0] : null;
    }
}
