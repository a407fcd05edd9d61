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
        return Of(graph.Define("f", formula(z, 0)), graph.Define("g", formula(z, 1)), z[0], z[1], parameters: []);
    }

    /// <summary>Differentiates and searches; null where there is no short form. What is found is proved for these two values and arguments.</summary>
    /// <param name="first">A value, a variable with a definition.</param>
    /// <param name="second">Another one.</param>
    /// <param name="byFirst">The argument that belongs to the first.</param>
    /// <param name="bySecond">The argument that belongs to the second.</param>
    /// <param name="parameters">Variables that the form may have in it besides.</param>
    public static JacobianForm? Of(Expr first, Expr second, Expr byFirst, Expr bySecond, Expr[] parameters)
    {
        if (Search(first, [first], byFirst, parameters) is not { } same || Search(first, [first, second], bySecond, parameters) is not { } different)
        {
            return null;
        }

        // In i ≠ j nothing is assumed: what the two differ by where fⱼ is fᵢ belongs to 1{i = j}.
        var graph = new ExprGraph();
        var (f, g, equal) = (graph.Variable("value"), graph.Variable("other"), graph.Variable("same"));
        ImmutableArray<PolynomialQuantity> quantities =
        [
            .. parameters.Select(parameter => new PolynomialQuantity(graph.Variable(parameter.Name), QuantityRole.Parameter)),
            new(f, QuantityRole.Function),
            new(equal, QuantityRole.Known),
            new(g, QuantityRole.Known),
        ];
        var terms = new List<PolynomialTerm>();
        var own = parameters.Length;
        Collect(same.Terms, exponents => [exponents[own], 1, 0], Rational.One);
        Collect(different.Terms, exponents => [exponents[own] + exponents[own + 1], 1, 0], -Rational.One);
        Collect(different.Terms, exponents => [exponents[own], 0, exponents[own + 1]], Rational.One);
        var both = new Polynomial(quantities, [.. terms
            .Where(term => !term.Coefficient.IsZero)
            .OrderBy(term => term.Exponents[own]).ThenBy(term => term.Exponents[own + 1]).ThenBy(term => term.Exponents[own + 2])]);
        return new JacobianForm(f, g, equal, Named(same).Arrange(), Named(different).Arrange(), both.Arrange());

        void Collect(IEnumerable<PolynomialTerm> from, Func<ImmutableArray<int>, int[]> place, Rational sign)
        {
            foreach (var term in from)
            {
                ImmutableArray<int> exponents = [.. term.Exponents[..own], .. place(term.Exponents)];
                var at = terms.FindIndex(known => known.Exponents.SequenceEqual(exponents));
                var sum = (at < 0 ? Rational.Zero : terms[at].Coefficient) + (sign * term.Coefficient);
                terms.RemoveRange(at < 0 ? terms.Count : at, at < 0 ? 0 : 1);
                terms.Add(new PolynomialTerm(sum, exponents));
            }
        }

        Polynomial Named(Polynomial polynomial) => polynomial.In(quantity => quantity == first ? f : quantity == second ? g : graph.Variable(quantity.Name));
    }

    private static Polynomial? Search(Expr function, Expr[] members, Expr argument, Expr[] parameters)
    {
        var derivative = function.Definition!.Value.Derivative(argument);
        Polynomial? found = null;
        RelationSearch.Of(derivative, argument, function, parameters, members, IsRight)?.Find(members, lowest: 0, MostTerms, HighestDegree);
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
