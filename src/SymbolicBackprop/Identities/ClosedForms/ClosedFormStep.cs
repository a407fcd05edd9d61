using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>
/// One line on the way from a formula to the short form of its derivative: either "the derivative of this is …", by a rule, or
/// "… equals …".
/// </summary>
/// <param name="Rule">Why.</param>
/// <param name="Differentiated">What the line gives the derivative of, or null for an equality.</param>
/// <param name="Left">
/// The left side. Where something is differentiated it is that derivative, as the sweep over the graph finds it.
/// </param>
/// <param name="Right">The right side, in the order in which the rule writes it.</param>
/// <param name="Verdict">What the comparison of both sides gave.</param>
public sealed record ClosedFormStep(DifferentiationRule Rule, Expr? Differentiated, Expr Left, FactoredForm Right, Verdict Verdict);
