using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Tells a second derivative: the first one in its short form, differentiated factor by factor. What a quantity or an error signal
/// changes by is introduced once, quantities from the parameter up and signals from the loss down: the two passes of Pearlmutter (1994).
/// </summary>
internal sealed class SecondDerivation
{
    // Up to so many symbols a derivative with everything put in can be read.
    private const int MostSymbols = 40;

    private readonly Model model;
    private readonly Meaning meaning;
    private readonly Variable top;
    private readonly Dependencies dependencies;
    private readonly Chain chain;
    private readonly ErrorSignals signals;
    private readonly Variable target;
    private readonly Derivative first;
    private readonly Direction direction;
    private readonly HashSet<Variable> moving;
    private readonly ProductRule rule;

    /// <param name="model">The model.</param>
    /// <param name="meaning">What formulas mean in it.</param>
    /// <param name="dependencies">What depends on what in it.</param>
    /// <param name="chain">The local derivatives of paths.</param>
    /// <param name="local">The local derivatives of formulas.</param>
    /// <param name="signals">The error signals of what is differentiated.</param>
    /// <param name="top">What is differentiated.</param>
    /// <param name="first">The first derivative.</param>
    /// <param name="direction">What it is differentiated by.</param>
    public SecondDerivation(Model model, Meaning meaning, Dependencies dependencies, Chain chain, LocalDerivatives local, ErrorSignals signals, Variable top, Derivative first, Direction direction)
    {
        this.model = model;
        this.meaning = meaning;
        this.top = top;
        this.dependencies = dependencies;
        this.chain = chain;
        this.signals = signals;
        this.first = first;
        this.direction = direction;
        target = model[(Symbol)first.By];
        // Not only what lies on paths: of softmax, the derivative by one unit is made of the others too.
        moving = dependencies.DependingOn(direction.Components.Keys);
        rule = new ProductRule(model, local, direction, moving);
    }

    /// <summary>The sections, from the first derivative on.</summary>
    /// <param name="known">What has been introduced before; what is introduced here is added.</param>
    /// <param name="detail">How much is told.</param>
    public IReadOnlyList<Section> Tell(ISet<Formula> known, Detail detail)
    {
        List<Change> quantities = [.. model.Variables.Where(variable => !direction.Components.ContainsKey(variable) && !variable.IsAlias && moving.Contains(variable)).Select(OfQuantity)];
        var carries = signals.Carries(target);
        var above = signals.Above(target);
        List<Change> ofSignals = [.. (carries ? [.. above, target] : above).Select(OfSignal).OfType<Change>()];
        var whole = direction.NameOf(first);
        var form = carries ? signals.Of(target) : signals.Recursion(target, "j");
        var (value, written) = carries
            ? rule.OfProduct([form]) is { } named ? (named, named) : (Literal.Zero, Literal.Zero)
            : OverSegments(target, "j") ?? (Literal.Zero, Literal.Zero);
        KeepNeeded(value, quantities, ofSignals);

        var given = ofSignals.Select(change => change.Given).FirstOrDefault(constraint => constraint is not null);
        var result = new Section(SectionKind.Result, [.. PutIn(value, [.. quantities, .. ofSignals]).Select(open => new Step(Statement.Equality(whole, open), Reason.Substitution) { Given = given })]);
        if (detail == Detail.Result && result.Steps.Count > 0)
        {
            return [result];
        }

        var introduced = signals.Introduce(carries ? [.. above, target] : above, known, out var recalled);
        introduced.Add(new Step(Statement.Equality(first, form), Reason.Assembly));
        var statement = form is Symbol or Literal ? Statement.Equality(whole, written) : Statement.Equality(whole, direction.NameOf(form), written);
        return
        [
            new Section(SectionKind.HessianRow, direction.Row(first)),
            new Section(SectionKind.FirstDerivative, introduced) { Recalled = recalled },
            Introduce(SectionKind.QuantityChanges, quantities, known),
            Introduce(SectionKind.SignalChanges, ofSignals, known),
            new Section(SectionKind.SecondDerivative, [new Step(statement, Reason.Assembly)]),
            result,
        ];
    }

