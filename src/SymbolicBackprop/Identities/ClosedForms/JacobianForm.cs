using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// ∂fᵢ/∂zⱼ of a function of several arguments, the same for all pairs of i and j up to whether they are equal. The forms are in
/// variables of a graph of their own.
/// </summary>
/// <param name="Value">What stands for fᵢ.</param>
/// <param name="Other">What stands for fⱼ.</param>
/// <param name="IsSame">What stands for 1{i = j}.</param>
/// <param name="Same">The derivative where i = j, in <paramref name="Value"/>.</param>
/// <param name="Different">The derivative where i ≠ j, in <paramref name="Value"/> and <paramref name="Other"/>.</param>
/// <param name="Both">The derivative for any i and j, with <paramref name="IsSame"/> in it.</param>
internal sealed record JacobianForm(Expr Value, Expr Other, Expr IsSame, FactoredForm Same, FactoredForm Different, FactoredForm Both);
