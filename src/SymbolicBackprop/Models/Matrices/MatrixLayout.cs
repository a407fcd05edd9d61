using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models.Matrices;

/// <summary>How the quantities of a layer are laid out in matrices.</summary>
/// <param name="AreVectorsRows">Whether the vector of a layer is a row; as a rule it is a column.</param>
/// <param name="IsWeightToFrom">Whether a weight stands in the row of the unit it leads to; otherwise in the row of the unit it leads from.</param>
public readonly record struct MatrixLayout(bool AreVectorsRows, bool IsWeightToFrom)
{
    /// <summary>z = W a + b with columns, or what it is in this layout: W is transposed and stands behind where it has to.</summary>
    public Formula Weighted(Formula weights, Formula activations) => Ordered(AreVectorsRows == IsWeightToFrom ? new Transpose(weights) : weights, activations);

    /// <summary>What leads the derivative by a layer's weighted sums back to the activations of the layer before: Wᵀ δ.</summary>
    public Formula Back(Formula weights, Formula signal) => Ordered(AreVectorsRows == IsWeightToFrom ? weights : new Transpose(weights), signal);

    /// <summary>The products of each of the layer's signals with each activation of the layer before, in the shape of W: δ aᵀ.</summary>
    public Formula Outer(Formula signal, Formula activations)
    {
        var (first, second) = IsWeightToFrom ? (signal, activations) : (activations, signal);
        return AreVectorsRows ? Formula.ProductOf(new Transpose(first), second) : Formula.ProductOf(first, new Transpose(second));
    }

    /// <summary>A vector of a layer repeated for each of the samples: b 1ᵀ.</summary>
    public Formula Repeated(Formula vector) => AreVectorsRows ? Formula.ProductOf(Symbol.Ones, vector) : Formula.ProductOf(vector, new Transpose(Symbol.Ones));

    /// <summary>The vectors of all samples added up: Δ 1.</summary>
    public Formula AddedUp(Formula vectors) => AreVectorsRows ? Formula.ProductOf(new Transpose(Symbol.Ones), vectors) : Formula.ProductOf(vectors, Symbol.Ones);

    /// <summary>A derivative ∂a/∂z of a vector by another applied to a signal of a: (∂a/∂z)ᵀ δ.</summary>
    public Formula Through(Formula jacobian, Formula signal) => AreVectorsRows ? Formula.ProductOf(signal, jacobian) : Formula.ProductOf(new Transpose(jacobian), signal);

    /// <summary>The shape of a vector of a layer, or of those of several samples side by side.</summary>
    internal Shape OfVectors(int units, int samples) => AreVectorsRows ? new(samples, units) : new(units, samples);

    /// <summary>The shape of the weights into a layer.</summary>
    internal Shape OfWeights(int from, int to) => IsWeightToFrom ? new(to, from) : new(from, to);

    /// <summary>The weight in a row and a column.</summary>
    internal Symbol WeightAt(Symbol whole, Index row, Index column) =>
        whole with { IsWhole = false, Indices = IsWeightToFrom ? [column, row] : [row, column] };

    private Formula Ordered(Formula weights, Formula vector) => AreVectorsRows ? Formula.ProductOf(vector, weights) : Formula.ProductOf(weights, vector);
}
