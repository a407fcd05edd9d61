using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>+ stands where factors are multiplied.</summary>
    public static Slip PlusForTimes { get; } = new("plus-for-times", "'+' stands where factors are multiplied", (site, _) => site.Node switch
    {
        Sum { Terms: var terms } => from cut in Cuts(terms.Count)
                                    let product = Formula.ProductOf(Formula.SumOf(terms.Take(cut.First)), Formula.SumOf(terms.Take(cut.Second)))
                                    where product is not Sum // one of them is 1, which nobody multiplies by
                                    select Formula.SumOf([.. terms.Take(cut.First.Start.Value), product, .. terms.Skip(cut.Second.End.Value)]),
        _ => [],
    });

    /// <summary>× stands where terms are added.</summary>
    public static Slip TimesForPlus { get; } = new("times-for-plus", "factors are multiplied where terms are added", (site, _) => site.Node switch
    {
        Product { Factors: var factors } => from cut in Cuts(factors.Count)
                                            let sum = Formula.SumOf(Factors.Times([.. factors.Take(cut.First)]), Factors.Times([.. factors.Take(cut.Second)]))
                                            select Formula.ProductOf([.. factors.Take(cut.First.Start.Value), sum, .. factors.Skip(cut.Second.End.Value)]),
        _ => [],
    });

    // Two groups side by side. Where there are very many parts, only neighbours are tried.
    private static IEnumerable<(Range First, Range Second)> Cuts(int count)
    {
        const int most = 16;

        for (var start = 0; start < count; start++)
        {
            for (var middle = start + 1; middle < count; middle++)
            {
                for (var end = middle + 1; end <= count; end++)
                {
                    if (count <= most || end == start + 2)
                    {
                        yield return (start..middle, middle..end);
                    }
                }
            }
        }
    }
}
