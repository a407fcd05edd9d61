using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Derivations;

/// <summary>The form of an entry ∂aᵢ/∂zⱼ of a Jacobian with the names of its quantities.</summary>
/// <param name="Form">The form.</param>
/// <param name="Same">1{i = j}.</param>
/// <param name="NameOf">What stands for a quantity of the form.</param>
internal sealed record NamedJacobian(JacobianForm Form, KroneckerDelta Same, Func<Expr, Formula> NameOf)
{
    /// <summary>The entry for these i and j.</summary>
    public Formula Value => (Same.Left == Same.Right ? Form.Same : Form.Different).ToFormula(NameOf);

    /// <summary>The same with 1{i = j} in it.</summary>
    public Formula ForAny => Form.Both.ToFormula(NameOf);
}
