using System.Collections.Immutable;

namespace SymbolicBackprop.Expressions;

/// <summary>The local derivative of a function by one of its arguments.</summary>
/// <param name="arguments">The arguments of the application.</param>
/// <param name="result">The application itself, so that a derivative can be given through the value: exp′ is the result.</param>
/// <returns>The partial derivative, in the graph of the arguments.</returns>
public delegate Expr Partial(ReadOnlySpan<Expr> arguments, Expr result);

/// <summary>The value of a function.</summary>
/// <param name="arguments">As many numbers as the function takes.</param>
/// <returns>The value, or NaN outside the domain.</returns>
public delegate double FunctionValue(ReadOnlySpan<double> arguments);

/// <summary>A rewriting of a function's application.</summary>
/// <param name="arguments">The arguments of the application.</param>
/// <returns>An equal expression, or null where there is nothing to rewrite.</returns>
public delegate Expr? Rewrite(ReadOnlySpan<Expr> arguments);

/// <summary>How an application of a function is written.</summary>
public enum FunctionForm
{
    /// <summary>The name, then the arguments in parentheses.</summary>
    Named,

    /// <summary>A power of e.</summary>
    Exponential,

    /// <summary>A root sign over the argument.</summary>
    Root,

    /// <summary>Vertical bars around the argument.</summary>
    Bars,
}

/// <summary>
/// A function: all that the engine knows of it stands in one value. The chain rule is not part of it; a function
/// states its own partial derivatives only.
/// </summary>
public sealed class Function
{
    /// <summary>The name in plain text, such as <c>tanh</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name in LaTeX, such as <c>\tanh</c>.</summary>
    public required string Latex { get; init; }

    /// <summary>How an application is written.</summary>
    public FunctionForm Form { get; init; }

    /// <summary>The partial derivatives, one for each argument; their number is the arity.</summary>
    public required ImmutableArray<Partial> Partials { get; init; }

    /// <summary>The value in double precision.</summary>
    public required FunctionValue Value { get; init; }

    /// <summary>Whether the function is defined and differentiable at a point, and not at an edge of its domain.</summary>
    public required Func<ReadOnlySpan<double>, bool> Domain { get; init; }

    /// <summary>Points of the domain, one array an argument list, at which tests hold the partials against finite differences.</summary>
    public required ImmutableArray<ImmutableArray<double>> Samples { get; init; }

    /// <summary>
    /// The function in terms of sums, products, powers and other functions, or null for a function that is not reducible. Proofs
    /// look through it.
    /// </summary>
    public Func<ReadOnlySpan<Expr>, Expr>? Definition { get; init; }

    /// <summary>Exact simplifications such as exp(0) = 1, or null for none.</summary>
    public Rewrite? Simplify { get; init; }

    /// <summary>The number of arguments.</summary>
    public int Arity => Partials.Length;

    /// <summary>The function applied to one argument.</summary>
    public Expr Of(Expr argument) => argument.Graph.Apply(this, argument);

    /// <summary>The function applied to two arguments.</summary>
    public Expr Of(Expr first, Expr second) => first.Graph.Apply(this, first, second);

    /// <summary>The name of the function.</summary>
    public override string ToString() => Name;
}
