using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// Quantities of which each is made of all of some others, as attention weights are of all scores: their derivatives by these in the
/// quantities themselves, αᵢ(1{i = j} − αⱼ). They are looked for in the defining expressions, and proved for each two.
/// </summary>
internal sealed class JointForms(Model model, Meaning meaning)
{
    // Each is differentiated by each, and a search takes no more parameters.
    private const int MostMembers = 40;
    private const int MostParameters = 6;

    private readonly Dictionary<Variable, DefinitionShape> shapes = [];
    private readonly Dictionary<Variable, UnitRow?> rows = []; // of each quantity, those made of the same others
    private readonly Dictionary<(Variable First, Variable ByFirst), JacobianForm?> found = [];

    /// <summary>The form of ∂of/∂by, with what its quantities are called; null where none is found.</summary>
    public NamedJacobian? Of(Variable of, Variable by)
    {
        var shape = ShapeOf(of);
        if (UnitRow.Of([.. shape.Used.Where(other => UnitRow.AreAlike(other, by))]) is not { } arguments
            || shape.Used.Length - arguments.Count > MostParameters
            || RowOf(of) is not { Count: <= MostMembers } values
            || !values.Numbers.SequenceEqual(arguments.Numbers))
        {
            return null;
        }

        var key = (values[0], arguments[0]);
        if (!found.TryGetValue(key, out var form))
        {
            form = Search(shape, values, arguments);
            found.Add(key, form = form is not null && IsRight(form, shape, values, arguments) ? form : null);
        }

        return form is null ? null : Named(form, shape, values, of, arguments.IndexOf(by), values.IndexOf(of));
    }

    private DefinitionShape ShapeOf(Variable of) => shapes.TryGetValue(of, out var known) ? known : shapes[of] = new DefinitionShape(model, of);

    private UnitRow? RowOf(Variable of) => rows.TryGetValue(of, out var known) ? known : rows[of] = UnitRow.Of(
        [.. model.Variables.Where(other => UnitRow.AreAlike(other, of) && other.Node.Definition is not null && ShapeOf(other).Used.SequenceEqual(ShapeOf(of).Used))]);

    private static JacobianForm? Search(DefinitionShape shape, UnitRow values, UnitRow arguments)
    {
        var graph = new ExprGraph();
        return JacobianSearch.Of(
            graph.Define("f", shape.In(graph, values[0])),
            graph.Define("g", shape.In(graph, values[1])),
            shape.NameIn(graph, arguments[0]),
            shape.NameIn(graph, arguments[1]),
            [.. shape.Used.Except(arguments.Units).Select(used => shape.NameIn(graph, used))]);
    }

    private bool IsRight(JacobianForm form, DefinitionShape shape, UnitRow values, UnitRow arguments) => Identity.CompareAll([
        .. from i in Enumerable.Range(0, values.Count)
           from j in Enumerable.Range(0, values.Count)
           select (meaning.Partial(values[i], arguments[j]), meaning.Of(Named(form, shape, values, values[i], j, i).Value))]).All(verdict => verdict.Holds);

    private static NamedJacobian Named(JacobianForm form, DefinitionShape shape, UnitRow values, Variable of, int by, int position)
    {
        var same = new KroneckerDelta(values.Numbers[position], values.Numbers[by]);
        return new NamedJacobian(form, same, quantity =>
            quantity == form.Value ? of.Symbol : quantity == form.Other ? values[by].Symbol : quantity == form.IsSame ? same : shape.QuantityOf(quantity));
    }
}
