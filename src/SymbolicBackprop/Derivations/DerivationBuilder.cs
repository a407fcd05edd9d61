using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Tells derivatives of the loss step by step.</summary>
internal sealed class DerivationBuilder
{
    // Up to this many units of a layer are written one by one.
    private const int FewUnits = 2;

    private readonly Model model;
    private readonly DerivationOptions options;
    private readonly Dependencies dependencies;
    private readonly Chain chain;
    private readonly ErrorSignals signals;
    private readonly WrittenOut writtenOut;
    private readonly Variable loss;

    public DerivationBuilder(Model model, DerivationOptions options)
    {
        this.model = model;
        this.options = options;
        loss = model[Symbol.Loss];
        dependencies = new Dependencies(model);
        Meaning = new Meaning(model, options.Delta);
        chain = new Chain(model, dependencies, Meaning);
        signals = new ErrorSignals(model, dependencies, chain, options.Delta);
        writtenOut = new WrittenOut(model, dependencies);
    }

    /// <summary>What the formulas of the derivations mean, shares of paths aside.</summary>
    public Meaning Meaning { get; }

    /// <summary>Derives ∂loss/∂target.</summary>
    /// <param name="target">A quantity of the model.</param>
    /// <param name="known">Error signals that have been introduced before; those that this derivation introduces are added.</param>
    /// <exception cref="KeyNotFoundException">The model has no such quantity.</exception>
    public Derivation Derive(Symbol target, ISet<Symbol> known)
    {
        var variable = dependencies.Resolve(model[target]);
        var whole = new Derivative(loss.Symbol, variable.Symbol);
        var count = variable == loss ? 0 : dependencies.CountPaths(loss, variable);
        IReadOnlyList<DependencyPath> paths = count <= options.MaxPaths ? dependencies.PathsBetween(loss, variable) : [];
        IReadOnlyList<Section> told = count switch
        {
            0 => [new Section(SectionKind.Result, [new Step(Statement.Equality(whole, variable == loss ? Literal.One : Literal.Zero), Reason.ChainRule)])],
            1 => OnePath(whole, paths[0], known),
            _ when paths.Count > 0 => SeveralPaths(whole, variable, paths, known),
            _ => ManyPaths(whole, variable, known),
        };
        var written = WriteOutDerivatives(told);
        List<Section> sections = [.. told];
        if (written.Count > 0)
        {
            sections.Add(new Section(SectionKind.ActivationDerivatives, written));
        }

        if (paths.Count > 0)
        {
            sections.Add(new Section(SectionKind.Result, [Result(whole, paths)]));
        }

        sections.Insert(0, new Section(SectionKind.Definitions, Definitions(sections)));
        return new Derivation(variable.Symbol, Statement.Equality(whole, new Unknown()), [.. sections.Where(section => section.Steps.Count > 0)], paths, count);
    }

    private IReadOnlyList<Section> OnePath(Derivative whole, DependencyPath path, ISet<Symbol> known)
    {
        var nodes = path.Nodes;
        var last = nodes.Count - 1;
        var lowest = LowestCarrier(path, last);
        var leibniz = Chain.Leibniz(nodes, 0, last).ToList();
        if (lowest < 0)
        {
            return [new Section(SectionKind.ChainRule, [new Step(Chained(whole, leibniz, Product(chain.Values(nodes, 0, last))), Reason.ChainRule)])];
        }

        var delta = ErrorSignals.Of(nodes[lowest]);
        var assembled = Product([delta, .. chain.Values(nodes, lowest, last)]);
        var introduced = Introduce(nodes.Take(lowest + 1).Where(signals.Carries), known, out var recalled);
        if (lowest == 1 || lowest == last)
        {
            return
            [
                new Section(SectionKind.ChainRule, [new Step(Chained(whole, leibniz, assembled), Reason.ChainRule), .. introduced]) { Recalled = recalled },
            ];
        }

        var braced = Product([new Underbrace(Product(leibniz.Take(lowest)), delta), .. leibniz.Skip(lowest)]);
        var highest = Enumerable.Range(1, lowest).First(i => signals.Carries(nodes[i]));
        var unfolded = Product([ErrorSignals.Of(nodes[highest]), .. chain.Values(nodes, highest, last)]);
        return
        [
            new Section(SectionKind.ChainRule,
            [
                new Step(Statement.Equality(whole, braced), Reason.ChainRule),
                .. introduced,
                new Step(highest == lowest ? Statement.Equality(whole, assembled) : Statement.Equality(whole, assembled, unfolded), Reason.Assembly) { Follows = true },
            ]) { Recalled = recalled },
        ];
    }

