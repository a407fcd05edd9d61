using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Tells a derivative that flows over a single path: the chain rule, δ braced in it, and both put together.</summary>
internal sealed class OnePathDerivation(Chain chain, ErrorSignals signals)
{
    /// <summary>The sections, from the chain rule to the product worked out.</summary>
    public IReadOnlyList<Section> Tell(Derivative whole, DependencyPath path, ISet<Formula> known)
    {
        var nodes = path.Nodes;
        var last = nodes.Count - 1;
        // What is asked for is no signal to put together an answer from, unless it has a δ.
        var lowest = signals.LowestOn(path, signals.Carries(path.To) ? last : last - 1);
        var leibniz = chain.Leibniz(nodes, 0, last).ToList();
        if (lowest < 0)
        {
            return [new Section(SectionKind.ChainRule, [new Step(Chained(whole, leibniz, Formula.ProductOf(chain.Values(nodes, 0, last))), Reason.ChainRule)])];
        }

        var delta = signals.Of(nodes[lowest]);
        var assembled = Formula.ProductOf([delta, .. chain.Values(nodes, lowest, last)]);
        var introduced = signals.Introduce(nodes.Take(lowest + 1).Where(signals.HasSignal), known, out var recalled);
        var ones = leibniz.Count > 1 ? chain.FactorsOfOne(nodes, lowest, last) : [];
        if (lowest == 1 || lowest == last)
        {
            return
            [
                new Section(SectionKind.ChainRule, [new Step(Chained(whole, leibniz, assembled), Reason.ChainRule), .. ones, .. introduced]) { Recalled = recalled },
            ];
        }

        var braced = Formula.ProductOf([new Underbrace(Formula.ProductOf(leibniz.Take(lowest)), delta), .. leibniz.Skip(lowest)]);
        var highest = Enumerable.Range(1, lowest).First(i => signals.HasSignal(nodes[i]));
        var unfolded = Formula.ProductOf([signals.Of(nodes[highest]), .. chain.Values(nodes, highest, last)]);
        return
        [
            new Section(SectionKind.ChainRule,
            [
                new Step(Statement.Equality(whole, braced), Reason.ChainRule),
                .. ones,
                .. introduced,
                new Step(highest == lowest ? Statement.Equality(whole, assembled) : Statement.Equality(whole, assembled, unfolded), Reason.Assembly) { Follows = true },
            ]) { Recalled = recalled },
        ];
    }

    // whole = ∏ = values, without repeating the left side where the path is a single step.
    private static Statement Chained(Derivative whole, List<Formula> leibniz, Formula values) => leibniz.Count == 1
        ? Statement.Equality(whole, values)
        : Statement.Equality(whole, Formula.ProductOf(leibniz), values);
}
