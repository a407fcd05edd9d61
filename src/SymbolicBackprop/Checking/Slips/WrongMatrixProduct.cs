using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A matrix is transposed that is not meant to be.</summary>
    public static Slip TransposeExtra { get; } = new("transpose-extra", "a matrix is transposed that should not be", (site, _) => site.Node is Transpose transpose ? [transpose.Body] : []);

    /// <summary>A matrix is not transposed that is meant to be.</summary>
    public static Slip TransposeMissing { get; } = new("transpose-missing", "a transpose is missing", (site, _) =>
        site is { Kind: not (SiteKind.Name or SiteKind.Subject), Node: Symbol or Call or Hadamard or Sum } && site.Node.SpeaksOfLayers() ? [new Transpose(site.Node)] : []);

    /// <summary>Matrices are multiplied in the wrong order.</summary>
    public static Slip FactorsSwapped { get; } = new("factors-swapped", "factors of a product of matrices are swapped", (site, _) =>
        site.Node is Product { Factors: var factors } && site.Node.SpeaksOfLayers()
            ? Enumerable.Range(0, factors.Count - 1).SelectMany(i => Exchanged(factors, i))
            : []);

    /// <summary>⊙ stands where matrices are multiplied.</summary>
    public static Slip EntrywiseForProduct { get; } = new("entrywise-for-product", "'⊙' stands where matrices are multiplied", (site, _) => site.Node is Hadamard { Factors: var factors }
        ? Enumerable.Range(1, factors.Count - 1).SelectMany(cut =>
        {
            var (first, second) = (Hadamard.Of(factors.Take(cut)), Hadamard.Of(factors.Skip(cut)));
            return (IEnumerable<Formula>)[Formula.ProductOf(first, second), Formula.ProductOf(first, new Transpose(second)), Formula.ProductOf(new Transpose(first), second)];
        })
        : []);

    /// <summary>Matrices are multiplied where ⊙ should stand.</summary>
    public static Slip ProductForEntrywise { get; } = new("product-for-entrywise", "matrices are multiplied where '⊙' should stand", (site, _) =>
        site.Node is Product { Factors: var factors } && site.Node.SpeaksOfLayers()
            ? Enumerable.Range(1, factors.Count - 1).Select(cut => Hadamard.Of(Formula.ProductOf(factors.Take(cut)), Formula.ProductOf(factors.Skip(cut))))
            : []);

    // Two factors side by side in each other's place, and what is transposed in δ aᵀ in the place of what is not.
    private static IEnumerable<Formula> Exchanged(EquatableList<Formula> factors, int first)
    {
        var (left, right) = (factors[first], factors[first + 1]);
        (Formula Left, Formula Right)[] orders = (left, right) switch
        {
            (_, Transpose transposed) => [(right, left), (transposed.Body, new Transpose(left))],
            (Transpose transposed, _) => [(right, left), (new Transpose(right), transposed.Body)],
            _ => [(right, left)],
        };
        return orders.Select(order => Formula.ProductOf([.. factors.Take(first), order.Left, order.Right, .. factors.Skip(first + 2)]));
    }
}
