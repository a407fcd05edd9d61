using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Values of formulas at a random point. What is added and multiplied is worked out as numbers, without an expression for it, and a
/// part that is the same object only once: many formulas that share parts are cheap.
/// </summary>
/// <param name="meaning">What formulas mean.</param>
/// <param name="bound">Puts numbers in the places of index letters.</param>
/// <param name="seed">The number of the point.</param>
internal sealed class PointValues(Meaning meaning, Func<Formula, Formula> bound, int seed)
{
    private const double Tolerance = 1e-9;

    private readonly RandomPoint point = new(seed);
    private readonly Dictionary<int, double> nodes = [];
    private readonly Dictionary<Formula, double> quantities = [];
    private readonly Dictionary<Formula, double> parts = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether two formulas have the same value.</summary>
    public bool AreSame(Formula left, Formula right) => AreNear(Of(left), Of(right));

    /// <summary>Whether two values are the same up to rounding.</summary>
    public static bool AreNear(double left, double right) =>
        Math.Abs(left - right) <= (Tolerance * Math.Max(Math.Abs(left), Math.Abs(right))) + 1e-14;

    /// <summary>The value of a formula; not a number where it has none.</summary>
    public double Of(Formula formula)
    {
        if (formula is Symbol or Literal)
        {
            return Quantity(formula);
        }

        if (!parts.TryGetValue(formula, out var value))
        {
            parts.Add(formula, value = Composed(formula));
        }

        return value;
    }

    private double Composed(Formula formula) => formula switch
    {
        Negative negative => -Of(negative.Body),
        Sum sum => sum.Terms.Sum(Of),
        Product product => product.Factors.Aggregate(1.0, (value, factor) => value * Of(factor)),
        Fraction fraction => Of(fraction.Over) / Of(fraction.Under),
        Power { Exponent: Literal exponent } power => Math.Pow(Of(power.Base), (double)exponent.Value),
        Underbrace brace => Of(brace.Body),
        Summation { From: { Letter: null } from, To: { Letter: null } to } sum => Enumerable
            .Range(from.Number, Math.Max(0, to.Number - from.Number + 1))
            .Sum(value => Of(sum.Body.Bind(sum.Letter, value))),
        _ => Quantity(formula),
    };

    private double Quantity(Formula formula)
    {
        if (!quantities.TryGetValue(formula, out var value))
        {
            quantities.Add(formula, value = Meant(formula));
        }

        return value;
    }

    private double Meant(Formula formula)
    {
        try
        {
            return ValueOf(meaning.Of(bound(formula)));
        }
        catch (MeaninglessException)
        {
            return double.NaN;
        }
    }

    // Only what no expression before needed is visited.
    private double ValueOf(Expr expression)
    {
        var graph = expression.Graph;
        var open = new Stack<int>([expression.Id]);
        var fresh = new SortedSet<int>();
        while (open.TryPop(out var id))
        {
            if (!nodes.ContainsKey(id) && fresh.Add(id))
            {
                foreach (var child in graph.ChildrenOf(id))
                {
                    open.Push(child);
                }
            }
        }

        foreach (var id in fresh)
        {
            nodes.Add(id, Evaluation.ValueOf(graph, id, child => nodes[child], point.ValueOf));
        }

        return nodes[expression.Id];
    }
}
