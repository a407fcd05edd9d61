using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Checking;

/// <summary>What a part of a formula is to the part around it.</summary>
internal enum SiteKind
{
    /// <summary>It is added to others, or stands alone: factors may be missing in it.</summary>
    Term,

    /// <summary>It is multiplied by others.</summary>
    Factor,

    /// <summary>It names what a derivative is taken of or by.</summary>
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
    /// <summary>All parts of a formula that count for its value, each after the part around it.</summary>
    public static IEnumerable<Site> Of(Formula whole)
    {
        var open = new Stack<Site>([new Site(whole, SiteKind.Term, part => part)]);
        while (open.TryPop(out var site))
        {
            yield return site;
            var parts = site.Node.Parts().ToList();
            for (var i = parts.Count - 1; i >= 0; i--)
            {
                if (KindOf(site.Node, i) is { } kind)
                {
                    var index = i;
                    open.Push(new Site(parts[i], kind, part => site.Put(site.Node.WithPart(index, part))));
                }
            }
        }
    }

    // Labels, exponents and what a share is a share of are not looked into.
    private static SiteKind? KindOf(Formula around, int index) => around switch
    {
        Negative or Sum or Fraction or Summation => SiteKind.Term,
        Product => SiteKind.Factor,
        Underbrace => index == 0 ? SiteKind.Term : null,
        Power => index == 0 ? SiteKind.Inner : null,
        Derivative => SiteKind.Name,
        PathShare => null,
        _ => SiteKind.Inner,
    };
}
