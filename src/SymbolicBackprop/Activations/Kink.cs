using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Activations;

/// <summary>A point at which an activation has two different one-sided derivatives.</summary>
/// <param name="At">The argument.</param>
/// <param name="Left">The derivative from the left.</param>
/// <param name="Right">The derivative from the right.</param>
/// <param name="TakesRight">Whether the one from the right is used there.</param>
public sealed record Kink(Rational At, Expr Left, Expr Right, bool TakesRight)
{
    /// <summary>The derivative that is used at the kink.</summary>
    public Expr Derivative => TakesRight ? Right : Left;
}
