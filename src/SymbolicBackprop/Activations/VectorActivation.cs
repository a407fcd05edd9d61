using System.Collections.Immutable;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Identities.ClosedForms;

namespace SymbolicBackprop.Activations;

/// <summary>
/// An activation function of a whole layer, such as softmax: each activation depends on all weighted sums. It is given by its formula
/// alone; the short form of its Jacobian is looked for and proved.
/// </summary>
public sealed partial class VectorActivation : IActivation
{
    private readonly Func<IReadOnlyList<Expr>, int, Expr> formula;
    private readonly Lazy<JacobianForm?> jacobian;

    private VectorActivation(string name, Func<IReadOnlyList<Expr>, int, Expr> formula)
    {
        Name = name;
        this.formula = formula;
        jacobian = new Lazy<JacobianForm?>(() => JacobianSearch.Of(formula));
    }

    /// <summary>All of them.</summary>
    public static ImmutableArray<VectorActivation> All => [Softmax];

    /// <summary>The one with a name, in small or capital letters, or null if there is none.</summary>
    public static VectorActivation? Find(string name) =>
        All.FirstOrDefault(activation => string.Equals(activation.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public bool IsFormula => false;

    /// <summary>The short form of ∂aᵢ/∂zⱼ in aᵢ and aⱼ, or null where none is found.</summary>
    internal JacobianForm? Jacobian => jacobian.Value;

    /// <summary>The activation of one unit.</summary>
    /// <param name="arguments">The weighted sums of all units of the layer.</param>
    /// <param name="unit">The position of the unit among them, from 0.</param>
    public Expr Of(IReadOnlyList<Expr> arguments, int unit) => formula(arguments, unit);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
