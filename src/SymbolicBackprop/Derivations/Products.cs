using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Derivations;

/// <summary>Products as they are written in derivations.</summary>
internal static class Products
{
    /// <summary>A product with the signs of its factors before it.</summary>
    public static Formula SignFirst(params IReadOnlyList<Formula> factors)
    {
        var product = Formula.ProductOf(factors.Select(factor => factor is Negative negative ? negative.Body : factor));
        return factors.Count(factor => factor is Negative) % 2 == 1 ? -product : product;
    }

    /// <summary>The sum of products, with the factors that all of them begin or end with taken out.</summary>
    public static Formula FactoredSum(IReadOnlyList<List<Formula>> products)
    {
        var shortest = products.Min(product => product.Count);
        var common = Enumerable.Range(0, shortest).TakeWhile(i => products.All(product => product[i] == products[0][i])).Count();
        var commonEnd = products.Count == 1 ? 0 : Enumerable.Range(1, shortest - common).TakeWhile(i => products.All(product => product[^i] == products[0][^i])).Count();
        return SignFirst(
        [
            .. products[0].Take(common),
            Formula.SumOf(products.Select(product => SignFirst(product[common..^commonEnd]))),
            .. products[0].TakeLast(commonEnd),
        ]);
    }
}
