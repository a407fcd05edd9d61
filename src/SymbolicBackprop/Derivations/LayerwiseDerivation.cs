using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Tells a derivative that flows over too many paths to write out: the recursion of δ, layer by layer, with Σ.</summary>
internal sealed class LayerwiseDerivation(ErrorSignals signals)
{
    /// <summary>The sections: error signals, and the derivative put together from them.</summary>
    public IReadOnlyList<Section> Tell(Derivative whole, Variable variable, ISet<Formula> known)
    {
        var above = signals.Above(variable);
        var hasDelta = signals.Carries(variable);
        var introduced = signals.Introduce(hasDelta ? [.. above, variable] : above, known, out var recalled);
        var closing = hasDelta ? signals.Of(variable) : signals.Recursion(variable, "j");
        return
        [
            new Section(SectionKind.ErrorSignals, introduced) { Recalled = recalled },
            new Section(SectionKind.ChainRule, [new Step(Statement.Equality(whole, closing), Reason.Assembly)]),
        ];
    }
}
