using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>
/// \mathbf{1}\{i=j\}, also with \mathbb or \mathbf 1: 1 where two indices are equal. Without a condition it is the column with a 1
/// for each sample.
/// </summary>
internal static class Indicators
{
    /// <summary>Whether a dressed 1 comes next.</summary>
    public static bool BeginsAt(Token command, Token next, Token afterNext) =>
        command.Text is @"\mathbf" or @"\mathbb" or @"\mathbbm" && (IsOne(next) || (next.IsSign("{") && IsOne(afterNext)));

    public static Formula? Read(LatexParser parser)
    {
        var start = parser.Take().Span;
        var isGroup = parser.TryTake("{");
        parser.Take();
        if (isGroup && !parser.TryTake("}"))
        {
            return parser.FailHere("expected '}'");
        }

        var opening = parser.Current;
        if (!opening.OpensBracket && parser.Context.Model is { SampleCount: > 0 })
        {
            return parser.From(start, Symbol.Ones);
        }

        if (!opening.OpensBracket)
        {
            return parser.Fail(opening.Span, Messages.IndicatorCondition);
        }

        parser.Take();
        if (parser.ReadIndex() is not { } left)
        {
            return null;
        }

        if (!parser.TryTake("="))
        {
            return parser.Fail(parser.Current.Span, Messages.IndicatorCondition);
        }

        return parser.ReadIndex() is { } right && parser.TryClose(opening) ? parser.From(start, new KroneckerDelta(left, right)) : null;
    }

    private static bool IsOne(Token token) => token is { Kind: TokenKind.Digit, Text: "1" };
}
