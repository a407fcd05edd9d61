using System.Collections.Immutable;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Identities.ClosedForms;

/// <summary>Finds the short form of the Jacobian of a function of several arguments, in its own values: aᵢ(1{i = j} − aⱼ) for softmax.</summary>
internal static class JacobianSearch
{
    // With two, fⱼ may follow from fᵢ, and a form may be right for two only.
    private const int Arguments = 3;
    private const int MostTerms = 3;
    private const int HighestDegree = 3;

    /// <summary>Differentiates and searches; null where there is no short form. What is found is proved for three arguments.</summary>
    /// <param name="formula">The value at a position, from all arguments.</param>
    public static JacobianForm? Of(Func<IReadOnlyList<Expr>, int, Expr> formula)
    {
        var graph = new ExprGraph();
        Expr[] z = [.. Enumerable.Range(1, Arguments).Select(k => graph.Variable($"z{k}"))];
        var (first, second) = (graph.Define("f", formula(z, 0)), graph.Define("g", formula(z, 1)));
        if (Search(first, [first], z[0]) is not { } same || Search(first, [first, second], z[1]) is not { } different)
        {
            return null;
        }

        // In i ≠ j nothing is assumed: what the two differ by where fⱼ is fᵢ belongs to 1{i = j}.
        var (f, g, equal) = (graph.Variable("value"), graph.Variable("other"), graph.Variable("same"));
        ImmutableArray<PolynomialQuantity> quantities = [new(f, QuantityRole.Function), new(equal, QuantityRole.Known), new(g, QuantityRole.Known)];
        var terms = new Dictionary<(int OfF, int OfEqual, int OfG), Rational>();
        Collect(same.Terms, term => (term.Exponents[0], 1, 0), Rational.One);
        Collect(different.Terms, term => (term.Exponents[0] + term.Exponents[1], 1, 0), -Rational.One);
        Collect(different.Terms, term => (term.Exponents[0], 0, term.Exponents[1]), Rational.One);
        var both = new Polynomial(quantities, [.. terms.Where(term => !term.Value.IsZero).OrderBy(term => term.Key).Select(term => new PolynomialTerm(term.Value, [term.Key.OfF, term.Key.OfEqual, term.Key.OfG]))]);
        return new JacobianForm(
            f,
            g,
            equal,
            same.In(_ => f).Arrange(),
            different.In(quantity => quantity == first ? f : g).Arrange(),
            both.Arrange());

        void Collect(IEnumerable<PolynomialTerm> from, Func<PolynomialTerm, (int, int, int)> place, Rational sign)
        {
            foreach (var term in from)
            {
                terms[place(term)] = terms.GetValueOrDefault(place(term), Rational.Zero) + (sign * term.Coefficient);
            }
        }
    }

    private static Polynomial? Search(Expr function, Expr[] members, Expr argument)
    {
        var derivative = function.Definition!.Value.Derivative(argument);
        Polynomial? found = null;
        RelationSearch.Of(derivative, argument, function, parameters: [], members, IsRight)?.Find(members, lowest: 0, MostTerms, HighestDegree);
        return found;

        FactoredForm? IsRight(Polynomial polynomial)
        {
            var form = polynomial.Arrange();
            if (!Identity.Compare(derivative, form.In(function.Graph)).Holds)
            {
                return null;
            }

            found = polynomial;
            return form;
        }
    }
}
