using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

/// <summary>A formula that an activation has from some argument on.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Formula">The formula, as an expression in the argument.</param>
public sealed record Piece(Rational Start, Func<Expr, Expr> Formula)
{
    /// <summary>
    /// Whether the piece has its start in it. By default the piece before has, and the derivative at a kink is the one from the left.
    /// </summary>
    public bool IncludesStart { get; init; }
}
