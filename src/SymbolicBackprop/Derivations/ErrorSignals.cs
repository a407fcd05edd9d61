using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// The error signals: which quantities have one, and how each follows from those nearer to the loss. As a rule they are the δ of units.
/// </summary>
internal sealed class ErrorSignals
{
    // The index of a sum within a statement about all j; a parameter may have the first letter already.
    private static readonly string[] InnerLetters = ["k", "m", "n", "p", "q", "r"];

    private readonly Model model;
    private readonly Dependencies dependencies;
    private readonly Chain chain;
    private readonly DerivationOptions options;
    private readonly Variable top;
    private readonly Symbol of;
    private readonly HashSet<Variable> signals;
    private readonly Dictionary<Variable, int> depths = [];
    private readonly OutputCollapse outputs;

    public ErrorSignals(Model model, Dependencies dependencies, Chain chain, DerivationOptions options, Variable top, Symbol of)
    {
        this.model = model;
        this.dependencies = dependencies;
        this.chain = chain;
        this.options = options;
        this.top = top;
        this.of = of;
        outputs = new OutputCollapse(model, Symbol.Loss);
        signals = FindSignals();
        InnerLetter = InnerLetters.FirstOrDefault(letter => !model.TryFind(Symbol.Named(letter), out _), InnerLetters[0]);
    }

    /// <summary>The index of what stands within a statement about all j.</summary>
    public string InnerLetter { get; }

    /// <summary>Whether δ of a unit is the derivative by this quantity. That of a sample's own loss is not.</summary>
    public bool Carries(Variable variable) =>
        of == Symbol.Loss && IsOfUnit(variable) && !(options.Delta == DeltaConvention.OfSample && variable.Symbol.Sample is not null);

    // Whether the derivative by it is told of a unit, be there a δ for it or not.
    private bool IsOfUnit(Variable variable) =>
        variable.Symbol.Role == options.Delta.RoleOfUnit();

    /// <summary>
    /// Whether what lies below a quantity is told through the derivative by it: it carries δ, or the ways from it up to the next signals
    /// would be too many.
    /// </summary>
    public bool HasSignal(Variable variable) => signals.Contains(variable);

    /// <summary>The signal of a quantity: δ, or the derivative itself where there is no δ for it.</summary>
    public Formula Of(Variable variable) =>
        Carries(variable) ? variable.Symbol with { Role = Role.Delta } : new Derivative(of, variable.Symbol);

    /// <summary>The ways from a quantity up to the next ones that have a signal, or to the loss where there is none between; each from its upper end down.</summary>
    public IReadOnlyList<IReadOnlyList<Variable>> Segments(Variable variable)
    {
        var complete = new List<IReadOnlyList<Variable>>();
        var open = new Stack<List<Variable>>([[variable]]);
        while (open.TryPop(out var nodes))
        {
            var first = nodes[0];
            if (first == top || (first != variable && HasSignal(first)))
            {
                complete.Add(nodes);
                continue;
            }

            foreach (var user in dependencies.UsersOf(first).Reverse().Where(LeadsToLoss))
            {
                open.Push([user, .. nodes]);
            }
        }

        return complete;
    }

    /// <summary>A segment as a product, the signal of its upper end times the local derivatives down to its lower end.</summary>
    public Formula Contribution(IReadOnlyList<Variable> segment) =>
        Products.SignFirst([.. Upper(segment), .. chain.Values(segment, 0, segment.Count - 1)]);

    /// <summary>The contributions that add up to the derivative by a quantity, written with Σ where they follow one pattern.</summary>
    /// <param name="variable">A quantity below the loss.</param>
    /// <param name="letter">The letter for the index of Σ.</param>
    public Formula Recursion(Variable variable, string letter)
    {
        var segments = Segments(variable);
        var terms = segments.Select(segment => Products.SignFirst([.. Upper(segment), .. chain.ValuesForAnyUnit(segment, 0, segment.Count - 1)])).ToList();
        return Gathered(terms, LetterOver(variable, segments, letter)) ?? Formula.SumOf(segments.Select(Contribution));
    }

    /// <summary>The letter for the index of a sum over segments: another one where there is one term a sample.</summary>
    public static string LetterOver(Variable variable, IReadOnlyList<IReadOnlyList<Variable>> segments, string letter) =>
        variable.Symbol.Sample is null && segments.All(segment => segment[^2].Symbol.Sample is not null) ? "s" : letter;

    /// <summary>Terms that follow one pattern as a sum with Σ, or null where they do not.</summary>
    public static Formula? Gathered(IReadOnlyList<Formula> terms, string letter)
    {
        if (!Generalization.TryGeneralize(terms, letter, out var general))
        {
            return null;
        }

        // Last factors that the index does not touch stand after the sum: (Σ δⱼ wⱼ) f′(z).
        List<Formula> factors = general is Product product ? [.. product.Factors] : [general];
        var inside = factors.Count;
        while (inside > 1 && factors[inside - 1].Bind(letter, 1) == factors[inside - 1])
        {
            inside--;
        }

        return Formula.ProductOf([new Summation(letter, 1, terms.Count, Formula.ProductOf(factors.Take(inside))), .. factors.Skip(inside)]);
    }

    /// <summary>The quantities with a signal between the loss and a quantity below it, from the loss down.</summary>
    public List<Variable> Above(Variable variable)
    {
        var between = dependencies.Above(variable, top);
        return [.. model.Variables.Reverse().Where(other => other != variable && between.Contains(other) && HasSignal(other))
            .OrderBy(other => model.HasLayers ? 0 : depths[other])
            .GroupBy(LayerOf).SelectMany(layer => layer.Reverse())];
    }

