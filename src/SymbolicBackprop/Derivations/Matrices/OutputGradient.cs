using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>The derivatives of the loss by all outputs at once, where the loss treats all of them alike.</summary>
internal sealed class OutputGradient
{
    private readonly Model model;
    private readonly LocalDerivatives local;

    /// <param name="model">The model.</param>
    /// <param name="local">Local derivatives worked out.</param>
    /// <param name="last">The layer of the outputs.</param>
    public OutputGradient(Model model, LocalDerivatives local, int last)
    {
        (this.model, this.local) = (model, local);
        var units = Enumerable.Range(1, model.ExtentOf(Role.Activation, "", last)![0]).ToList();
        var top = model.TryFind(new Symbol(Role.DataLoss, null, []), out var data) ? data : model[Symbol.Loss];
        Lifted = WholeLayerForm.OfVector([.. units.Select(k => local.Of(top, model[Symbol.Activation(last, k)]))]);
        Collapsed = Collapse([.. units.Select(k => new OutputCollapse(model).Find(model[Symbol.PreActivation(last, k)]))]);
    }

    /// <summary>The gradient by the outputs, or null where it has no form for the whole layer.</summary>
    public Formula? Lifted { get; }

    /// <summary>The short form of the gradient by the weighted sums of the outputs, and what it needs beyond the definitions; or null.</summary>
    public (Formula Form, Statement? Given)? Collapsed { get; }

    /// <summary>The derivative of the penalty by the weights into a layer, or null where it has no form for all of them.</summary>
    public Formula? PenaltyOn(Symbol weights)
    {
        var penalty = model[new Symbol(Role.Penalty, null, [])];
        var extent = model.ExtentOf(Role.Weight, "", weights.Layer!.Value.Number)!;
        return WholeLayerForm.OfMatrix([.. Enumerable.Range(1, extent[0]).Select(from => Enumerable.Range(1, extent[1])
            .Select(to => local.Of(penalty, model[Symbol.Weight(weights.Layer.Value, from, to)])).ToList())]);
    }

    private static (Formula, Statement?)? Collapse(IReadOnlyList<(Formula Form, Constraint? Given)?> units) =>
        units.All(unit => unit is not null) && WholeLayerForm.OfVector([.. units.Select(unit => unit!.Value.Form)]) is { } form
            ? (form, units[0]!.Value.Given?.Statement)
            : null;
}
