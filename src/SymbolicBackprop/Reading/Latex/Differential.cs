using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>∂ with a quantity, while the other half of the derivative is still to come. No formula that is read contains one.</summary>
/// <param name="Of">The quantity, or null for a bare ∂ over a fraction bar.</param>
internal sealed record Differential(Formula? Of) : Formula
{
    /// <summary>Whether it is ∂², over a fraction bar.</summary>
    public bool IsSecond { get; init; }

    /// <summary>The second quantity of ∂u ∂v, under a fraction bar.</summary>
    public Formula? And { get; init; }

    /// <summary>The derivative of a quantity that two halves make, or null where they do not go together.</summary>
    /// <param name="of">The quantity.</param>
    /// <param name="under">The half under the bar.</param>
    public Formula? Derive(Formula of, Differential under) => (IsSecond, under) switch
    {
        (false, { Of: { } by, And: null }) => new Derivative(of, by),
        (true, { Of: { } by, And: { } first }) => new Derivative(new Derivative(of, first), by),
        (true, { Of: Power { Base: var by, Exponent: Literal { Digits: "2" } } }) => new Derivative(new Derivative(of, by), by),
        _ => null,
    };

    /// <summary>∂u and ∂v as ∂u ∂v, or null where they are something else.</summary>
    public static Differential? Joined(IReadOnlyList<Formula> factors) =>
        factors is [Differential { Of: { }, IsSecond: false, And: null } first, Differential { Of: { } and, IsSecond: false, And: null }] ? first with { And = and } : null;

    internal override Formula Bind(string letter, int value) => throw new InvalidOperationException("Half a derivative is no formula.");
}
