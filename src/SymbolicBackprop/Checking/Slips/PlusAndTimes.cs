using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>+ stands where factors are multiplied.</summary>
    public static Slip PlusForTimes { get; } = new("plus-for-times", "'+' stands where factors are multiplied", (site, _) => site.Node switch
    {
        Sum { Terms: var terms } => from cut in Cuts(terms.Count)
                                    let factors = (First: Formula.SumOf(terms.Take(cut.First)), Second: Formula.SumOf(terms.Take(cut.Second)))
                                    where factors.First != Literal.One && factors.Second != Literal.One // nobody multiplies by 1
                                    select Formula.SumOf([.. terms.Take(cut.First.Start.Value), Formula.ProductOf(factors.First, factors.Second), .. terms.Skip(cut.Second.End.Value)]),
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

    // Two groups side by side; of many parts only two.
    private static IEnumerable<(Range First, Range Second)> Cuts(int count)
    {
        const int many = 16;

        if (count > Factors.Most)
        {
            yield break;
        }

        for (var start = 0; start < count; start++)
        {
            for (var middle = start + 1; middle < count; middle++)
            {
                for (var end = middle + 1; end <= count; end++)
                {
                    if (count <= many || end == start + 2)
                    {
                        yield return (start..middle, middle..end);
                    }
                }
            }
        }
    }
}
