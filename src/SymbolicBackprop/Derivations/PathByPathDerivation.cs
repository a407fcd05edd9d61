using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Tells a derivative that flows over several paths: the share of each, marked as such, and their sum collapsed into δ.
/// </summary>
internal sealed class PathByPathDerivation(Dependencies dependencies, Chain chain, ErrorSignals signals, Variable loss)
{
    /// <summary>The sections: error signals, one for each path, and the sum.</summary>
    public IReadOnlyList<Section> Tell(Derivative whole, Variable variable, IReadOnlyList<DependencyPath> paths, ISet<Formula> known)
    {
        var pivot = Pivot(variable, paths);
        var subject = pivot is null ? whole : signals.Of(pivot);
        var bottom = pivot ?? variable;
        var introduced = signals.Introduce(signals.Above(bottom), known, out var recalled);
        var sections = new List<Section> { new(SectionKind.ErrorSignals, introduced) { Recalled = recalled } };
        for (var k = 1; k <= paths.Count; k++)
        {
            sections.Add(new Section(SectionKind.Path, OnPath(whole, subject, bottom, paths[k - 1], k)) { PathNumber = k });
        }

        sections.Add(new Section(SectionKind.SumOverPaths, Collapse(whole, subject, bottom, paths)));
        if (pivot is not null)
        {
            known.Add(signals.Of(pivot));
        }

        return sections;
    }

    private List<Step> OnPath(Derivative whole, Formula subject, Variable bottom, DependencyPath path, int number)
    {
        var nodes = path.Nodes;
        var last = nodes.Count - 1;
        var steps = new List<Step>
        {
            new(Statement.Equality(new PathShare(whole, number), Formula.ProductOf(chain.Leibniz(nodes, 0, last))), Reason.ChainRule),
        };
        if (number == 1)
        {
            steps.AddRange(chain.FactorsOfOne(nodes, path.IndexOf(bottom), last)); // once: all paths end alike
        }

        var to = path.IndexOf(bottom);
        var from = LastKnown(path, to);
        var upper = DeltaAt(path, from);
        var leibniz = Formula.ProductOf([.. upper, .. chain.Leibniz(nodes, from, to)]);
        var values = Formula.ProductOf([.. upper, .. chain.Values(nodes, from, to)]);
        steps.Add(new Step(Statement.Equality(new PathShare(subject, number), new[] { leibniz, values }.Distinct()), Reason.Assembly)); // once where all is worked out
        return steps;
    }

    private List<Step> Collapse(Derivative whole, Formula subject, Variable bottom, IReadOnlyList<DependencyPath> paths)
    {
        var segments = signals.Segments(bottom);
        var shares = Formula.SumOf(paths.Select((_, i) => (Formula)new PathShare(subject, i + 1)));
        var collapsed = Formula.SumOf(segments.Select(signals.Contribution));
        var grouped = Formula.SumOf(segments.Select(segment => Grouped(segment, paths)));
        var steps = new List<Step>
        {
            new(grouped == collapsed ? Statement.Equality(subject, shares, collapsed) : Statement.Equality(subject, shares, grouped, collapsed), Reason.SumOverPaths),
        };
        var recursion = signals.Recursion(bottom, "j");
        if (recursion != collapsed)
        {
            steps.Add(new Step(Statement.Equality(subject, recursion), Reason.ErrorSignal) { Follows = true });
        }

        if (subject != whole)
        {
            var nodes = paths[0].Nodes;
            var assembled = Formula.ProductOf([subject, .. chain.Values(nodes, paths[0].IndexOf(bottom), nodes.Count - 1)]);
            steps.Add(new Step(Statement.Equality(whole, assembled), Reason.Assembly) { Follows = true });
        }

        return steps;
    }

    // A segment's contribution with δ of its upper end as the sum over the paths that lead there, braced.
    private Formula Grouped(IReadOnlyList<Variable> segment, IReadOnlyList<DependencyPath> paths)
    {
        var top = segment[0];
        if (top == loss || dependencies.CountPaths(loss, top).IsOne)
        {
            return signals.Contribution(segment);
        }

        var terms = new List<Formula>();
        foreach (var path in paths.Where(path => IsOn(path, segment)))
        {
            var to = path.IndexOf(top);
            var from = LastKnown(path, to);
            terms.Add(Formula.ProductOf([.. DeltaAt(path, from), .. chain.Values(path.Nodes, from, to)]));
        }

        return Formula.ProductOf([new Underbrace(Formula.SumOf(terms), signals.Of(top)), .. chain.Values(segment, 0, segment.Count - 1)]);
    }

    // The last position before another at which δ belongs to this path alone; 0, the loss itself, where there is none.
    private int LastKnown(DependencyPath path, int before) => Enumerable.Range(1, Math.Max(before - 1, 0))
        .LastOrDefault(i => signals.HasSignal(path.Nodes[i]) && dependencies.CountPaths(loss, path.Nodes[i]).IsOne);

    private Formula[] DeltaAt(DependencyPath path, int position) => position == 0 ? [] : [signals.Of(path.Nodes[position])];

    private static bool IsOn(DependencyPath path, IReadOnlyList<Variable> segment)
    {
        var at = path.IndexOf(segment[0]);
        return at >= 0 && path.Nodes.Skip(at).Take(segment.Count).SequenceEqual(segment);
    }

    // The one quantity with δ that all paths pass last, and below which they run together, if there is one.
    private Variable? Pivot(Variable variable, IReadOnlyList<DependencyPath> paths)
    {
        var lowest = paths.Select(path => signals.LowestOn(path, path.Nodes.Count - 1) is var i and > 0 ? path.Nodes[i] : null).Distinct().ToList();
        return lowest is [{ } pivot] && dependencies.CountPaths(pivot, variable).IsOne ? pivot : null;
    }
}
