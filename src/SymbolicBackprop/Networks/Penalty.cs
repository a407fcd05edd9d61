using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

/// <summary>What is added to a loss for large weights, λ times a sum over all weights. Biases are left alone.</summary>
public sealed class Penalty
{
    // The weights of a larger layer are summed with Σ.
    private const int LongestSpelledOut = 4;

    private readonly Formula factor;
    private readonly Func<Formula, Formula> term;

    private Penalty(string name, Formula factor, Func<Formula, Formula> term)
    {
        Name = name;
        this.factor = factor;
        this.term = term;
    }

    /// <summary>λ Σ |w|, the lasso's.</summary>
    public static Penalty L1 { get; } = new("l1", Strength, weight => Call.Of("abs", weight));

    /// <summary>(λ/2) Σ w², weight decay.</summary>
    public static Penalty L2 { get; } = new("l2", Strength / 2, weight => new Power(weight, 2));

    /// <summary>All penalties.</summary>
    public static IReadOnlyList<Penalty> All => [L1, L2];

    /// <summary>The name in network files.</summary>
    public string Name { get; }

    /// <summary>λ, a given number.</summary>
    public static Symbol Strength => Symbol.Named(@"\lambda");

    /// <summary>The penalty on some weights, layer by layer.</summary>
    /// <param name="layers">For each layer the number of units before it and of its own.</param>
    internal Formula Over(IEnumerable<(int From, int To)> layers) =>
        factor * Formula.SumOf(layers.Select((layer, l) => OverLayer(l + 1, layer.From, layer.To)));

    private Formula OverLayer(int layer, int from, int to) => from * to <= LongestSpelledOut
        ? Formula.SumOf(Enumerable.Range(1, to).SelectMany(j => Enumerable.Range(1, from).Select(i => term(Symbol.Weight(layer, i, j)))))
        : new Summation("i", 1, from, new Summation("j", 1, to, term(Symbol.Weight(layer, Index.Of("i"), Index.Of("j")))));
}
