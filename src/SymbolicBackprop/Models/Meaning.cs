using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>
/// What formulas mean in a model: each becomes an expression over the model's variables. Writing, proving and checking all go
/// through here, so what is printed is what was proved.
/// </summary>
internal sealed class Meaning
{
    private readonly Model model;
    private readonly DeltaConvention convention;
    private readonly IReadOnlyList<DependencyPath> paths;
    private readonly Dictionary<int, Gradient> totals;
    private readonly Dictionary<int, Gradient> partials;

    /// <param name="model">The model whose names the formulas use.</param>
    /// <param name="convention">What δ stands for.</param>
    /// <param name="paths">The paths that shares are numbered by.</param>
    public Meaning(Model model, DeltaConvention convention, IReadOnlyList<DependencyPath>? paths = null)
        : this(model, convention, paths ?? [], totals: [], partials: [])
    {
    }

    private Meaning(
        Model model,
        DeltaConvention convention,
        IReadOnlyList<DependencyPath> paths,
        Dictionary<int, Gradient> totals,
        Dictionary<int, Gradient> partials)
    {
        this.model = model;
        this.convention = convention;
        this.paths = paths;
        this.totals = totals;
        this.partials = partials;
    }

    private ExprGraph Graph => model.Graph;

    /// <summary>The argument of functions that stand for themselves, as in f′ = 1 − f², and of the formulas z ↦ f(z).</summary>
    public static Symbol FreeArgument { get; } = Symbol.Named("z");

    /// <summary>The same meaning with other paths. Derivatives do not depend on them and are worked out once for both.</summary>
    public Meaning With(IReadOnlyList<DependencyPath> otherPaths) => new(model, convention, otherPaths, totals, partials);

    /// <summary>The expression that a formula stands for.</summary>
    /// <exception cref="MeaninglessException">The formula says nothing in this model: the message tells which part.</exception>
    public Expr Of(Formula formula)
    {
        try
        {
            return Value(formula);
        }
        catch (DivideByZeroException)
        {
            throw new MeaninglessException("Something is divided by 0.");
        }
    }

