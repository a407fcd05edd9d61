using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>|…|: the absolute value; ‖…‖ of a number is the same.</summary>
internal static class Bars
{
    public static Formula? Read(LatexParser parser)
    {
        var opening = parser.Take();
        var isDouble = parser.Current is { IsBar: true, Gap: Gap.None, Side: not Side.Closing } second && opening.Text == "|" && second.Text == "|";
        if (isDouble)
        {
            parser.Take();
        }

        parser.Open(opening.Text);
        if (parser.ReadSum() is not { } body)
        {
            return null;
        }

        if (parser.Current is not { IsBar: true, Side: not Side.Opening } closing || closing.Text != opening.Text || closing.Grows != opening.Grows)
        {
            return parser.Current.Kind == TokenKind.End
                ? parser.Fail(opening.Span, Messages.NotClosed(opening.Text, opening.Text))
                : parser.FailHere($"expected an operator or '{opening.Text}'");
        }

        parser.Take();
        if (isDouble && !(parser.Current is { IsBar: true, Text: "|", Gap: Gap.None } && parser.Take().IsBar))
        {
            return parser.FailHere("expected '||'");
        }

        parser.Close();
        if (isDouble || opening.Text != "|")
        {
            SkipTwo(parser);
        }

        return parser.From(opening.Span, Call.Of("abs", body));
    }

    // ‖…‖_2 is the norm that is meant anyway.
    private static void SkipTwo(LatexParser parser)
    {
        var isGroup = parser.Ahead(1).IsSign("{");
        var number = parser.Ahead(isGroup ? 2 : 1);
        if (parser.Current.IsSign("_") && number is { Kind: TokenKind.Digit, Text: "2" } && (!isGroup || parser.Ahead(3).IsSign("}")))
        {
            for (var i = isGroup ? 4 : 2; i > 0; i--)
            {
                parser.Take();
            }
        }
    }
}
