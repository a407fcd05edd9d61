using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>A model that equations give, without layers.</summary>
/// <param name="Model">The model: a quantity for each value of each equation's index. What no equation defines is given.</param>
/// <param name="Equations">The equations as they are written, the loss under the name that notations give it.</param>
/// <param name="LossName">The name that the loss has in the equations, in LaTeX.</param>
public sealed record EquationModel(Model Model, EquatableList<Statement> Equations, string LossName)
{
    /// <summary>The quantities that no equation defines.</summary>
    public IEnumerable<Symbol> Given => Model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => variable.Symbol);
}
