using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations.Matrices;

/// <summary>
/// Tells the Jacobian of the quantities of one layer by those of a lower one: the product of the Jacobians of the functions and of the
/// weights between them.
/// </summary>
/// <param name="model">The model of a network of dense layers, without samples.</param>
/// <param name="dependencies">What depends on what in it.</param>
/// <param name="meaning">What its formulas mean.</param>
/// <param name="local">How its functions are differentiated.</param>
/// <param name="matrices">What whole layers are defined as.</param>
internal sealed class JacobianDerivation(Model model, Dependencies dependencies, Meaning meaning, LocalDerivatives local, MatrixDerivation matrices)
{
    private readonly ShapeLabels labels = new(meaning);

    /// <summary>Derives ∂of/∂by.</summary>
    /// <param name="of">The weighted sums or activations of a layer, or the outputs.</param>
    /// <param name="by">Those of a lower layer, or the inputs.</param>
    /// <param name="detail">How much is told.</param>
    public Derivation Derive(Symbol of, Symbol by, Detail detail)
    {
        var (top, bottom) = (of.Layer?.Number ?? matrices.Last, by.Layer?.Number ?? 0);
        var whole = new Derivative(of, by);
        var factors = new List<Formula>();
        var functions = new List<int>();
        for (var l = top; l > bottom || (l == bottom && by.Role == Role.PreActivation); l--)
        {
            if (l < top || of.Role != Role.PreActivation)
            {
                factors.Add(new Derivative(Symbol.Whole(Role.Activation, l), Symbol.Whole(Role.PreActivation, l)));
                functions.Add(l);
            }

            if (l > bottom)
            {
                var weights = Symbol.Whole(Role.Weight, l);
                factors.Add(meaning.Layout.IsWeightToFrom ? weights : new Transpose(weights));
            }
        }

        var product = new Step(Statement.Equality(labels.On(whole), labels.On(Formula.ProductOf(factors))), Reason.ChainRule);
        IReadOnlyList<Section> sections =
        [
            new Section(SectionKind.Definitions, detail == Detail.Result ? [] : [.. matrices.Definitions(Math.Max(bottom, 1), top)]),
            new Section(SectionKind.ActivationFactors, [.. functions.Select(OfFunction)]),
            new Section(SectionKind.ChainRule, factors is [Derivative only] && only == whole ? [] : [product]),
        ];
        return new Derivation(by, Statement.Equality(whole, new Unknown()), [.. sections.Where(section => section.Steps.Count > 0)], [], dependencies.CountPaths(FirstOf(of), FirstOf(by))) { Of = of };
    }

    // ∂aᵢ/∂zⱼ, for any two units of a layer.
    private Step OfFunction(int layer)
    {
        var count = model.ExtentOf(Role.Activation, "", layer)![0];
        var (i, j) = count == 1 ? (1, 1) : (Formulas.Index.Of("i"), Formulas.Index.Of("j"));
        var entry = new Derivative(Symbol.Activation(layer, i), Symbol.PreActivation(layer, j));
        if (count == 1)
        {
            return new Step(Statement.Equality(entry, local.Of(model[(Symbol)entry.Of], model[(Symbol)entry.By])), Reason.LocalDerivative);
        }

        var same = new KroneckerDelta(i, j);
        var value = model.VectorFunctions.GetValueOrDefault(layer)?.Jacobian is { } form
            ? NamedJacobian.OfLayer(form, (Symbol)entry.Of, Symbol.Activation(layer, j), same).ForAny
            : Formula.ProductOf(same, new Call(FunctionSymbol.OfLayer(layer), 1, [entry.By]));
        return new Step(Statement.Equality(entry, value) with { Range = new IndexRange("i", 1, count) { And = new IndexRange("j", 1, count) } }, Reason.LocalDerivative);
    }

    // By its meaning: one output alone is ŷ, without an index.
    private Variable FirstOf(Symbol whole) =>
        new Models.Matrices.MatrixMeaning(meaning).QuantitiesOf(whole).First() is var first && meaning.TryFind(first, out var variable) ? variable : model[first];
}
