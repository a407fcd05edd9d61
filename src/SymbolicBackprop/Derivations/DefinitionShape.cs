using System.Collections.Immutable;
using System.Globalization;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Definitions by themselves: what stands in them has plain names, and definitions of one shape are one expression.</summary>
internal sealed class DefinitionShape
{
    private readonly Model model;

    /// <param name="model">The model.</param>
    /// <param name="of">A quantity with a definition.</param>
    public DefinitionShape(Model model, Variable of)
    {
        this.model = model;
        Used = [.. model.DirectlyUsedBy(of).Select(model.Resolve).Distinct()];
    }

    /// <summary>The quantities that stand in the definition, other names for them aside.</summary>
    public ImmutableArray<Variable> Used { get; }

    /// <summary>The definition of a quantity in which nothing else stands.</summary>
    public Expr In(ExprGraph graph, Variable of)
    {
        foreach (var used in Used)
        {
            NameIn(graph, used); // all in one order, for products are written in that of their factors
        }

        return of.Node.Definition!.Value.Substitute(node => NameIn(graph, model.Resolve(model.Of(node))), graph);
    }

    /// <summary>What stands for a quantity.</summary>
    public Expr NameIn(ExprGraph graph, Variable used) => graph.Variable(FormattableString.Invariant($"q{Used.IndexOf(used)}"));

    /// <summary>The quantity that something stands for.</summary>
    public Symbol QuantityOf(Expr name) => Used[int.Parse(name.Name.AsSpan(1), CultureInfo.InvariantCulture)].Symbol;
}
