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
    /// <summary>The form for a function of a whole layer, which has nothing else in it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="value">aᵢ.</param>
    /// <param name="other">aⱼ.</param>
    /// <param name="same">1{i = j}.</param>
    public static NamedJacobian OfLayer(JacobianForm form, Symbol value, Symbol other, KroneckerDelta same) =>
        new(form, same, quantity => quantity == form.Value ? value : quantity == form.Other ? other : same);

    /// <summary>The entry for these i and j.</summary>
    public Formula Value => (Same.Left == Same.Right ? Form.Same : Form.Different).ToFormula(NameOf);

    /// <summary>The same with 1{i = j} in it.</summary>
    public Formula ForAny => Form.Both.ToFormula(NameOf);
}
