using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>|…|: the absolute value; ‖…‖ of a number is the same.</summary>
internal static class Bars
{
    public static Formula? Read(LatexParser parser)
    {
        var opening = parser.Take();
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
        parser.Close();
        return parser.From(opening.Span, Call.Of("abs", body));
    }
}
