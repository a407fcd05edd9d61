using System.Text.RegularExpressions;

namespace SymbolicBackprop.Tests.Writing.Latex;

/// <summary>Formulas token by token, to compare what different hands wrote.</summary>
internal static partial class LatexTokens
{
    /// <summary>The sides of a chain of equalities.</summary>
    public static IReadOnlyList<string> Sides(string latex) => Tokens(latex).Split(" = ");

    /// <summary>
    /// The tokens separated by blanks, without what makes no difference: space, brackets' growing, an arrow in front, part labels,
    /// braces around a single token; and f'_3 as f_3'.
    /// </summary>
    public static string Tokens(string latex)
    {
        var text = string.Join(' ', Token().Matches(PartLabel().Replace(latex, "")).Select(match => match.Value)
            .Where(token => token is not (@"\left" or @"\right" or @"\," or @"\quad")));
        text = LeadingArrow().Replace(text, "");
        text = BracedToken().Replace(text, " $1");
        return PrimeBeforeIndex().Replace(text, "$1 '").Trim();
    }

    [GeneratedRegex(@"\\[a-zA-Z]+|\\.|[^\s\\]")]
    private static partial Regex Token();

    [GeneratedRegex(@"\\quad\s*\\text\{[^}]*\}\s*$")]
    private static partial Regex PartLabel();

    [GeneratedRegex(@"^\\Rightarrow ")]
    private static partial Regex LeadingArrow();

    [GeneratedRegex(@" \{ (\\[a-zA-Z]+|[^\s{}]) \}")]
    private static partial Regex BracedToken();

    [GeneratedRegex(@"' (_ (?:\{[^}]*\}|\S+))")]
    private static partial Regex PrimeBeforeIndex();
}