    private List<Section> SeveralPaths(Derivative whole, Variable variable, IReadOnlyList<DependencyPath> paths, ISet<Symbol> known)
    {
        var pivot = Pivot(paths);
        var subject = pivot is null ? (Formula)whole : ErrorSignals.Of(pivot);
        var bottom = pivot ?? variable;
        var carriers = CarriersAbove(bottom);
        var introduced = Introduce(carriers, known, out var recalled);
        var sections = new List<Section> { new(SectionKind.ErrorSignals, introduced) { Recalled = recalled } };
        for (var k = 1; k <= paths.Count; k++)
        {
            sections.Add(new Section(SectionKind.Path, OnPath(whole, subject, bottom, paths[k - 1], k)) { PathNumber = k });
        }

        sections.Add(new Section(SectionKind.SumOverPaths, Collapse(whole, subject, bottom, variable, paths)));
        if (pivot is not null)
        {
            known.Add(ErrorSignals.Of(pivot));
        }

        return sections;
    }

    private List<Step> OnPath(Derivative whole, Formula subject, Variable bottom, DependencyPath path, int number)
    {
        var nodes = path.Nodes;
        var last = nodes.Count - 1;
        var steps = new List<Step>
        {
            new(Statement.Equality(new PathShare(whole, number), Product(Chain.Leibniz(nodes, 0, last))), Reason.ChainRule),
        };
        for (var i = path.IndexOf(bottom); i < last; i++)
        {
            // A factor of 1 disappears from the products below; here it is said why, once: all paths end alike.
            if (number == 1 && chain.LocalDerivative(nodes[i], nodes[i + 1]) is Literal { Value.IsOne: true } one)
            {
                steps.Add(new Step(Statement.Equality(new Derivative(nodes[i].Symbol, nodes[i + 1].Symbol), one), Reason.LocalDerivative));
            }
        }

        var to = path.IndexOf(bottom);
        var from = Enumerable.Range(1, Math.Max(to - 1, 0)).LastOrDefault(i => signals.Carries(nodes[i]) && dependencies.CountPaths(loss, nodes[i]) == 1);
        Formula[] upper = from == 0 ? [] : [ErrorSignals.Of(nodes[from])];
        steps.Add(new Step(
            Statement.Equality(
                new PathShare(subject, number),
                Product([.. upper, .. Chain.Leibniz(nodes, from, to)]),
                Product([.. upper, .. chain.Values(nodes, from, to)])),
            Reason.Assembly));
        return steps;
    }

    private List<Step> Collapse(Derivative whole, Formula subject, Variable bottom, Variable variable, IReadOnlyList<DependencyPath> paths)
    {
        var segments = signals.Segments(bottom);
        var shares = Formula.SumOf(paths.Select((_, i) => (Formula)new PathShare(subject, i + 1)));
        var short_ = Formula.SumOf(segments.Select(signals.Contribution));
        var grouped = Formula.SumOf(segments.Select(segment => Grouped(segment, paths)));
        var steps = new List<Step>
        {
            new(grouped == short_ ? Statement.Equality(subject, shares, short_) : Statement.Equality(subject, shares, grouped, short_), Reason.SumOverPaths),
        };
        var recursion = signals.Recursion(bottom, "j");
        if (recursion != short_)
        {
            steps.Add(new Step(Statement.Equality(subject, recursion), Reason.ErrorSignal) { Follows = true });
        }

        if (subject is Symbol delta && bottom != variable)
        {
            var nodes = paths[0].Nodes;
            steps.Add(new Step(
                Statement.Equality(whole, Product([delta, .. chain.Values(nodes, paths[0].IndexOf(bottom), nodes.Count - 1)])),
                Reason.Assembly) { Follows = true });
        }
        else if (subject is Symbol)
        {
            steps.Add(new Step(Statement.Equality(whole, subject), Reason.Assembly) { Follows = true });
        }

        return steps;
    }

