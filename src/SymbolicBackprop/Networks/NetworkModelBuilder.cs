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

    /// <exception cref="InvalidOperationException">The network has no layer.</exception>
    public Model Build()
    {
        if (network.Layers.Count == 0)
        {
            throw new InvalidOperationException("The network has no layer. Add one with Dense(units, activation).");
        }

        var activations = Enumerable.Range(1, network.Inputs).Select(i => model.Add(Symbol.Input(i))).ToArray();
        for (var l = 1; l <= network.Layers.Count; l++)
        {
            activations = AddLayer(l, network.Layers[l - 1], activations);
        }

        AddLoss(activations);
        return model;
    }

    private Variable[] AddLayer(int l, Layer layer, Variable[] inputs)
    {
        var function = FunctionSymbol.OfLayer(l);
        model.Name(function, layer.Activation);
        var outputs = new Variable[layer.Units];
        for (var j = 1; j <= layer.Units; j++)
        {
            var weights = new Variable[inputs.Length];
            var terms = new Expr[inputs.Length + 1];
            for (var i = 0; i < inputs.Length; i++)
            {
                weights[i] = model.Add(Symbol.Weight(l, i + 1, j));
                terms[i] = weights[i].Node * inputs[i].Node;
            }

            var bias = model.Add(Symbol.Bias(l, j));
            terms[^1] = bias.Node;
            var z = model.Define(
                Symbol.PreActivation(l, j),
                model.Graph.Sum(terms),
                () => Formula.SumOf(WeightedSum(weights, inputs), bias.Symbol));
            outputs[j - 1] = model.Define(
                Symbol.Activation(l, j),
                layer.Activation.Of(z.Node),
                () => new Call(function, 0, [z.Symbol]));
        }

        return outputs;
    }

    private static Formula WeightedSum(Variable[] weights, Variable[] inputs)
    {
        var products = weights.Select((weight, i) => Formula.ProductOf(weight.Symbol, inputs[i].Symbol)).ToList();
        return products.Count > LongestSpelledOut && Generalization.TryGeneralize(products, "i", out var product)
            ? new Summation("i", 1, products.Count, product)
            : Formula.SumOf(products);
    }

    private void AddLoss(Variable[] outputs)
    {
        var terms = new Expr[outputs.Length];
        var written = new Formula[outputs.Length];
        for (var k = 1; k <= outputs.Length; k++)
        {
            EquatableList<Index> indices = outputs.Length == 1 ? [] : [k];
            var output = outputs[k - 1];
            var target = model.Add(new Symbol(Role.Target, null, indices));
            var prediction = model.Define(new Symbol(Role.Prediction, null, indices), output.Node, () => output.Symbol);
            terms[k - 1] = network.Loss.Term(target.Node, prediction.Node);
            written[k - 1] = network.Loss.Written(target.Symbol, prediction.Symbol);
        }

        model.Define(Symbol.Loss, model.Graph.Sum(terms), () => Formula.SumOf(written));
    }
}
