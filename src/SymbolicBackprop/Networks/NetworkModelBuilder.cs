using SymbolicBackprop.Activations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Networks;

/// <summary>Makes the model of a network: from the inputs up, so that every definition stands after what it uses.</summary>
internal sealed class NetworkModelBuilder(Network network)
{
    // Weighted sums of more terms are written with Σ.
    private const int LongestSpelledOut = 4;

    private readonly Model model = new();
    private Expr[] terms = []; // of a weighted sum; the units of a layer have equally many
    private Index? sample; // the one at hand, where there are several

    /// <exception cref="InvalidOperationException">The network has no layer.</exception>
    public Model Build()
    {
        if (network.Layers.Count == 0)
        {
            throw new InvalidOperationException("The network has no layer. Add one with Dense(units, activation).");
        }

        if (network.Penalty is not null)
        {
            model.Add(Penalty.Strength); // first: products are written in the order in which their factors were made
        }

        Reserve();
        var losses = Enumerable.Range(1, network.Samples.Count).Select(AddSample).ToList();
        AddLoss(losses);
        return model;
    }

    // Room for the layers, the loss and all their derivatives, so that nothing has to grow on the way.
    private void Reserve()
    {
        var (products, units, parameters) = (0, 0, 0);
        for (var l = 1; l <= network.Layers.Count; l++)
        {
            var weights = network.UnitsOf(l) * network.UnitsOf(l - 1);
            products += weights * (l == 1 ? 2 : 4); // w·a, its derivative by w, and by a unless it is an input, with and without a number in front
            units += network.UnitsOf(l);
            parameters += weights + network.UnitsOf(l);
        }

        var (samples, outputs) = (network.Samples.Count, network.Outputs);
        var count = samples * (products + (8 * units) + (16 * outputs)); // Σ, f, f′ and δ of a unit; the terms of a loss
        model.Reserve((2 * units) + (samples * ((2 * units) + (2 * outputs) + 3))); // W and b; z, a, y, ŷ, x and losses
        model.Graph.Reserve(count, childCount: (2 * count) + (samples * (parameters + (16 * units))), variables: parameters + (samples * (network.Inputs + (2 * (units + outputs)))));
    }

    // The loss of a sample, as a formula over its outputs.
    private Formula AddSample(int number)
    {
        sample = network.Samples.Count == 1 ? null : number;
        var inputs = model.AddRow(Symbol.Input(1) with { Sample = sample }, network.Inputs);
        var activations = new Expr[network.Inputs];
        for (var i = 0; i < activations.Length; i++)
        {
            activations[i] = inputs.NodeAt(i);
        }

        for (var l = 1; l <= network.Layers.Count; l++)
        {
            activations = AddLayer(l, network.Layers[l - 1], activations);
        }

        return AddOutputs(activations);
    }

    private Expr[] AddLayer(int l, Layer layer, Expr[] inputs)
    {
        var units = new Expr[layer.Units];
        switch (layer.Activation)
        {
            case Activation activation:
                var function = FunctionSymbol.OfLayer(l);
                if (!model.Functions.ContainsKey(function))
                {
                    model.Name(function, activation);
                }

                for (var j = 1; j <= units.Length; j++)
                {
                    units[j - 1] = AddActivation(function, activation, l, j, AddWeightedSum(l, j, inputs));
                }

                return units;
            case VectorActivation activation:
                if (!model.VectorFunctions.ContainsKey(l))
                {
                    model.Name(l, activation);
                }

                var arguments = new Expr[units.Length];
                for (var j = 1; j <= units.Length; j++)
                {
                    arguments[j - 1] = AddWeightedSum(l, j, inputs);
                }

                for (var j = 1; j <= units.Length; j++)
                {
                    units[j - 1] = DefineBy(activation.Of(arguments, j - 1), InSample(Symbol.Activation(l, j)));
                }

                return units;
            default:
                throw new InvalidOperationException($"Unknown activation {layer.Activation.GetType().Name}.");
        }
    }

    private Expr AddActivation(FunctionSymbol function, Activation activation, int l, int j, Expr z) => model.DefineNode(
        InSample(Symbol.Activation(l, j)),
        activation.Of(z),
        () => new Call(function, 0, [model.Of(z).Symbol]));

