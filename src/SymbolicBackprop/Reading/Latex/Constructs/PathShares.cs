using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\left. … \right|_{P_1}, or a bar of any size with the name of a path: what flows over that path.</summary>
internal static class PathShares
{
    /// <summary>Whether a bar with a subscript comes next.</summary>
    public static bool IsBarAt(LatexParser parser) =>
        parser.Current is { Kind: TokenKind.Delimiter, Text: "|", Grows: false } && parser.Ahead(1).IsSign("_") && !parser.IsInsideBars("|");

    /// <summary>The number of the path after a bar.</summary>
    public static int? ReadBar(LatexParser parser)
    {
        parser.Take();
        return ReadName(parser);
    }

    /// <summary>All from \left. on.</summary>
    public static Formula? ReadDelimited(LatexParser parser)
    {
        var opening = parser.Take();
        parser.Open(".");
        if (parser.ReadSum() is not { } whole)
        {
            return null;
        }

        if (parser.Current is not { Kind: TokenKind.Delimiter, Text: "|", Side: Side.Closing, Grows: true })
        {
            return parser.Current.Kind == TokenKind.End
                ? parser.Fail(opening.Span, Messages.NotClosed(@"\left.", @"\right|"))
                : parser.FailHere(@"expected an operator or '\right|'");
        }

        parser.Take();
        parser.Close();
        return ReadName(parser) is { } path ? parser.From(opening.Span, new PathShare(whole, path)) : null;
    }

    // _{P_1} or _{P_{12}}.
    private static int? ReadName(LatexParser parser)
    {
        var start = parser.Current.Span;
        if (parser.TryTake("_") && parser.TryTake("{") && parser.Current.IsLetter("P"))
        {
            parser.Take();
            if (parser.TryTake("_"))
            {
                var isGroup = parser.TryTake("{");
                if (parser.Current.Kind == TokenKind.Digit && parser.ReadIndex() is { Number: > 0 } path && (!isGroup || parser.TryTake("}")) && parser.TryTake("}"))
                {
                    return path.Number;
                }
            }
        }

        parser.Fail(start.To(parser.Current.Span), Messages.PathName);
        return null;
    }
}
