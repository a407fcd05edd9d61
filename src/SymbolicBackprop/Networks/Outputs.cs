using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Networks;

/// <summary>The outputs of a network as a loss sees them: a target y and a prediction ŷ each.</summary>
/// <param name="count">How many there are.</param>
/// <param name="sample">The sample that they belong to, or null where there is one only.</param>
internal sealed class Outputs(int count, Index? sample = null)
{
    // Sums of more terms are written with Σ.
    private const int LongestSpelledOut = 4;

    /// <summary>How many there are.</summary>
    public int Count => count;

    /// <summary>The target of an output. An only output has no index.</summary>
    public Symbol Target(Index output) => new(Role.Target, null, count == 1 ? [] : [output]) { Sample = sample };

    /// <summary>The prediction of an output.</summary>
    public Symbol Prediction(Index output) => new(Role.Prediction, null, count == 1 ? [] : [output]) { Sample = sample };

    /// <summary>The sum of something over all outputs.</summary>
    /// <param name="term">What it is for one output, from its target and its prediction.</param>
    public Formula Sum(Func<Formula, Formula, Formula> term) => count <= LongestSpelledOut
        ? Formula.SumOf(Enumerable.Range(1, count).Select(k => term(Target(k), Prediction(k))))
        : new Summation("k", 1, count, term(Target(Index.Of("k")), Prediction(Index.Of("k"))));

    /// <summary>The mean of something over all outputs.</summary>
    /// <param name="term">What it is for one output, from its target and its prediction.</param>
    public Formula Mean(Func<Formula, Formula, Formula> term) => count == 1 ? Sum(term) : new Fraction(1, count) * Sum(term);
}
