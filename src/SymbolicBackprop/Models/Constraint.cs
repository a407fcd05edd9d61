using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>Something that given quantities fulfil, such as Σ yₖ = 1.</summary>
/// <param name="Statement">What they fulfil.</param>
/// <param name="Solved">A given quantity that it determines.</param>
/// <param name="Solution">What that quantity therefore is, in the other ones.</param>
public sealed record Constraint(Statement Statement, Variable Solved, Expr Solution);
