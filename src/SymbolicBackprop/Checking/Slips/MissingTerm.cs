using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

public sealed partial class Slip
{
    /// <summary>A term of a sum is missing: a weighted activation or a bias.</summary>
    public static Slip TermMissing { get; } = new(
        "term-missing",
        "a term of the sum is missing",
        (site, vocabulary) => site is { Kind: SiteKind.Term or SiteKind.Divisor, Node: not (Negative or Literal) }
            ? TermsOfWeightedSums(vocabulary).Append(Literal.One)
                .Where(term => site.MayBecome(vocabulary.Values.Of(site.Node) + vocabulary.Values.Of(term)))
                .Select(term => Formula.SumOf(site.Node, term))
            : []);

    /// <summary>A factor or a term is too many.</summary>
    public static Slip TooMany { get; } = new(
        "too-many",
        "a factor or a term is too many",
        (site, _) => site.Node switch
        {
            Product { Factors.Count: <= Factors.Most } product => product.Factors.Select((_, i) => Factors.Without(product.Factors, i)),
            Sum { Terms.Count: <= Factors.Most } sum => sum.Terms.Select((_, i) => Formula.SumOf(sum.Terms.Where((_, k) => k != i))),
            _ => [],
        });

    private static IEnumerable<Formula> TermsOfWeightedSums(Vocabulary vocabulary) =>
    [
        .. vocabulary.TermsOfDefinitions,
        .. vocabulary.Weights.Select(w => new Product([w, Vocabulary.ActivationOf(Vocabulary.Below(w.Layer!.Value), w.Indices[0])])),
        .. vocabulary.Biases,
    ];
}