    // A segment's contribution with δ of its upper end as the sum over the paths that lead there, braced.
    private Formula Grouped(IReadOnlyList<Variable> segment, IReadOnlyList<DependencyPath> paths)
    {
        var top = segment[0];
        if (top == loss || dependencies.CountPaths(loss, top) == 1)
        {
            return signals.Contribution(segment);
        }

        var terms = new List<Formula>();
        foreach (var path in paths.Where(path => IsOn(path, segment)))
        {
            var to = path.IndexOf(top);
            var from = Enumerable.Range(1, to - 1).LastOrDefault(i => signals.Carries(path.Nodes[i]) && dependencies.CountPaths(loss, path.Nodes[i]) == 1);
            Formula[] upper = from == 0 ? [] : [ErrorSignals.Of(path.Nodes[from])];
            terms.Add(Product([.. upper, .. chain.Values(path.Nodes, from, to)]));
        }

        return Product([new Underbrace(Formula.SumOf(terms), ErrorSignals.Of(top)), .. chain.Values(segment, 0, segment.Count - 1)]);
    }

    private static bool IsOn(DependencyPath path, IReadOnlyList<Variable> segment)
    {
        var at = path.IndexOf(segment[0]);
        return at >= 0 && path.Nodes.Skip(at).Take(segment.Count).SequenceEqual(segment);
    }

