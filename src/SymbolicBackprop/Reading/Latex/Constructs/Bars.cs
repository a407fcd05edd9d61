using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>|…|: the absolute value.</summary>
internal static class Bars
{
    public static Formula? Read(LatexParser parser)
    {
        var opening = parser.Take();
        parser.Open("|");
        if (parser.ReadSum() is not { } body)
        {
            return null;
        }

        if (parser.Current is not { Kind: TokenKind.Delimiter, Text: "|", Side: not Side.Opening } closing || closing.Grows != opening.Grows)
        {
            return parser.Current.Kind == TokenKind.End
                ? parser.Fail(opening.Span, Messages.NotClosed("|", "|"))
                : parser.FailHere("expected an operator or '|'");
        }

        parser.Take();
        parser.Close();
        return parser.From(opening.Span, Call.Of("abs", body));
    }
}
