using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>Differentiates a formula as one does by hand, a rule a line: the rest of the formula stands still while one part is worked on.</summary>
/// <param name="model">The model that names the quantities.</param>
/// <param name="by">What is differentiated by; all other quantities are held fixed.</param>
internal sealed class RuleByRule(Model model, Variable by)
{
    /// <summary>The lines: the derivative of the terms that matter, and what each rule makes of it, as far as these rules go.</summary>
    public IEnumerable<Formula> Differentiate(Formula formula)
    {
        var left = Formula.SumOf(TermsOf(formula).Where(Contains));
        if (left is Symbol)
        {
            yield break; // ∂b/∂b says nothing
        }

        Formula line;
        Formula next = new Derivative(left, by.Symbol);
        do
        {
            yield return line = next;
            next = line.Rewrite(part => part is Derivative open && open.By == by.Symbol ? Once(open.Of) : null);
        }
        while (next != line);
    }

    // By one rule. What a power is taken of is left to the next line: that is the chain rule.
    private Formula Once(Formula part) => part switch
    {
        Symbol => Literal.One,
        Negative negative => -Once(negative.Body),
        Sum or Summation => Formula.SumOf(TermsOf(part).Where(Contains).Select(term => term is Summation ? new Derivative(term, by.Symbol) : Once(term))),
        Product product when product.Factors.Count(Contains) == 1 => Formula.ProductOf(product.Factors.Select(factor => Contains(factor) ? Once(factor) : factor)),
        Power { Exponent: Literal { Value: var exponent } } power => Formula.ProductOf(
            power.Exponent, Transcription.Power(power.Base, exponent - 1), power.Base is Symbol ? Literal.One : new Derivative(power.Base, by.Symbol)),
        _ => new Derivative(part, by.Symbol),
    };

    // The terms of a sum; of one that is set with Σ, those whose index is one of the quantity: it stands in no other.
    private IEnumerable<Formula> TermsOf(Formula formula) => formula switch
    {
        Sum sum => sum.Terms.SelectMany(TermsOf),
        Summation summation when !Symbols(summation.Body).Any(IsQuantity) => TermsWithIndex(summation).SelectMany(TermsOf),
        _ => [formula],
    };

    private IEnumerable<Formula> TermsWithIndex(Summation summation) => by.Symbol.Indices.Select(index => index.Number).Distinct()
        .Where(value => value >= (summation.From?.Number ?? 1) && value <= (summation.To?.Number ?? int.MaxValue))
        .Select(value => summation.Body.Bind(summation.Letter, value));

    private bool Contains(Formula formula) =>
        Symbols(formula).Any(IsQuantity) || formula.WithParts().OfType<Summation>().SelectMany(TermsWithIndex).Any(Contains);

    private static IEnumerable<Symbol> Symbols(Formula formula) => formula.WithParts().OfType<Symbol>();

    private bool IsQuantity(Symbol symbol) => model.TryFind(symbol, out var variable) && model.Resolve(variable) == by;
}