    private List<Section> ManyPaths(Derivative whole, Variable variable, ISet<Symbol> known)
    {
        var pivot = signals.Carries(variable) ? variable : LowestCommonCarrier(variable);
        var bottom = pivot ?? variable;
        var introduced = Introduce(pivot is null ? CarriersAbove(bottom) : [.. CarriersAbove(bottom), pivot], known, out var recalled);
        var closing = pivot is null ? signals.Recursion(variable, "j")
            : pivot == variable ? ErrorSignals.Of(pivot)
            : Product([ErrorSignals.Of(pivot), .. SingleWay(pivot, variable)]);
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

    // Statements that introduce error signals, from the loss down; the units of a layer share one where they follow one pattern.
    private List<Step> Introduce(IEnumerable<Variable> carriers, ISet<Symbol> known, out List<Symbol> recalled)
    {
        recalled = [];
        var steps = new List<Step>();
        foreach (var layer in carriers.GroupBy(carrier => carrier.Symbol.Layer))
        {
            var fresh = new List<Variable>();
            foreach (var carrier in layer)
            {
                if (known.Add(ErrorSignals.Of(carrier)))
                {
                    fresh.Add(carrier);
                }
                else
                {
                    recalled.Add(ErrorSignals.Of(carrier));
                }
            }

            steps.AddRange(Together(fresh, ErrorSignals.Of, carrier => signals.Recursion(carrier, "k"), Reason.ErrorSignal));
        }

        return steps;
    }

    // Statements about units of one layer: a few one by one, more of them in one with an index if they follow one pattern.
    private static IEnumerable<Step> Together(IReadOnlyList<Variable> units, Func<Variable, Formula> left, Func<Variable, Formula> right, Reason reason)
    {
        var lefts = units.Select(left).ToList();
        var rights = units.Select(right).ToList();
        if (units.Count > FewUnits
            && Generalization.TryGeneralize(lefts, "j", out var generalLeft)
            && Generalization.TryGeneralize(rights, "j", out var generalRight))
        {
            return [new Step(Statement.Equality(generalLeft, generalRight) with { Range = new IndexRange("j", 1, units.Count) }, reason)];
        }

        return lefts.Zip(rights, (l, r) => new Step(Statement.Equality(l, r), reason));
    }

    // The definitions that the told sections need: the weighted sums in them, and the activations that they are worked out with.
    private List<Step> Definitions(IReadOnlyList<Section> sections)
    {
        var used = new HashSet<Variable>();
        foreach (var formula in sections.SelectMany(section => section.Steps).SelectMany(step => step.Statement.Sides))
        {
            Collect(formula, used);
        }

        return [.. model.Variables.Reverse()
            .Where(variable => used.Contains(variable) && variable.Symbol.Role is Role.PreActivation or Role.Activation)
            .GroupBy(variable => (variable.Symbol.Role, variable.Symbol.Layer))
            .SelectMany(units => Together([.. units.Reverse()], variable => variable.Symbol, variable => variable.Definition!, Reason.Definition))];
    }

    // What a value is made of counts; what a derivative is taken by does not.
    private void Collect(Formula formula, HashSet<Variable> used) => formula.Rewrite(part =>
    {
        if (part is Symbol symbol)
        {
            used.UnionWith(Named(symbol));
        }

        return part is Derivative ? part : null;
    });

    // A symbol with an index letter names all units of its layer.
    private IEnumerable<Variable> Named(Symbol symbol) => symbol.Indices.All(index => index.Letter is null)
        ? model.TryFind(symbol, out var variable) ? [variable] : []
        : model.Variables.Where(other => other.Symbol.Role == symbol.Role && other.Symbol.Layer == symbol.Layer);

    private List<Step> WriteOutDerivatives(IReadOnlyList<Section> sections)
    {
        var calls = new List<Call>();
        foreach (var formula in sections.SelectMany(section => section.Steps).SelectMany(step => step.Statement.Sides))
        {
            formula.Rewrite(part =>
            {
                if (part is Call { Primes: 1, Arguments: [Symbol { Indices: [_] }] } call && !calls.Contains(call))
                {
                    calls.Add(call);
                }

                return null;
            });
        }

        // One that stands for all units of a layer makes those of single units superfluous.
        var general = calls.Where(call => RangeOf(call) is not null).Select(call => call.Function).ToHashSet();
        return [.. calls.Where(call => RangeOf(call) is not null || !general.Contains(call.Function)).Select(call => new Step(
            Statement.Equality(call, WrittenOut.Derivative(model.Functions[call.Function], call.Arguments[0])) with { Range = RangeOf(call) },
            Reason.ClosedForm))];
    }

    // The units that a call f′(zⱼ) with an index letter stands for.
    private IndexRange? RangeOf(Call call) => call.Arguments[0] is Symbol { Indices: [{ Letter: { } letter }] } symbol
        ? new IndexRange(letter, 1, Named(symbol).Count())
        : null;

    private Step Result(Derivative whole, IReadOnlyList<DependencyPath> paths)
    {
        var products = paths.Select(path => chain.Values(path.Nodes, 0, path.Nodes.Count - 1).ToList()).ToList();
        return new Step(Statement.Equality(whole, writtenOut.Everywhere(FactoredSum(products))), Reason.Substitution);
    }

    // The sum of products, with the factors that all of them begin or end with taken out.
    private static Formula FactoredSum(List<List<Formula>> products)
    {
        var shortest = products.Min(product => product.Count);
        var common = Enumerable.Range(0, shortest).TakeWhile(i => products.All(product => product[i] == products[0][i])).Count();
        var commonEnd = products.Count == 1 ? 0 : Enumerable.Range(1, shortest - common).TakeWhile(i => products.All(product => product[^i] == products[0][^i])).Count();
        return Product(
        [
            .. products[0].Take(common),
            Formula.SumOf(products.Select(product => Product(product[common..^commonEnd]))),
            .. products[0].TakeLast(commonEnd),
        ]);
    }

    // The one quantity with δ that all paths pass last before they reach the target, if there is one.
    private Variable? Pivot(IReadOnlyList<DependencyPath> paths)
    {
        var lowest = paths.Select(path => LowestCarrier(path, path.Nodes.Count - 1) is var i and > 0 ? path.Nodes[i] : null).Distinct().ToList();
        return lowest.Count == 1 ? lowest[0] : null;
    }

    private Variable? LowestCommonCarrier(Variable variable)
    {
        var segments = signals.Segments(variable);
        return segments.Count == 1 && segments[0][0] != loss ? segments[0][0] : null;
    }

    private int LowestCarrier(DependencyPath path, int from)
    {
        var i = from;
        while (i > 0 && !signals.Carries(path.Nodes[i]))
        {
            i--;
        }

        return i > 0 ? i : -1;
    }

    private List<Variable> CarriersAbove(Variable variable)
    {
        var between = dependencies.Above(variable, loss);
        return [.. model.Variables.Reverse().Where(other => other != variable && between.Contains(other) && signals.Carries(other))
            .GroupBy(other => other.Symbol.Layer).SelectMany(layer => layer.Reverse())];
    }

    private static Formula Product(IEnumerable<Formula> factors) => Formula.ProductOf(factors);

    // whole = ∏ = values, without repeating the left side where the path is a single step.
    private static Statement Chained(Derivative whole, List<Formula> leibniz, Formula values) => leibniz.Count == 1
        ? Statement.Equality(whole, values)
        : Statement.Equality(whole, Product(leibniz), values);
}
