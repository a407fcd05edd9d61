using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>What everything is differentiated by once more: one quantity, or all parameters at once in the direction of a vector.</summary>
/// <param name="Components">What the quantities at its lower end change by: 1 for the one quantity, R{w} for a parameter w.</param>
/// <param name="NameOf">The name of what a formula changes by: ∂·/∂w, R{·}.</param>
internal sealed record Direction(IReadOnlyDictionary<Variable, Formula> Components, Func<Formula, Formula> NameOf)
{
    // A row of the Hessian with more entries is not written out.
    private const int MostEntries = 8;

    /// <summary>The direction in which one quantity alone grows.</summary>
    public static Direction Of(Variable by) => new(new Dictionary<Variable, Formula> { [by] = Literal.One }, formula => new Derivative(formula, by.Symbol));

    /// <summary>The direction of a vector with a component for each parameter.</summary>
    public static Direction OfParameters(Model model) =>
        new(model.Parameters.ToDictionary(parameter => parameter, parameter => (Formula)new Directional(parameter.Symbol)), formula => new Directional(formula));

    /// <summary>What a first derivative changes by, entry by entry of its row of the Hessian; nothing where one entry is all there is, or there are too many.</summary>
    public IReadOnlyList<Step> Row(Derivative first) => Components.Count is < 2 or > MostEntries ? [] :
    [
        new Step(
            Statement.Equality(NameOf(first), Formula.SumOf(Components.Select(component => new Derivative(first, component.Key.Symbol) * component.Value))),
            Reason.ChainRule),
    ];
}
