using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>Products as lists of factors in the order in which a path meets them.</summary>
internal static class Factors
{
    /// <summary>In longer sums and products than this the work would grow too fast for what concerns several parts, or any one of them.</summary>
    public const int Most = 64;

    /// <summary>The factors of a formula: itself alone where it is no product.</summary>
    public static IReadOnlyList<Formula> Of(Formula formula) => formula is Product product ? product.Factors : [formula];

    /// <summary>The product of factors.</summary>
    public static Formula Times(IReadOnlyList<Formula> factors) => factors.Count switch
    {
        0 => Literal.One,
        1 => factors[0],
        _ => new Product(factors.ToEquatableList()),
    };

    /// <summary>A term with one factor more, where it belongs.</summary>
    public static Formula Insert(Formula term, Formula factor)
    {
        if (term is Negative negative)
        {
            return new Negative(Insert(negative.Body, factor));
        }

        var factors = Of(term).ToList();
        var rank = RankOf(factor);
        var at = factors.FindIndex(other => RankOf(other) > rank);
        factors.Insert(at < 0 ? factors.Count : at, factor);
        return Times(factors);
    }

    /// <summary>A product without one of its factors.</summary>
    public static Formula Without(IReadOnlyList<Formula> factors, int index) => Times([.. factors.Where((_, i) => i != index)]);

    /// <summary>Factors that stand side by side, up to three of them, as σ(1 − σ) are two for one derivative.</summary>
    /// <param name="product">The product.</param>
    /// <param name="least">How many at least.</param>
    public static IEnumerable<Range> Runs(Product product, int least) =>
        from length in product.Factors.Count > Most ? [] : Enumerable.Range(least, 4 - least)
        where length <= product.Factors.Count
        from start in Enumerable.Range(0, product.Factors.Count - length + 1)
        select start..(start + length);

    /// <summary>The product of factors that stand side by side.</summary>
    public static Formula Take(Product product, Range run) => Times([.. product.Factors.Take(run)]);

    /// <summary>A product with other factors in the place of some that stand side by side; none where they are left out.</summary>
    public static Formula Put(Product product, Range run, params ReadOnlySpan<Formula> factors) =>
        Times([.. product.Factors.Take(run.Start.Value), .. factors.ToArray().SelectMany(Of), .. product.Factors.Skip(run.End.Value)]);

    // From the loss down: numbers, the error, then for each layer δ, f′, w; what the last weight multiplies comes last.
    private static int RankOf(Formula factor) => factor switch
    {
        Literal => int.MinValue,
        Sum or Negative or Fraction => int.MinValue + 1,
        Underbrace brace => RankOf(Of(brace.Body)[^1]),
        Derivative { Of: Symbol { Role: Role.Loss } } => int.MinValue + 1,
        Derivative { Of: Symbol { Role: Role.Activation, Layer: { } layer } } => (-3 * layer.Number) + 1,
        Derivative { Of: Symbol { Layer: { } layer } } => (-3 * layer.Number) + 2,
        Symbol { Role: Role.Delta, Layer: { } layer } => -3 * layer.Number,
        Call { Arguments: [Symbol { Layer: { } layer }] } => (-3 * layer.Number) + 1,
        Symbol { Role: Role.Weight, Layer: { } layer } => (-3 * layer.Number) + 2,
        _ => int.MaxValue,
    };
}
