using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>
/// Tells the derivative of the loss by all quantities of a layer at once: the recursion of δ for whole layers, and the gradient in the
/// shape of what it is taken by.
/// </summary>
internal sealed class MatrixDerivation
{
    private readonly Model model;
    private readonly Dependencies dependencies;
    private readonly DeltaConvention convention;
    private readonly MatrixLayout layout;
    private readonly OutputGradient output;
    private readonly ShapeLabels labels;
    private readonly MatrixMeaning matrices;
    private readonly int last;
    private readonly bool isBatch;
    private readonly bool isOfSample;

    /// <param name="model">The model of a network of dense layers.</param>
    /// <param name="dependencies">What depends on what in it.</param>
    /// <param name="meaning">What its formulas mean.</param>
    /// <param name="convention">What δ stands for.</param>
    public MatrixDerivation(Model model, Dependencies dependencies, Meaning meaning, DeltaConvention convention)
    {
        (this.model, this.dependencies, layout, this.convention) = (model, dependencies, meaning.Layout, convention);
        isBatch = model.SampleCount > 0;
        last = model.Variables.Where(variable => variable.Symbol.Role == Role.PreActivation).Max(variable => variable.Symbol.Layer!.Value.Number);
        isOfSample = isBatch && convention == DeltaConvention.OfSample;
        output = new OutputGradient(model, new LocalDerivatives(model, meaning), last, isOfSample);
        labels = new ShapeLabels(meaning);
        matrices = new MatrixMeaning(meaning);
    }

    /// <summary>Derives ∂loss/∂target.</summary>
    /// <param name="target">A whole layer's weights, biases, weighted sums, activations or inputs.</param>
    /// <param name="known">Error signals that have been introduced before; those that this derivation introduces are added.</param>
    /// <param name="detail">How much is told.</param>
    public Derivation Derive(Symbol target, ISet<Formula> known, Detail detail)
    {
        var layer = target.Layer?.Number ?? 0;
        var whole = new Derivative(Symbol.Loss, target);
        var lowest = target.Role == Role.Input || (target.Role == Role.Activation && convention != DeltaConvention.ByActivation) ? layer + 1 : layer;
        IReadOnlyList<Section> sections =
        [
            new Section(SectionKind.Definitions, detail == Detail.Result ? [] : [.. Definitions(lowest, last)]),
            Signals(lowest, known),
            new Section(SectionKind.ChainRule, [new Step(Statement.Equality(labels.On(whole), labels.On(Gradient(target, layer))), Reason.Assembly) { Given = NeededBySums(target, layer) }, .. Penalized(target)]),
        ];
        return new Derivation(
            target,
            Statement.Equality(whole, new Unknown()),
            [.. sections.Where(section => section.Steps.Count > 0 || section.Recalled.Count > 0)],
            [],
            dependencies.CountPaths(model[Symbol.Loss], model[matrices.QuantitiesOf(target).First()]));
    }

    /// <summary>The last layer.</summary>
    public int Last => last;

    /// <summary>What the weighted sums and activations of some layers are, and the outputs where the last is among them.</summary>
    public IEnumerable<Step> Definitions(int lowest, int highest)
    {
        for (var l = lowest; l <= highest; l++)
        {
            var z = SumsOf(l);
            yield return Defined(z, layout.Weighted(Symbol.Whole(Role.Weight, l), ActivationsOf(l - 1)) + BiasOf(l));
            yield return Defined(ActivationsOf(l), FunctionAt(l, primes: 0, z));
        }

        if (highest == last)
        {
            yield return Defined(Whole(Role.Prediction), ActivationsOf(last));
        }
    }

    private Step Defined(Formula left, Formula right) => new(Statement.Equality(labels.On(left), labels.On(right)), Reason.Definition);

    private Section Signals(int lowest, ISet<Formula> known)
    {
        var steps = new List<Step>();
        var recalled = new List<Formula>();
        for (var l = last; l >= lowest; l--)
        {
            var delta = SignalsOf(l);
            if (!known.Add(delta))
            {
                recalled.Add(delta);
            }
            else
            {
                steps.AddRange(l == last ? OfOutputs() : [new Step(Statement.Equality(delta, Recursion(l)), Reason.ErrorSignal) { Given = NeededBySums(l + 1) }]);
            }
        }

        return new Section(SectionKind.ErrorSignals, steps) { Recalled = recalled };
    }

