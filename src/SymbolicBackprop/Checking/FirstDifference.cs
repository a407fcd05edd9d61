using SymbolicBackprop.Derivations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Finds the first wrong term or factor of a side by holding it against what should stand there: the definition of a quantity, or its
/// derivative as a sum over the next units of products along the path. Parts are matched by their values at a random point.
/// </summary>
internal sealed class FirstDifference(Model model, Dependencies dependencies, Meaning meaning)
{
    private const double Tolerance = 1e-9;

    private readonly Chain chain = new(dependencies, new LocalDerivatives(model, meaning));
    private readonly RandomPoint point = new(2);

    /// <summary>The first part that is wrong and what should stand there; null where there is nothing to hold the side against.</summary>
    /// <param name="left">What the side claims to be.</param>
    /// <param name="right">The side.</param>
    public (Formula? Found, Formula? Expected)? Find(Formula left, Formula right)
    {
        try
        {
            return TermsOf(left) is { } terms ? FirstWrongTerm(SignedTerms(right), terms) : null;
        }
        catch (MeaninglessException)
        {
            return null;
        }
    }

    private (Formula? Found, Formula? Expected)? FirstWrongTerm(List<Formula> found, List<Formula> expected)
    {
        Match(found, expected);
        return (found, expected) switch
        {
            ([], []) => null,
            ([var term, ..], [var other, ..]) when found.Count == expected.Count => FirstWrongFactor(term, other),
            ([var term, ..], _) => (term, null),
            ([], [var missing, ..]) => (null, missing),
        };
    }

    private (Formula? Found, Formula? Expected)? FirstWrongFactor(Formula found, Formula expected)
    {
        var (factors, others) = (SignedFactors(found), SignedFactors(expected));
        Match(factors, others);
        return (factors.Count, others.Count) switch
        {
            (0, 0) => null,
            (0, _) => (null, Formula.ProductOf(others)),
            (_, 0) => (factors[0], null),
            _ => (Formula.ProductOf(factors), Formula.ProductOf(others)),
        };
    }

    // Takes out of both lists what is equal: single parts, and runs of expected factors that one part stands for.
    private void Match(List<Formula> found, List<Formula> expected)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var value = ValueOf(found[i]);
            for (var start = 0; start < expected.Count; start++)
            {
                var run = 1.0;
                var length = Enumerable.Range(1, expected.Count - start).FirstOrDefault(count => IsNear(run *= ValueOf(expected[start + count - 1]), value));
                if (length > 0)
                {
                    found.RemoveAt(i--);
                    expected.RemoveRange(start, length);
                    break;
                }
            }
        }
    }

    private double ValueOf(Formula formula) => meaning.Of(formula).Evaluate(point.ValueOf);

    private static bool IsNear(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1e-3, Math.Abs(b));

    // What a quantity or a derivative should be, term by term.
    private List<Formula>? TermsOf(Formula left) => left switch
    {
        Symbol { Role: Role.Delta } delta => TermsOf(meaning.WhatDeltaIs(delta)),
        Symbol symbol when meaning.TryFind(symbol, out var variable) && variable.Definition is { } definition => SignedTerms(definition),
        Derivative { Of: Symbol of, By: Symbol by } when meaning.TryFind(of, out var from) && meaning.TryFind(by, out var to) => TermsAlong(dependencies.Resolve(from), dependencies.Resolve(to)),
        _ => null,
    };

    // Down from where the paths part: ∂y/∂u ∂u/∂v for each next unit u, then the single way from v to the end.
    private List<Formula>? TermsAlong(Variable from, Variable to)
    {
        var way = new List<Variable> { to };
        while (way[0] != from)
        {
            var users = dependencies.UsersOf(way[0]).Where(user => user == from || !dependencies.CountPaths(from, user).IsZero).ToList();
            if (users.Count == 0)
            {
                return null;
            }

            if (users.Count > 1)
            {
                return [.. users.Select(user => Formula.ProductOf([.. From(user), .. chain.Values([user, .. way], 0, way.Count)]))];
            }

            way.Insert(0, users[0]);
        }

        return [Formula.ProductOf(chain.Values(way, 0, way.Count - 1))];

        IEnumerable<Formula> From(Variable user) => user == from ? [] : [new Derivative(from.Symbol, user.Symbol)];
    }

    private static List<Formula> SignedTerms(Formula formula) => formula is Sum sum ? [.. sum.Terms] : [formula];

    private static List<Formula> SignedFactors(Formula formula) => formula is Negative negative
        ? SignedFactors(negative.Body) is [var first, .. var rest] ? [-first, .. rest] : []
        : [.. Factors.Of(formula)];
}
