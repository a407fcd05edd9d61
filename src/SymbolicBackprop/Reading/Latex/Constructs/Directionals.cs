using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\mathcal{R}\{z\}: what z changes by in the direction of a vector of all parameters.</summary>
internal static class Directionals
{
    /// <summary>Whether a calligraphic R comes next, with a brace that opens behind it.</summary>
    public static bool BeginsAt(Func<int, Token> ahead)
    {
        if (!(Letters.IsDress(ahead(0).Text, out var dress) && dress == @"\mathcal"))
        {
            return false;
        }

        var letter = ahead(1).IsSign("{") ? 2 : 1;
        var brace = letter == 2 && ahead(3).IsSign("}") ? 4 : letter + 1;
        return (brace == 4 || letter == 1) && ahead(letter) is { Kind: TokenKind.Letter, Text: "R" } && ahead(brace) is { OpensBracket: true, Text: @"\{" };
    }

    public static Formula? Read(LatexParser parser)
    {
        var start = parser.Take().Span;
        while (!parser.Current.OpensBracket)
        {
            parser.Take();
        }

        return parser.ReadBracketed() is { } of ? parser.From(start, new Directional(of)) : null;
    }
}
