using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>The derivatives of the loss by all outputs at once, where the loss treats all of them alike.</summary>
internal sealed class OutputGradient
{
    private readonly Model model;
    private readonly LocalDerivatives local;
    private readonly bool isOfSample;
    private readonly Formulas.Index? sample; // any one of several

    /// <param name="model">The model.</param>
    /// <param name="local">Local derivatives worked out.</param>
    /// <param name="last">The layer of the outputs.</param>
    /// <param name="isOfSample">Whether the loss of each sample is differentiated by itself.</param>
    public OutputGradient(Model model, LocalDerivatives local, int last, bool isOfSample)
    {
        (this.model, this.local, this.isOfSample) = (model, local, isOfSample);
        sample = model.SampleCount > 0 ? 1 : null;
        var units = Enumerable.Range(1, model.ExtentOf(Role.Activation, "", last)![0]).ToList();
        Lifted = WholeLayerForm.OfVector([.. units.Select(k => ByOutput(model[Symbol.Activation(last, k) with { Sample = sample }]))]);
        var collapse = new OutputCollapse(model, isOfSample ? Symbol.LossOfSample(sample) : Symbol.Loss);
        Collapsed = Collapse([.. units.Select(k => collapse.Find(model[Symbol.PreActivation(last, k) with { Sample = sample }]))]);
    }

    /// <summary>What the loss changes by with that of a sample; 1 where there is no other.</summary>
    public Formula Share => model.TryFind(Symbol.LossOfSample(sample), out var own) ? local.Of(model[Symbol.Loss], own) : Literal.One;

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

    // The loss of several samples depends on their own losses, each of them on the outputs. All samples are alike.
    private Formula ByOutput(Variable output) => model.TryFind(Symbol.LossOfSample(sample), out var data)
        ? isOfSample ? local.Of(data, output) : Formula.ProductOf(Share, local.Of(data, output))
        : local.Of(model[Symbol.Loss], output);

    // What is needed is needed of each sample.
    private (Formula, Statement?)? Collapse(IReadOnlyList<(Formula Form, Constraint? Given)?> units) =>
        units.All(unit => unit is not null) && WholeLayerForm.OfVector([.. units.Select(unit => unit!.Value.Form)]) is { } form
            ? (form, units[0]!.Value.Given is null ? null : UnitsTogether.Whole([.. model.Constraints.Select(constraint => constraint.Statement)], "s"))
            : null;
}