    private IEnumerable<Step> OfOutputs()
    {
        var delta = SignalsOf(last);
        Formula[] forms = output.Lifted is { } lifted ? [OfOutputsInGeneral, lifted] : [OfOutputsInGeneral];
        if (convention == DeltaConvention.ByActivation)
        {
            yield return new Step(Statement.Equality(delta, forms), Reason.ErrorSignal);
            yield break;
        }

        var isLong = HasMatrices(last);
        if (isLong)
        {
            yield return new Step(Statement.Equality(delta, forms.Select(form => ThroughFunction(last, form))), Reason.ErrorSignal);
        }

        if (output.Collapsed is var (form, given) && (!isLong || form.SymbolsIn() < ThroughFunction(last, forms[^1]).SymbolsIn()))
        {
            yield return new Step(Statement.Equality(delta, form), Reason.ClosedForm) { Given = given, Follows = isLong };
        }
    }

    private Formula OfOutputsInGeneral => new Nabla(ActivationsOf(last), isOfSample ? Symbol.LossOfSample(null) : Symbol.Loss);

    private Formula Recursion(int l) => convention == DeltaConvention.ByActivation ? ByActivations(l) : ThroughFunction(l, ByActivations(l));

    // ∂loss/∂a of a hidden layer, from what comes after it.
    private Formula ByActivations(int l) => layout.Back(Symbol.Whole(Role.Weight, l + 1), BySums(l + 1));

    // ∂loss/∂z in terms of δ.
    private Formula BySums(int l) => convention != DeltaConvention.ByActivation
        ? SignalsOf(l)
        : HasMatrices(l) ? ThroughFunction(l, SignalsOf(l))
        : output.Collapsed?.Form ?? throw new MeaninglessException($"The derivatives by layer {l} have no form over several samples.");

    // A function of whole layers has a matrix of derivatives for each sample; over all samples only the short form is a matrix.
    private bool HasMatrices(int l) => !(isBatch && model.VectorFunctions.ContainsKey(l));

    // What ∂loss/∂z of a layer needs beyond the definitions, where its short form stands for it.
    private Statement? NeededBySums(int l) => convention == DeltaConvention.ByActivation && !HasMatrices(l) ? output.Collapsed?.Given : null;

    private Statement? NeededBySums(Symbol target, int l) => target.Role switch
    {
        Role.Weight or Role.Bias or Role.PreActivation => NeededBySums(l),
        Role.Activation when convention == DeltaConvention.ByActivation || l == last => null,
        _ => NeededBySums(l + 1),
    };

    private Formula ThroughFunction(int l, Formula signal) => model.VectorFunctions.ContainsKey(l)
        ? layout.Through(new Derivative(ActivationsOf(l), SumsOf(l)), signal)
        : Hadamard.Of(signal, FunctionAt(l, primes: 1, SumsOf(l)));

    private Formula Gradient(Symbol target, int l)
    {
        var throughSamples = ThroughSamples(target, l);
        var ofAll = isOfSample ? Formula.ProductOf(output.Share, throughSamples) : throughSamples;
        return target.Role == Role.Weight ? ofAll + PenaltyOn(target) : ofAll;
    }

    private Formula ThroughSamples(Symbol target, int l) => target.Role switch
    {
        Role.Weight => layout.Outer(BySums(l), ActivationsOf(l - 1)),
        Role.Bias when isBatch => layout.AddedUp(BySums(l)),
        Role.Bias or Role.PreActivation => BySums(l),
        Role.Activation when convention == DeltaConvention.ByActivation => SignalsOf(l),
        Role.Activation when l == last => output.Lifted ?? OfOutputsInGeneral,
        Role.Activation or Role.Input => ByActivations(l),
        _ => throw new InvalidOperationException($"Nothing is differentiated by {target}."),
    };

    // A penalty on weights adds its own derivative.
    private Formula PenaltyOn(Symbol weights) =>
        model.TryFind(new Symbol(Role.Penalty, null, []), out var penalty) ? new Derivative(penalty.Symbol, weights) : Literal.Zero;

    private IEnumerable<Step> Penalized(Symbol target)
    {
        if (target.Role == Role.Weight && PenaltyOn(target) is Derivative own && output.PenaltyOn(target) is { } worked)
        {
            yield return new Step(Statement.Equality(own, worked), Reason.LocalDerivative);
        }
    }

    private Formula FunctionAt(int l, int primes, Symbol z) =>
        new Call(model.VectorFunctions.TryGetValue(l, out var vector) ? new FunctionSymbol(vector.Name, null) : FunctionSymbol.OfLayer(l), primes, [z]);

    // A bias that all units share is a number.
    private Formula BiasOf(int l) => model.TryFind(Symbol.SharedBias(l), out var shared) ? shared.Symbol
        : isBatch ? layout.Repeated(Whole(Role.Bias, l))
        : Whole(Role.Bias, l);

    private Symbol ActivationsOf(int l) => l == 0 ? Whole(Role.Input) : Whole(Role.Activation, l);

    private Symbol SumsOf(int l) => Whole(Role.PreActivation, l);

    private Symbol SignalsOf(int l) => Whole(Role.Delta, l);

    private Symbol Whole(Role role, Index? layer = null) => Symbol.Whole(role, layer, isBatch);
}
