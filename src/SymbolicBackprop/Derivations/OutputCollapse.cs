using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Identities.ClosedForms;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>
/// The short form that the error signal of an output has where loss and activation fit together, such as ŷ − y for sigmoid with binary
/// cross-entropy and for softmax with cross-entropy. It is looked for in ŷ and y and proved, not tabulated.
/// </summary>
/// <param name="model">The model.</param>
/// <param name="of">What is differentiated: the loss, or that of a sample.</param>
internal sealed class OutputCollapse(Model model, Symbol of)
{
    private const int MostTerms = 2;
    private const int HighestDegree = 2;

    private readonly Dictionary<Variable, Variable> predictions = model.Variables
        .Where(variable => variable.Symbol.Role == Role.Prediction && variable.IsAlias)
        .ToDictionary(model.Resolve);

    private readonly Lazy<Gradient> gradient = new(() => Gradient.Of(model[of].Node));

    /// <summary>The short form of the derivative by z of an output, and what it needs beyond the definitions; null where there is none.</summary>
    /// <param name="sum">The weighted sum z of a unit.</param>
    public (Formula Form, Constraint? Given)? Find(Variable sum)
    {
        if (sum.Symbol is not { Role: Role.PreActivation, Layer: not null, Indices.Count: 1 }
            || !model.TryFind(sum.Symbol with { Role = Role.Activation }, out var activation)
            || !predictions.TryGetValue(activation, out var prediction)
            || !model.TryFind(prediction.Symbol with { Role = Role.Target }, out var target))
        {
            return null;
        }

        if (Search(sum, prediction, target, null) is { } free)
        {
            return (free, null);
        }

        foreach (var constraint in model.Constraints)
        {
            if (Search(sum, prediction, target, constraint) is { } form)
            {
                return (form, constraint);
            }
        }

        return null;
    }

    /// <summary>A formula with ŷ for the activations of the outputs and the derivatives of their functions expressed through it.</summary>
    public Formula InPredictions(Formula formula) => formula.Rewrite(part => part switch
    {
        Symbol { Role: Role.Activation } symbol when Prediction(symbol) is { } prediction => prediction,
        Call { Primes: 1, Arguments: [Symbol { Role: Role.PreActivation } z] } call
            when model.Functions.GetValueOrDefault(call.Function) is { } function && Prediction(z with { Role = Role.Activation }) is { } value =>
            WrittenOut.ShortForm(function, z, value),
        _ => null,
    });

    // Also with an index letter, where ŷ has as many indices as its outputs have.
    private Symbol? Prediction(Symbol activation)
    {
        var one = predictions.FirstOrDefault(pair => pair.Key.Symbol.Layer == activation.Layer).Value?.Symbol;
        return one is null ? null : one with { Indices = one.Indices.Count == 0 ? [] : activation.Indices, Sample = activation.Sample };
    }

    private Formula? Search(Variable sum, Variable prediction, Variable target, Constraint? constraint)
    {
        // The weighted sums are free here: what they are made of does not matter.
        var graph = new ExprGraph();
        var solution = constraint?.Solution.Substitute(_ => null, graph);
        var opened = Substitution.Expand(
            [gradient.Value[sum.Node], prediction.Node, target.Node],
            node => node == constraint?.Solved.Node ? solution
                : node.Kind == ExprKind.Variable && model.Of(node).Symbol.Role == Role.PreActivation ? graph.Variable(node.Name)
                : null,
            graph);
        var derivative = opened[0];
        var p = graph.Define("prediction", opened[1]);
        var y = graph.Define("target", opened[2]);
        var leaves = NodeSet.Below([derivative, p, y]).Nodes
            .Where(node => node.Kind == ExprKind.Variable && node.Definition is null)
            .ToList();
        var form = RelationSearch.Of(derivative, y, p, parameters: [], [p, y], IsRight, leaves)
            ?.Find([p, y], lowest: 0, MostTerms, HighestDegree);
        return form?.ToFormula(quantity => quantity == p ? prediction.Symbol : target.Symbol);

        FactoredForm? IsRight(Polynomial polynomial)
        {
            var arranged = polynomial.Arrange();
            return Identity.Compare(derivative, arranged.In(graph)).Holds ? arranged : null;
        }
    }
}
