using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Derivatives of quantities that equations define, in the quantities themselves: a(1 − a) where a = 1/(1 + e^{−z}), −α/Z where
/// α = u/Z. They are looked for in the defining expression, whatever it is made of, and proved.
/// </summary>
internal sealed class OwnForms(Model model, Meaning meaning)
{
    // With more quantities in a definition than a search takes for parameters, none is made.
    private const int MostQuantities = 7;

    private readonly ExprGraph shapes = new();
    private readonly Dictionary<(Expr Definition, Expr Argument), ClosedForm> found = []; // definitions of one shape are searched once

    /// <summary>The forms of ∂of/∂by with the quantity itself in them that are found, if any.</summary>
    public IEnumerable<Formula> Of(Variable of, Variable by)
    {
        var definition = of.Node.Definition!.Value;
        if (!IsWorthSearching(definition))
        {
            return [];
        }

        var relative = (meaning.Partial(of, by) / definition * of.Node).ToFormula(node => model.Of(node).Symbol);
        return Searched(of, by) is { } form ? [form, relative] : [relative];
    }

    private Formula? Searched(Variable of, Variable by)
    {
        var shape = new DefinitionShape(model, of);
        if (shape.Used.Length > MostQuantities)
        {
            return null;
        }

        var key = (shape.In(shapes, of), shape.NameIn(shapes, by));
        if (!found.TryGetValue(key, out var form))
        {
            var graph = new ExprGraph(); // what is written must not depend on what was searched before
            found.Add(key, form = ClosedFormSearch.Of(shape.In(graph, of), shape.NameIn(graph, by), known: []));
        }

        return form.IsShort && form.Arrangement.Quantities().Any(quantity => quantity.Expression == form.Function)
            ? form.Arrangement.ToFormula(quantity => quantity == form.Function ? of.Symbol : shape.QuantityOf(quantity))
            : null;
    }

    // The derivative of a polynomial is as short as it gets.
    private static bool IsWorthSearching(Expr definition) => NodeSet.Below([definition], throughDefinitions: false).Nodes
        .Any(node => node.Kind == ExprKind.Function || (node.Kind == ExprKind.Power && node.Exponent.Sign < 0));
}
