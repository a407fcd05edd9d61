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
        Directional directional => [directional.Of],
        PathShare share => [share.Whole],
        Underbrace brace => [brace.Body, brace.Label],
        Summation summation => [summation.Body],
        Cases cases => cases.Branches.SelectMany(branch => branch.Parts),
        Transpose transpose => [transpose.Body],
        Hadamard hadamard => hadamard.Factors,
        Nabla nabla => [nabla.By, nabla.Of],
        Literal or Symbol or KroneckerDelta or Dimensions or Unknown => [],
        _ => throw new InvalidOperationException($"Unknown formula {formula.GetType().Name}."),
    };

    /// <summary>How many symbols and numbers a formula is made of.</summary>
    public static int SymbolsIn(this Formula formula) => formula.WithParts().Count(part => part is Symbol or Literal);

    /// <summary>A formula with another part in the place of one; nothing else changes, brackets that are not needed are kept.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="index">The position of the part among <see cref="Parts"/>.</param>
    /// <param name="part">What takes its place.</param>
    public static Formula WithPart(this Formula formula, int index, Formula part)
    {
        EquatableList<Formula> Among(EquatableList<Formula> parts) => parts.Select((old, i) => i == index ? part : old).ToEquatableList();

        return formula switch
        {
            Negative => new Negative(part),
            Sum sum => new Sum(Among(sum.Terms)),
            Product product => new Product(Among(product.Factors)),
            Fraction fraction => index == 0 ? fraction with { Over = part } : fraction with { Under = part },
            Power power => index == 0 ? power with { Base = part } : power with { Exponent = part },
            Call call => call with { Arguments = Among(call.Arguments) },
            Derivative derivative => index == 0 ? derivative with { Of = part } : derivative with { By = part },
            Directional => new Directional(part),
            PathShare share => share with { Whole = part },
            Underbrace brace => index == 0 ? brace with { Body = part } : brace with { Label = part },
            Summation summation => summation with { Body = part },
            Cases cases => cases.Map(old => index-- == 0 ? part : old),
            Transpose => new Transpose(part),
            Hadamard hadamard => new Hadamard(Among(hadamard.Factors)),
            Nabla nabla => index == 0 ? nabla with { By = part } : nabla with { Of = part },
            _ => throw new InvalidOperationException($"A {formula.GetType().Name} has no parts."),
        };
    }

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
