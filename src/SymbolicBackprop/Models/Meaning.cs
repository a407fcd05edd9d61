using System.Diagnostics.CodeAnalysis;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Models;

/// <summary>
/// What formulas mean in a model: each becomes an expression over the model's variables. Writing, proving and checking all go
/// through here, so what is printed is what was proved.
/// </summary>
internal sealed class Meaning
{
    private readonly Model model;
    private readonly Naming naming;
    private readonly Differentials differentials;
    private readonly IReadOnlyList<DependencyPath> paths;
    private readonly IReadOnlyDictionary<Symbol, Expr> introduced;
    private readonly Dictionary<Formula, Expr>? memory;
    private int termCount; // of all sums in the formula at hand

    /// <param name="model">The model whose names the formulas use.</param>
    /// <param name="convention">What δ stands for.</param>
    /// <param name="paths">The paths that shares are numbered by.</param>
    public Meaning(Model model, DeltaConvention convention, IReadOnlyList<DependencyPath>? paths = null)
        : this(model, new Naming(model, convention), new Differentials(model), paths ?? [], NothingIntroduced)
    {
    }

    /// <summary>How whole layers are laid out in matrices.</summary>
    public MatrixLayout Layout { get; private init; }

    private Meaning(
        Model model,
        Naming naming,
        Differentials differentials,
        IReadOnlyList<DependencyPath> paths,
        IReadOnlyDictionary<Symbol, Expr> introduced,
        Dictionary<Formula, Expr>? memory = null)
    {
        this.model = model;
        this.naming = naming;
        this.differentials = differentials;
        this.paths = paths;
        this.introduced = introduced;
        this.memory = memory;
    }

    private static readonly Dictionary<Symbol, Expr> NothingIntroduced = [];

    /// <summary>How many terms of sums are worked out in one formula: far more than a sheet spells out.</summary>
    public const int MostTerms = 20_000;

    // All letters that learning rates go by stand for one quantity.
    private const string LearningRate = @"\eta";

    private ExprGraph Graph => model.Graph;

    /// <summary>The model whose names the formulas use.</summary>
    public Model Model => model;

    /// <summary>The argument of functions that stand for themselves, as in f′ = 1 − f², and of the formulas z ↦ f(z).</summary>
    public static Symbol FreeArgument { get; } = Symbol.Named("z");

    /// <summary>The same meaning with other paths. Derivatives do not depend on them and are worked out once for both.</summary>
    public Meaning With(IReadOnlyList<DependencyPath> otherPaths) => new(model, naming, differentials, otherPaths, introduced) { Layout = Layout };

    /// <summary>The same meaning with whole layers laid out otherwise.</summary>
    public Meaning With(MatrixLayout layout) => new(model, naming, differentials, paths, introduced) { Layout = layout };

    /// <summary>The same meaning with names that the model does not have.</summary>
    /// <param name="names">What each of them stands for, in the model's graph.</param>
    public Meaning With(IReadOnlyDictionary<Symbol, Expr> names) => new(model, naming, differentials, paths, names) { Layout = Layout };

    /// <summary>
    /// The same meaning, for many formulas that share parts: what a part that is the same object means is worked out once.
    /// </summary>
    public Meaning Remembering() => new(model, naming, differentials, paths, introduced, new(ReferenceEqualityComparer.Instance)) { Layout = Layout };

    /// <summary>The expression that a formula stands for.</summary>
    /// <exception cref="MeaninglessException">The formula says nothing in this model: the message tells which part.</exception>
    public Expr Of(Formula formula)
    {
        termCount = 0;
        try
        {
            return Value(formula);
        }
        catch (DivideByZeroException)
        {
            throw new MeaninglessException("Something is divided by 0.");
        }
    }

    private Expr Value(Formula formula)
    {
        if (memory is null || formula is Symbol or Literal)
        {
            return Interpreted(formula);
        }

        if (!memory.TryGetValue(formula, out var value))
        {
            memory.Add(formula, value = Interpreted(formula));
        }

        return value;
    }

