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
    /// <summary>Whether a minus sign stands before it.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>All parts of a formula that count for its value, each after the part around it.</summary>
    /// <param name="whole">The formula.</param>
    /// <param name="isSubject">Whether it is what a claim is about, if it is one quantity.</param>
    public static IEnumerable<Site> Of(Formula whole, bool isSubject = false)
    {
        var kind = isSubject && whole is (Symbol or Derivative or PathShare or Call { Arguments: [Symbol] }) ? SiteKind.Subject : SiteKind.Term;
        var open = new Stack<Site>([new Site(whole, kind, part => part)]);
        while (open.TryPop(out var site))
        {
            yield return site;
            var parts = site.Node.Parts().ToList();
            for (var i = parts.Count - 1; i >= 0; i--)
            {
                if (KindOf(site.Node, i) is { } inner)
                {
                    var index = i;
                    open.Push(new Site(parts[i], inner, part => site.Put(site.Node.WithPart(index, part))) { IsNegated = site.Node is Negative });
                }
            }
        }
    }

    // Labels and exponents are not looked into.
    private static SiteKind? KindOf(Formula around, int index) => around switch
    {
        Negative or Sum or Summation => SiteKind.Term,
        Fraction => index == 0 ? SiteKind.Term : SiteKind.Divisor,
        Product => SiteKind.Factor,
        Underbrace => index == 0 ? SiteKind.Term : null,
        Power => index == 0 ? SiteKind.Inner : null,
        Derivative or PathShare => SiteKind.Name,
        _ => SiteKind.Inner,
    };
}