    private Expr DefineBy(Expr definition, Symbol symbol) =>
        model.DefineNode(symbol, definition, () => Condensed(definition.ToFormula(node => model.Of(node).Symbol)));

    private Expr AddWeightedSum(int l, int j, Expr[] inputs)
    {
        var weights = Shared(Symbol.Weight(l, 1, j), inputs.Length);
        Array.Resize(ref terms, inputs.Length + 1);
        for (var i = 0; i < inputs.Length; i++)
        {
            terms[i] = weights.NodeAt(i) * inputs[i];
        }

        var bias = Shared(network.BiasOf(l, j), 1);
        terms[^1] = bias.First;
        return model.DefineNode(
            InSample(Symbol.PreActivation(l, j)),
            model.Graph.Sum(terms),
            () => Formula.SumOf(WeightedSum(weights, inputs), bias.FirstSymbol));
    }

    private Formula WeightedSum(VariableRow weights, Expr[] inputs) =>
        Condensed(Formula.SumOf(inputs.Select((input, i) => Formula.ProductOf(weights.SymbolAt(i), model.Of(input).Symbol))), "i");

    // Long sums in a formula written with Σ where their terms follow one pattern.
    private static Formula Condensed(Formula formula, string letter = "m") => formula.Rewrite(part =>
        part is Sum { Terms: { Count: > LongestSpelledOut } terms } && Generalization.TryGeneralize(terms, letter, out var general)
            ? new Summation(letter, 1, terms.Count, general)
            : null);

    private Symbol InSample(Symbol symbol) => sample is null ? symbol : symbol with { Sample = sample };

    // All samples have the same parameters.
    private VariableRow Shared(Symbol first, int count) => model.FindRow(first) ?? model.AddRow(first, count);

    private Formula AddOutputs(Expr[] activations)
    {
        var outputs = new Outputs(activations.Length, sample);
        var targets = new Variable[activations.Length];
        for (var k = 1; k <= activations.Length; k++)
        {
            var output = activations[k - 1];
            targets[k - 1] = model.Add(outputs.Target(k));
            model.DefineNode(outputs.Prediction(k), output, () => model.Of(output).Symbol);
        }

        if (network.Loss.TargetsAddUpToOne && targets.Length > 1)
        {
            model.Assume(new Constraint(
                Statement.Equality(new Summation("k", 1, targets.Length, outputs.Target(Index.Of("k"))), Literal.One),
                targets[^1],
                1 - model.Graph.Sum([.. targets[..^1].Select(target => target.Node)])));
        }

        return network.Loss.Over(outputs);
    }

    private void AddLoss(IReadOnlyList<Formula> losses)
    {
        if (losses.Count == 1 && network.Penalty is null)
        {
            DefineBy(losses[0], Symbol.Loss);
            return;
        }

        var data = losses.Select((loss, s) => (Formula)DefineBy(loss, new Symbol(Role.DataLoss, null, []) { Sample = losses.Count == 1 ? null : s + 1 }).Symbol).ToList();
        var whole = Reduced(data);
        if (network.Penalty is { } penalty)
        {
            whole += DefineBy(penalty.Over(network.Layers.Select((layer, l) => (network.UnitsOf(l), layer.Units))), new Symbol(Role.Penalty, null, [])).Symbol;
        }

        DefineBy(whole, Symbol.Loss);
    }

    private Formula Reduced(IReadOnlyList<Formula> losses)
    {
        if (losses.Count == 1)
        {
            return losses[0];
        }

        Formula sum = new Summation("s", 1, losses.Count, new Symbol(Role.DataLoss, null, []) { Sample = Index.Of("s") });
        return network.Samples.Reduction == Reduction.Mean ? new Fraction(1, losses.Count) * sum : sum;
    }

    // What the formula names and the network does not have is given.
    private Variable DefineBy(Formula definition, Symbol symbol)
    {
        foreach (var parameter in definition.WithParts().OfType<Symbol>().Where(part => part.Role == Role.Named && !model.TryFind(part, out _)))
        {
            model.Add(parameter);
        }

        return model.Define(symbol, new Meaning(model, DeltaConvention.ByActivation).Of(definition), () => definition);
    }
}