    private Expr Value(Formula formula) => formula switch
    {
        Literal literal => Graph.Number(literal.Value),
        Symbol { Role: Role.Delta } delta => Value(WhatDeltaIs(delta)),
        Symbol symbol when symbol == FreeArgument => Graph.Variable(symbol.ToString()),
        Symbol symbol => VariableOf(symbol).Node,
        Negative negative => -Value(negative.Body),
        Sum sum => Graph.Sum([.. sum.Terms.Select(Value)]),
        Product product => Graph.Product([.. product.Factors.Select(Value)]),
        Fraction fraction => Value(fraction.Over) / Value(fraction.Under),
        Power power => Value(power.Base).Pow(NumberOf(power.Exponent)),
        Call call => Applied(call),
        Derivative derivative => Total(derivative),
        PathShare share => ShareOf(share),
        Underbrace brace => Value(brace.Body),
        Summation summation => Summed(summation),
        Unknown => throw new MeaninglessException("A question mark has no value."),
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>The derivative that δ of a unit stands for.</summary>
    public Derivative WhatDeltaIs(Symbol delta) => new(Symbol.Loss, delta with
    {
        Role = convention == DeltaConvention.ByActivation ? Role.Activation : Role.PreActivation,
    });

    /// <summary>∂of/∂by with everything between the two held fixed: what the definition of <paramref name="of"/> itself contributes.</summary>
    public Expr Partial(Variable of, Variable by)
    {
        if (!partials.TryGetValue(of.Node.Id, out var gradient))
        {
            partials.Add(of.Node.Id, gradient = Gradient.Of(of.Node, throughDefinitions: false));
        }

        var result = gradient[by.Node];
        foreach (var alias in model.DirectlyUsedBy(of).Where(used => used.IsAlias && model.Resolve(used) == by))
        {
            result += gradient[alias.Node];
        }

        return result;
    }

    private Variable VariableOf(Symbol symbol) => model.TryFind(symbol, out var variable)
        ? variable
        : throw new MeaninglessException($"The network has no {symbol}.");

    private Variable VariableOf(Formula formula) => formula is Symbol symbol
        ? VariableOf(symbol)
        : throw new MeaninglessException("A derivative is taken of one quantity by another.");

    private static Rational NumberOf(Formula exponent) => exponent switch
    {
        Literal literal => literal.Value,
        Negative negative => -NumberOf(negative.Body),
        Fraction fraction => NumberOf(fraction.Over) / NumberOf(fraction.Under),
        _ => throw new MeaninglessException("An exponent must be a number; write e^{…} for the exponential function."),
    };

    private Expr Total(Derivative derivative)
    {
        var of = VariableOf(derivative.Of).Node;
        if (!totals.TryGetValue(of.Id, out var gradient))
        {
            totals.Add(of.Id, gradient = Gradient.Of(of));
        }

        return gradient[VariableOf(derivative.By).Node];
    }

    private Expr ShareOf(PathShare share)
    {
        if (share.Path < 1 || share.Path > paths.Count)
        {
            throw new MeaninglessException($"There is no path {share.Path}; the derivative has {paths.Count}.");
        }

        var derivative = share.Whole switch
        {
            Derivative whole => whole,
            Symbol { Role: Role.Delta } delta => WhatDeltaIs(delta),
            _ => throw new MeaninglessException("Only a derivative has a share that flows over a path."),
        };
        var path = paths[share.Path - 1];
        var (from, to) = (path.IndexOf(VariableOf(derivative.Of)), path.IndexOf(VariableOf(derivative.By)));
        if (from < 0 || to < from)
        {
            throw new MeaninglessException($"Path {share.Path} does not lead from {derivative.Of} to {derivative.By}.");
        }

        var product = Graph.One;
        for (var i = from; i < to; i++)
        {
            product *= Partial(path.Nodes[i], path.Nodes[i + 1]);
        }

        return product;
    }

    private Expr Summed(Summation summation)
    {
        if (summation.From.Letter is not null || summation.To.Letter is not null)
        {
            throw new MeaninglessException("The limits of a sum must be numbers.");
        }

        var terms = new List<Expr>();
        for (var value = summation.From.Number; value <= summation.To.Number; value++)
        {
            terms.Add(Value(summation.Body.Bind(summation.Letter, value)));
        }

        return Graph.Sum([.. terms]);
    }

    private Expr Applied(Call call)
    {
        var function = model.Functions.TryGetValue(call.Function, out var named) ? named.Function
            : (call.Function.Layer is null ? FunctionNames.Find(call.Function.Name) : null)
            ?? throw new MeaninglessException($"The network has no function {call.Function}.");
        Expr[] arguments = call.Arguments.Count == 0 && function.Arity > 0 ? [Value(FreeArgument)] : [.. call.Arguments.Select(Value)];
        if (arguments.Length != function.Arity)
        {
            throw new MeaninglessException($"{function.Name} takes {function.Arity} argument(s), not {arguments.Length}.");
        }

        if (call.Primes == 0)
        {
            return Graph.Apply(function, arguments);
        }

        if (arguments.Length != 1)
        {
            throw new MeaninglessException(arguments.Length == 0
                ? $"{function.Name} is a number; a prime says to differentiate a function."
                : $"{function.Name} has several arguments; a prime does not say by which to differentiate.");
        }

        // f′(u): differentiate f at a free argument and put u in its place; u may depend on anything.
        var slot = Value(FreeArgument);
        var derivative = Graph.Apply(function, slot);
        for (var i = 0; i < call.Primes; i++)
        {
            derivative = derivative.Derivative(slot);
        }

        return derivative.Substitute(variable => variable == slot ? arguments[0] : null);
    }
}
