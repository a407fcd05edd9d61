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

        var losses = Enumerable.Range(1, network.Samples.Count).Select(AddSample).ToList();
        AddLoss(losses);
        return model;
    }

    // The loss of a sample, as a formula over its outputs.
    private Formula AddSample(int number)
    {
        sample = network.Samples.Count == 1 ? null : number;
        var activations = Enumerable.Range(1, network.Inputs).Select(i => model.Add(Symbol.Input(i) with { Sample = sample })).ToArray();
        for (var l = 1; l <= network.Layers.Count; l++)
        {
            activations = AddLayer(l, network.Layers[l - 1], activations);
        }

        return AddOutputs(activations);
    }

    private Variable[] AddLayer(int l, Layer layer, Variable[] inputs)
    {
        var units = Enumerable.Range(1, layer.Units);
        switch (layer.Activation)
        {
            case Activation activation:
                var function = FunctionSymbol.OfLayer(l);
                if (!model.Functions.ContainsKey(function))
                {
                    model.Name(function, activation);
                }

                return [.. units.Select(j => AddActivation(function, activation, AddWeightedSum(l, j, inputs)))];
            case VectorActivation activation:
                if (!model.VectorFunctions.ContainsKey(l))
                {
                    model.Name(l, activation);
                }

                Expr[] arguments = [.. units.Select(j => AddWeightedSum(l, j, inputs).Node)];
                return [.. units.Select(j => DefineBy(activation.Of(arguments, j - 1), Symbol.Activation(l, j) with { Sample = sample }))];
            default:
                throw new InvalidOperationException($"Unknown activation {layer.Activation.GetType().Name}.");
        }
    }

    private Variable AddActivation(FunctionSymbol function, Activation activation, Variable z) =>
        model.Define(z.Symbol with { Role = Role.Activation }, activation.Of(z.Node), () => new Call(function, 0, [z.Symbol]));

    private Variable DefineBy(Expr definition, Symbol symbol) => model.Define(symbol, definition, () => Condensed(definition.ToFormula(node => model.Of(node).Symbol)));

    private Variable AddWeightedSum(int l, int j, Variable[] inputs)
    {
        var weights = new Variable[inputs.Length];
        var terms = new Expr[inputs.Length + 1];
        for (var i = 0; i < inputs.Length; i++)
        {
            weights[i] = Shared(Symbol.Weight(l, i + 1, j));
            terms[i] = weights[i].Node * inputs[i].Node;
        }

        var bias = Shared(network.BiasOf(l, j));
        terms[^1] = bias.Node;
        return model.Define(
            Symbol.PreActivation(l, j) with { Sample = sample },
            model.Graph.Sum(terms),
            () => Formula.SumOf(WeightedSum(weights, inputs), bias.Symbol));
    }

    private static Formula WeightedSum(Variable[] weights, Variable[] inputs) =>
        Condensed(Formula.SumOf(weights.Select((weight, i) => Formula.ProductOf(weight.Symbol, inputs[i].Symbol))), "i");

    // Long sums in a formula written with Σ where their terms follow one pattern.
    private static Formula Condensed(Formula formula, string letter = "m") => formula.Rewrite(part =>
        part is Sum { Terms: { Count: > LongestSpelledOut } terms } && Generalization.TryGeneralize(terms, letter, out var general)
            ? new Summation(letter, 1, terms.Count, general)
            : null);

    // All samples have the same parameters.
    private Variable Shared(Symbol parameter) => model.TryFind(parameter, out var known) ? known : model.Add(parameter);

    private Formula AddOutputs(Variable[] activations)
    {
        var outputs = new Outputs(activations.Length, sample);
        var targets = new Variable[activations.Length];
        for (var k = 1; k <= activations.Length; k++)
        {
            var output = activations[k - 1];
            targets[k - 1] = model.Add(outputs.Target(k));
            model.Define(outputs.Prediction(k), output.Node, () => output.Symbol);
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