    // By what its definition uses.
    private Change OfQuantity(Variable variable)
    {
        var used = dependencies.UsedBy(variable).Where(moving.Contains).ToList();
        Formula Over(Variable part) => Products.SignFirst(chain.LocalDerivative(variable, part), rule.Of(part)!);
        Formula OverAny(Variable part) => Products.SignFirst([.. chain.ValuesForAnyUnit([variable, part], 0, 1), rule.Of(part)!]);

        var value = Formula.SumOf(used.Select(Over));
        return new Change(variable, direction.NameOf(variable.Symbol), value)
        {
            Written = Together(used) ?? Formula.SumOf(used.GroupBy(part => part.Symbol.Role).Select(parts => Together([.. parts]) ?? Formula.SumOf(parts.Select(Over)))),
        };

        Formula? Together(IReadOnlyList<Variable> parts) => ErrorSignals.Gathered([.. parts.Select(OverAny)], signals.InnerLetter);
    }

    // From its short form where it has one, otherwise from the contributions that it is added up from. Null where it does not change.
    private Change? OfSignal(Variable variable)
    {
        var signal = signals.Of(variable);
        Change? change = null;
        if (signals.ShortForm(variable) is var (form, given) && (given is null || direction.Components.Keys.All(moved => moved.Symbol.Role != Role.Target)))
        {
            change = rule.OfFormula(form) is { } collapsed ? new Change(variable, direction.NameOf(signal), collapsed) { Written = collapsed, Given = given?.Statement } : null;
        }
        else if (!IsConstantAtTop(variable) && OverSegments(variable, signals.InnerLetter) is var (value, written))
        {
            change = new Change(variable, direction.NameOf(signal), value) { Written = written };
        }

        rule.SetSignal(signal, change is not null);
        return change;
    }

    // The factors of |y − ŷ|/(y − ŷ) change, and the whole does not.
    private bool IsConstantAtTop(Variable variable) => signals.Segments(variable).All(segment => segment[0] == top)
        && Identity.Compare(meaning.Of(direction.NameOf(signals.Of(variable))), model.Graph.Zero).Holds;

    private (Formula Value, Formula Written)? OverSegments(Variable variable, string letter)
    {
        var segments = signals.Segments(variable);
        List<Formula> terms = [.. segments.Select(segment => rule.OfProduct([.. signals.FactorsOf(segment)])).OfType<Formula>()];
        if (terms.Count == 0)
        {
            return null;
        }

        var value = Formula.SumOf(terms);
        return (value, ErrorSignals.Gathered(terms, ErrorSignals.LetterOver(variable, segments, letter)) ?? value);
    }

    // What leads to the answer, however indirectly; changes stand before those that are made of them.
    private static void KeepNeeded(Formula value, List<Change> quantities, List<Change> ofSignals)
    {
        var needed = NamesIn(value).ToHashSet();
        foreach (var changes in new[] { ofSignals, quantities })
        {
            for (var i = changes.Count - 1; i >= 0; i--)
            {
                if (needed.Contains(changes[i].Name))
                {
                    needed.UnionWith(NamesIn(changes[i].Value));
                }
                else
                {
                    changes.RemoveAt(i);
                }
            }
        }
    }

    private static IEnumerable<Formula> NamesIn(Formula formula) => formula.WithParts().Where(part => part is Derivative or Directional);

    // The derivative in error signals and functions alone, where it can be read.
    private static IEnumerable<Formula> PutIn(Formula value, List<Change> changes)
    {
        var opened = new Dictionary<Formula, Formula>();
        foreach (var change in changes)
        {
            opened.Add(change.Name, Open(change.Value));
            if (opened[change.Name].SymbolsIn() > MostSymbols)
            {
                return [];
            }
        }

        var result = Open(value);
        return result == value || result.SymbolsIn() > MostSymbols ? [] : [result];

        Formula Open(Formula formula) => Products.Collected(formula.Rewrite(part => part switch
        {
            Derivative or Directional => opened.GetValueOrDefault(part),
            Sum sum when part != formula => Products.Collected(Formula.SumOf(sum.Terms.Select(Open))),
            _ => null,
        }));
    }

    private Section Introduce(SectionKind kind, List<Change> changes, ISet<Formula> known)
    {
        var steps = new List<Step>();
        var recalled = new List<Formula>();
        foreach (var layer in changes.GroupBy(change => (signals.LayerOf(change.Of), change.Of.Symbol.Role)))
        {
            var fresh = layer.Where(change => known.Add(change.Name)).ToDictionary(change => change.Of);
            recalled.AddRange(layer.Where(change => !fresh.ContainsKey(change.Of)).Select(change => change.Name));
            var given = fresh.Values.Select(change => change.Given).FirstOrDefault(constraint => constraint is not null);
            steps.AddRange(UnitsTogether.State([.. fresh.Keys], variable => fresh[variable].Name, variable => fresh[variable].Written, Reason.ProductRule)
                .Select(step => step with { Given = given }));
        }

        return new Section(kind, steps) { Recalled = recalled };
    }
}
