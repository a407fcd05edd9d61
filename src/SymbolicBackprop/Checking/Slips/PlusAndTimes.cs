using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>+ stands where factors are multiplied.</summary>
    public static Slip PlusForTimes { get; } = new("plus-for-times", "'+' stands where factors are multiplied", Multiplied);

    /// <summary>× stands where terms are added.</summary>
    public static Slip TimesForPlus { get; } = new("times-for-plus", "factors are multiplied where terms are added", Added);

    // Neighbouring terms as one product.
    private static IEnumerable<Formula> Multiplied(Site site, Vocabulary vocabulary)
    {
        if (site.Node is not Sum sum)
        {
            yield break;
        }

        for (var i = 0; i + 1 < sum.Terms.Count; i++)
        {
            var (first, isNegative) = sum.Terms[i] is Negative negative ? (negative.Body, true) : (sum.Terms[i], false);
            var product = Factors.Times([.. Factors.Of(first), .. Factors.Of(sum.Terms[i + 1])]);
            Formula[] terms = [.. sum.Terms.Take(i), isNegative ? new Negative(product) : product, .. sum.Terms.Skip(i + 2)];
            yield return terms.Length == 1 ? terms[0] : new Sum(terms.ToEquatableList());
        }
    }

    // A product cut in two that are added.
    private static IEnumerable<Formula> Added(Site site, Vocabulary vocabulary)
    {
        var factors = Factors.Of(site.Node);
        for (var i = 1; i < factors.Count; i++)
        {
            yield return new Sum([Factors.Times([.. factors.Take(i)]), Factors.Times([.. factors.Skip(i)])]);
        }
    }
}