    private Expr Interpreted(Formula formula) => formula switch
    {
        Literal literal => Graph.Number(literal.Value),
        Symbol { Role: Role.Delta, IsWhole: false } delta => TryFind((Symbol)WhatDeltaIs(delta).By, out _)
            ? Value(WhatDeltaIs(delta))
            : throw new MeaninglessException($"The network has no {delta}.", delta),
        Symbol { IsWhole: true } whole => throw new MeaninglessException($"{whole} stands for a whole layer here, where a number is needed."),
        Symbol symbol when IsFreeArgument(symbol) => Graph.Variable(symbol.ToString()),
        Symbol symbol when introduced.TryGetValue(symbol, out var meant) => meant,
        Symbol { IsUpdated: true } symbol => AfterUpdate(symbol with { IsUpdated = false }),
        Symbol symbol when IsLearningRate(symbol) && !model.TryFind(symbol, out _) => LearningRateIn(Graph),
        Symbol symbol when IsSampleCount(symbol) => Graph.Number(model.SampleCount),
        Symbol symbol => VariableOf(symbol).Node,
        Negative negative => -Value(negative.Body),
        Sum sum => Graph.Sum([.. sum.Terms.Select(Value)]),
        Product product => Graph.Product([.. product.Factors.Select(Value)]),
        Fraction fraction => Value(fraction.Over) / Value(fraction.Under),
        Power power => Raised(Value(power.Base), power.Exponent),
        Call call => Applied(call),
        Derivative derivative when IsFreeArgument(derivative.By) => Value(derivative.Of).Derivative(Value(FreeArgument)),
        Derivative derivative => Total(derivative),
        Directional directional => differentials.AlongDirection(Value(directional.Of)),
        PathShare share => ShareOf(share),
        Underbrace brace => Value(brace.Body),
        Summation summation => Summed(summation),
        Cases cases => Chosen(cases),
        Transpose transpose => Value(transpose.Body),
        Hadamard hadamard => Graph.Product([.. hadamard.Factors.Select(Value)]),
        Nabla nabla => Value(new Derivative(nabla.Of, nabla.By)),
        Dimensions => throw new MeaninglessException("A shape has no value."),
        KroneckerDelta { Left.Letter: null, Right.Letter: null } equal => Graph.Number(equal.Left == equal.Right ? 1 : 0),
        KroneckerDelta equal => throw new MeaninglessException($"It is not clear whether {equal.Left} is {equal.Right}.", equal),
        Unknown => throw new MeaninglessException("A question mark has no value."),
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <inheritdoc cref="Naming.WhatDeltaIs"/>
    public Derivative WhatDeltaIs(Symbol delta) => naming.WhatDeltaIs(delta);

    /// <inheritdoc cref="Naming.VariableOf"/>
    public Variable VariableOf(Symbol symbol) => naming.VariableOf(symbol);

    /// <inheritdoc cref="Naming.ExtentOf"/>
    public IReadOnlyList<int>? ExtentOf(Symbol whole) => naming.ExtentOf(whole);

    /// <inheritdoc cref="Naming.TryFind"/>
    public bool TryFind(Symbol symbol, [MaybeNullWhen(false)] out Variable variable) => naming.TryFind(symbol, out variable);

    /// <inheritdoc cref="Differentials.Partial(Variable, Variable)"/>
    public Expr Partial(Variable of, Variable by) => differentials.Partial(of, by);

    /// <summary>What a formula itself contributes to its derivative by a quantity, with all other quantities in it held fixed.</summary>
    public Expr Partial(Formula formula, Variable by) => differentials.Partial(Of(formula), by);

    /// <summary>What an expression of the model's graph changes by in the direction of the vector with a component for each parameter.</summary>
    public Expr AlongDirection(Expr of) => differentials.AlongDirection(of);

    /// <summary>The learning rate in the graph of a model.</summary>
    public static Expr LearningRateIn(ExprGraph graph) => graph.Variable(LearningRate);

    /// <summary>Whether a symbol is a letter that learning rates go by.</summary>
    public static bool IsLearningRate(Symbol symbol) =>
        symbol is { Role: Role.Named, Layer: null, Indices.Count: 0, Letter: @"\eta" or @"\alpha" or @"\epsilon" or @"\varepsilon" or @"\mu" };

    /// <summary>Whether a symbol is a letter that the number of samples goes by and nothing else does: the m of 1/m.</summary>
    public bool IsSampleCount(Symbol symbol) =>
        symbol is { Role: Role.Named, Layer: null, Sample: null, IsWhole: false, Indices.Count: 0, Letter: "m" or "n" or "N" } && model.SampleCount > 0 && !model.TryFind(symbol, out _);

    /// <summary>A power with a given value in the place of its base.</summary>
    internal Expr Raised(Expr radix, Formula exponent) => radix.Pow(NumberOf(exponent));

    /// <summary>The function of a whole layer that a call applies, or null where it applies a function of one number.</summary>
    internal VectorActivation? VectorFunctionOf(Call call) => call.Function.Layer is { } layer
        ? model.VectorFunctions.GetValueOrDefault(layer)
        : model.VectorFunctions.Values.FirstOrDefault(function => function.Name == call.Function.Name);

    // A model may have a quantity of this name.
    private bool IsFreeArgument(Formula formula) => formula == FreeArgument && !model.TryFind(FreeArgument, out _);

    // One step of gradient descent: w⁺ = w − η ∂loss/∂w, with the value of η where one was given.
    private Expr AfterUpdate(Symbol parameter)
    {
        var given = introduced.Where(name => IsLearningRate(name.Key)).Select(name => (Expr?)name.Value).FirstOrDefault();
        return VariableOf(parameter).Node - ((given ?? LearningRateIn(Graph)) * Total(new Derivative(Symbol.Loss, parameter)));
    }

    private Expr NodeOf(Formula by) => by switch
    {
        Symbol symbol when IsFreeArgument(symbol) => Graph.Variable(symbol.ToString()),
        Symbol { IsUpdated: false } symbol => VariableOf(symbol).Node,
        _ => throw new MeaninglessException("A derivative is taken by a quantity."),
    };

    private static Rational NumberOf(Formula exponent) => exponent switch
    {
        Literal literal => literal.Value,
        Negative negative => -NumberOf(negative.Body),
        Fraction fraction => NumberOf(fraction.Over) / NumberOf(fraction.Under),
        _ => throw new MeaninglessException("An exponent must be a number; write e^{…} for the exponential function."),
    };

    private Expr Total(Derivative derivative)
    {
        var of = Value(derivative.Of);
        if (derivative.By is Symbol name && introduced.TryGetValue(name, out var meant))
        {
            return differentials.ByIntroduced(of, name, meant);
        }

        // The loss is differentiated by everything, another quantity by its neighbours on a path as a rule.
        var by = NodeOf(derivative.By);
        return differentials.Total(of, by, sweepsOverAll: derivative.Of is Symbol { Role: Role.Loss or Role.DataLoss });
    }

    private Expr ShareOf(PathShare share)
    {
        if (share.Path < 1 || share.Path > paths.Count)
        {
            throw new MeaninglessException($"There is no path {share.Path}; the derivative has {paths.Count}.", share);
        }

        var derivative = share.Whole switch
        {
            Derivative whole => whole,
            Symbol { Role: Role.Delta } delta => WhatDeltaIs(delta),
            _ => throw new MeaninglessException("Only a derivative has a share that flows over a path."),
        };
        var path = paths[share.Path - 1];
        var (from, to) = (PositionOn(path, derivative.Of), PositionOn(path, derivative.By));
        if (from < 0 || to < from)
        {
            throw new MeaninglessException($"Path {share.Path} does not lead from {derivative.Of} to {derivative.By}.", share);
        }

        var product = Graph.One;
        for (var i = from; i < to; i++)
        {
            product *= Partial(path.Nodes[i], path.Nodes[i + 1]);
        }

        return product;
    }

    private int PositionOn(DependencyPath path, Formula quantity) => quantity is Symbol symbol
        ? path.IndexOf(model.Resolve(VariableOf(symbol)))
        : throw new MeaninglessException("Paths lead from one quantity to another.");

    private Expr Summed(Summation summation) => Graph.Sum([.. TermsOf(summation).Select(Value)]);

    /// <summary>The terms of a sum, one for each value of its index.</summary>
    /// <exception cref="MeaninglessException">It is not clear what the sum goes over, or it is too long.</exception>
    internal IReadOnlyList<Formula> TermsOf(Summation summation)
    {
        var (from, to) = (summation.From ?? 1, summation.To ?? Index.Of("", 0));
        if (from.Letter is not null)
        {
            throw new MeaninglessException("The first value of a sum's index must be a number.");
        }

        var last = to.Letter is null ? to.Number : naming.UnitsOver(summation) + to.Number;
        var terms = new List<Formula>();
        for (var value = from.Number; value <= last; value++)
        {
            if (++termCount > MostTerms)
            {
                throw new MeaninglessException(FormattableString.Invariant($"Sums of more than {MostTerms} terms are not worked out."));
            }

            terms.Add(summation.Body.Bind(summation.Letter, value));
        }

        return terms;
    }

    // Each value times a factor that is 1 where its condition holds and 0 elsewhere.
    private Expr Chosen(Cases cases)
    {
        var rest = Graph.One;
        var terms = new List<Expr>();
        foreach (var branch in cases.Branches)
        {
            var holds = branch.Condition is { } condition ? Indicator(condition) : rest;
            rest -= holds;
            terms.Add(holds * Value(branch.Value));
        }

        return Graph.Sum([.. terms]);
    }

    private Expr Indicator(Condition condition)
    {
        var subject = Value(condition.Subject);
        return (condition.Low is { } low ? Above(low, condition.IncludesLow) : Graph.One)
            - (condition.High is { } high ? Above(high, !condition.IncludesHigh) : Graph.Zero);

        Expr Above(Formula bound, bool isIncluded) => isIncluded
            ? 1 - StandardFunctions.Step.Of(Value(bound) - subject)
            : StandardFunctions.Step.Of(subject - Value(bound));
    }

    private Expr Applied(Call call)
    {
        var (function, parameters) = Called(call);
        return Applied(call, call.Arguments.Count == 0 && function.Arity > parameters.Length ? [Value(FreeArgument)] : [.. call.Arguments.Select(Value)]);
    }

    /// <summary>A call with given values in the place of its arguments.</summary>
    internal Expr Applied(Call call, Expr[] arguments)
    {
        var (function, parameters) = Called(call);
        var arity = function.Arity - parameters.Length;
        if (arguments.Length != arity)
        {
            throw new MeaninglessException($"{function.Name} takes {arity} argument(s), not {arguments.Length}.");
        }

        if (call.Primes == 0)
        {
            return Graph.Apply(function, [.. arguments, .. parameters]);
        }

        if (arguments.Length != 1)
        {
            throw new MeaninglessException(arguments.Length == 0
                ? $"{function.Name} is a number; a prime says to differentiate a function."
                : $"{function.Name} has several arguments; a prime does not say by which to differentiate.");
        }

        // f′(u): differentiate f at a free argument and put u in its place; u may depend on anything.
        var slot = Value(FreeArgument);
        var derivative = Graph.Apply(function, [slot, .. parameters]);
        for (var i = 0; i < call.Primes; i++)
        {
            derivative = derivative.Derivative(slot);
        }

        return derivative.Substitute(variable => variable == slot ? arguments[0] : null);
    }

    // A function, and what stands for those of its arguments that are not written.
    private (Function Function, Expr[] Parameters) Called(Call call)
    {
        if (model.Functions.TryGetValue(call.Function, out var named))
        {
            return WithParameters(named);
        }

        if (call.Function.Layer is null && FunctionNames.Find(call.Function.Name) is { } known)
        {
            return (known, []);
        }

        // f without a layer is that of the layer whose weighted sum it is applied to, or the one that all layers share.
        var layer = call.Arguments is [Symbol { Role: Role.PreActivation, Layer: { } own }] ? own : (Index?)null;
        var candidates = model.Functions
            .Where(function => call.Function.Layer is null && FunctionSymbol.IsLayerLetter(call.Function.Name) && (layer is null || function.Key.Layer == layer))
            .Select(function => function.Value)
            .Distinct()
            .ToList();
        return candidates switch
        {
            [var only] => WithParameters(only),
            [] => throw new MeaninglessException($"The network has no function {call.Function}.", call),
            _ => throw new MeaninglessException($"The function {call.Function} could be that of several layers."),
        };
    }

    private (Function Function, Expr[] Parameters) WithParameters(Activation activation) =>
        (activation.Function, [.. activation.Parameters.Select(parameter => Graph.Variable(parameter.Name))]);
}
