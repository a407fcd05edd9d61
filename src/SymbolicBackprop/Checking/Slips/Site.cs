using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>What a part of a formula is to the part around it.</summary>
internal enum SiteKind
{
    /// <summary>It is what a claim is about: one quantity, of which the other side says what it is.</summary>
    Subject,

    /// <summary>It is added to others, or stands alone: factors may be missing in it.</summary>
    Term,

    /// <summary>It is multiplied by others.</summary>
    Factor,

    /// <summary>It divides others.</summary>
    Divisor,

    /// <summary>It names what a derivative is taken of or by, or what a share is a share of.</summary>
    Name,

    /// <summary>It is something else, such as an argument or a base.</summary>
    Inner,
}

/// <summary>A part of a formula in its place.</summary>
/// <param name="Node">The part.</param>
/// <param name="Kind">What it is to the part around it.</param>
/// <param name="Put">The whole formula with something else in this place.</param>
internal sealed record Site(Formula Node, SiteKind Kind, Func<Formula, Formula> Put)
{
    // Inverting the parts around a site one by one loses digits.
    private const double Tolerance = 1e-6;

    /// <summary>Whether a minus sign stands before it.</summary>
    public bool IsNegated { get; private init; }

    // The values that the part would have to have for the whole to have the value that is wanted of it; null where that is not known.
    private double[]? Wanted { get; init; }

    /// <summary>Whether the whole might have the value that is wanted of it if this part had another value.</summary>
    public bool MayBecome(double value) =>
        Wanted is null || Array.Exists(Wanted, wanted => double.IsFinite(wanted) && Math.Abs(value - wanted) <= (Tolerance * Math.Max(Math.Abs(value), Math.Abs(wanted))) + 1e-12);

    /// <summary>All parts of a formula that count for its value, each after the part around it.</summary>
    /// <param name="whole">The formula.</param>
    /// <param name="isSubject">Whether it is what a claim is about, if it is one quantity.</param>
    /// <param name="values">The values of formulas at a point, or null where nothing is known of them.</param>
    /// <param name="wanted">The value that the whole formula should have there.</param>
    public static IEnumerable<Site> Of(Formula whole, bool isSubject, PointValues? values = null, double wanted = double.NaN)
    {
        var kind = isSubject && EditSize.IsOne(whole) ? SiteKind.Subject : SiteKind.Term;
        var open = new Stack<Site>([new Site(whole, kind, part => part) { Wanted = values is null ? null : [wanted] }]);
        while (open.TryPop(out var site))
        {
            yield return site;
            List<Formula> parts = [.. site.Node.Parts()];
            var wantedOf = site.Wanted is null ? [] : WantedOf(site, parts, values!);
            for (var i = parts.Count - 1; i >= 0; i--)
            {
                if (KindOf(site.Node, i) is { } inner)
                {
                    var index = i;
                    open.Push(new Site(parts[i], inner, part => site.Put(Joined(site.Node, index, part)))
                    {
                        IsNegated = site.Node is Negative,
                        Wanted = i < wantedOf.Count ? wantedOf[i] : null,
                    });
                }
            }
        }
    }

    // A sum as a term of a sum, a product as a factor of a product need no brackets.
    private static Formula Joined(Formula around, int index, Formula part) => (around, part) switch
    {
        (Sum sum, Sum) => Formula.SumOf([.. sum.Terms.Take(index), part, .. sum.Terms.Skip(index + 1)]),
        (Product product, Product) => Factors.Put(product, index..(index + 1), part),
        _ => around.WithPart(index, part),
    };

    // Labels and exponents are not looked into.
    private static SiteKind? KindOf(Formula around, int index) => around switch
    {
        Negative or Sum or Summation => SiteKind.Term,
        Fraction => index == 0 ? SiteKind.Term : SiteKind.Divisor,
        Product => SiteKind.Factor,
        Underbrace => index == 0 ? SiteKind.Term : null,
        Power => index == 0 ? SiteKind.Inner : null,
        Derivative or Directional or Nabla or PathShare => SiteKind.Name,
        _ => SiteKind.Inner,
    };

    // What the parts would have to be, one at a time; none where that cannot be told.
    private static List<double[]> WantedOf(Site around, List<Formula> parts, PointValues values)
    {
        double[] Each(Func<double, double> inverse) => [.. around.Wanted!.Select(inverse)];

        return around.Node switch
        {
            Underbrace => [Each(wanted => wanted)],
            Negative => [Each(wanted => -wanted)],
            Sum => [.. Others(parts, values, 0, (a, b) => a + b).Select(rest => Each(wanted => wanted - rest))],
            Product => [.. Others(parts, values, 1, (a, b) => a * b).Select(rest => Each(wanted => wanted / rest))],
            Fraction fraction => [Each(wanted => wanted * values.Of(fraction.Under)), Each(wanted => values.Of(fraction.Over) / wanted)],
            Power { Exponent: Literal { Value: var exponent } } when exponent == 2 => [[.. Each(Math.Sqrt), .. Each(wanted => -Math.Sqrt(wanted))]],
            Call { Function: { Name: "exp", Layer: null }, Primes: 0 } => [Each(Math.Log)],
            _ => [],
        };
    }

    // For each part what all the others come to.
    private static double[] Others(List<Formula> parts, PointValues values, double none, Func<double, double, double> join)
    {
        var others = new double[parts.Count];
        var before = none;
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = before;
            before = join(before, values.Of(parts[i]));
        }

        var after = none;
        for (var i = others.Length - 1; i >= 0; i--)
        {
            others[i] = join(others[i], after);
            after = join(after, values.Of(parts[i]));
        }

        return others;
    }
}
