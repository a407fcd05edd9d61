namespace SymbolicBackprop.Formulas;

/// <summary>What formulas are made of.</summary>
internal static class FormulaParts
{
    /// <summary>The parts of a formula that it is written with.</summary>
    public static IEnumerable<Formula> Parts(this Formula formula) => formula switch
    {
        Negative negative => [negative.Body],
        Sum sum => sum.Terms,
        Product product => product.Factors,
        Fraction fraction => [fraction.Over, fraction.Under],
        Power power => [power.Base, power.Exponent],
        Call call => call.Arguments,
        Derivative derivative => [derivative.Of, derivative.By],
        PathShare share => [share.Whole],
        Underbrace brace => [brace.Body, brace.Label],
        Summation summation => [summation.Body],
        Cases cases => cases.Branches.SelectMany(branch => branch.Parts),
        Literal or Symbol or Unknown => [],
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>A formula and all that it is made of, in reading order.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="opens">Whether to look into a formula; by default into all.</param>
    public static IEnumerable<Formula> WithParts(this Formula formula, Func<Formula, bool>? opens = null)
    {
        var open = new Stack<Formula>([formula]);
        while (open.TryPop(out var next))
        {
            yield return next;
            if (opens is null || opens(next))
            {
                foreach (var part in next.Parts().Reverse())
                {
                    open.Push(part);
                }
            }
        }
    }
}