    /// <summary>The last position on a path, up to a given one, whose quantity has a signal; −1 if there is none below the loss.</summary>
    public int LowestOn(DependencyPath path, int from)
    {
        var i = from;
        while (i > 0 && !HasSignal(path.Nodes[i]))
        {
            i--;
        }

        return i > 0 ? i : -1;
    }

    /// <summary>Statements that introduce error signals, from the loss down.</summary>
    /// <param name="variables">The quantities whose signals they are.</param>
    /// <param name="known">Those that need no introduction any more; the new ones are added.</param>
    /// <param name="recalled">The ones that were known.</param>
    public List<Step> Introduce(IEnumerable<Variable> variables, ISet<Formula> known, out List<Formula> recalled)
    {
        recalled = [];
        var steps = new List<Step>();
        foreach (var layer in variables.GroupBy(LayerOf))
        {
            var fresh = new List<Variable>();
            foreach (var variable in layer)
            {
                if (known.Add(Of(variable)))
                {
                    fresh.Add(variable);
                }
                else
                {
                    recalled.Add(Of(variable));
                }
            }

            steps.AddRange(UnitsTogether.State(fresh, Of, variable => Recursion(variable, InnerLetter), Reason.ErrorSignal));
            steps.AddRange(Collapsed(fresh));
        }

        return steps;
    }

    /// <summary>The short form of a signal, and what it needs, or null where it has none.</summary>
    public (Formula Form, Constraint? Given)? ShortForm(Variable variable) =>
        Carries(variable) && outputs.Find(variable) is { } found && found.Form.SymbolsIn() < outputs.InPredictions(Recursion(variable, InnerLetter)).SymbolsIn()
            ? found
            : null;

    // The signals of outputs in their short form, with the way to it.
    private IEnumerable<Step> Collapsed(IReadOnlyList<Variable> variables)
    {
        var found = variables.Select(variable => (Variable: variable, Short: ShortForm(variable))).Where(pair => pair.Short is not null).ToList();
        if (found.Count == 0)
        {
            return [];
        }

        var forms = found.ToDictionary(pair => pair.Variable, pair => pair.Short!.Value);
        List<Variable> collapsing = [.. found.Select(pair => pair.Variable)];
        var worked = UnitsTogether.State(collapsing, WorkedOut, Reason.LocalDerivative).Where(step => step.Statement.Links.Count > 0);
        var needed = forms.Values.Select(form => form.Given?.Statement).OfType<Statement>().Distinct().ToList();
        var given = needed.Count == 0 ? null : UnitsTogether.Whole(needed, "s");
        var closed = UnitsTogether.State(collapsing, variable => Statement.Equality(Of(variable), forms[variable].Form), Reason.ClosedForm);
        return [.. worked.Select(step => step with { Follows = true }), .. closed.Select(step => step with { Follows = true, Given = given })];
    }

    private Statement WorkedOut(Variable variable)
    {
        var recursion = Recursion(variable, InnerLetter);
        var inOutputs = outputs.InPredictions(recursion);
        var cancelled = inOutputs.Cancelled();
        return Statement.Equality(Of(variable), new[] { inOutputs, cancelled, cancelled.Sifted() }.Distinct().Where(side => side != recursion));
    }

    private HashSet<Variable> FindSignals()
    {
        var found = new HashSet<Variable>();
        var ways = new Dictionary<Variable, long> { [top] = 0 };
        foreach (var variable in model.Variables.Reverse())
        {
            var users = dependencies.UsersOf(variable).Where(ways.ContainsKey).ToList();
            if (users.Count == 0)
            {
                continue;
            }

            // Where ways fork again and again without a δ between, their number would grow without bound.
            var count = users.Sum(user => user == top || found.Contains(user) ? 1 : ways[user]);
            ways.Add(variable, count);
            depths.Add(variable, users.Max(user => depths.GetValueOrDefault(user)) + 1);
            if (IsOfUnit(variable) || IsComputed(variable) || count > Math.Max(users.Count, options.MaxPaths))
            {
                found.Add(variable);
            }
        }

        return found;
    }

    // Where there are no layers, the derivative by any quantity that an equation defines.
    private bool IsComputed(Variable variable) =>
        variable is { Symbol.Role: Role.Named, Node.Definition: not null, IsAlias: false } && !model.HasLayers;

    /// <summary>What is told together: the quantities of a layer; outside of layers, those of one letter that do not depend on one another.</summary>
    public object LayerOf(Variable variable) => variable.Symbol switch
    {
        { Layer: { } layer } when model.HasLayers => layer,
        { Indices.Count: > 0 } symbol when !model.HasLayers => (symbol.Letter, symbol.Layer, depths.GetValueOrDefault(variable)),
        _ => variable,
    };

    /// <summary>The factors of a segment's contribution, one by one; a minus sign is one of them.</summary>
    public IEnumerable<Formula> FactorsOf(IReadOnlyList<Variable> segment) => Contribution(segment) switch
    {
        Product product => product.Factors,
        Negative { Body: Product product } => [-Literal.One, .. product.Factors],
        Negative negative => [-Literal.One, negative.Body],
        var single => [single],
    };

    private IEnumerable<Formula> Upper(IReadOnlyList<Variable> segment) => segment[0] == top ? [] : [Of(segment[0])];

    private bool LeadsToLoss(Variable variable) => variable == top || !dependencies.CountPaths(top, variable).IsZero;
}
