using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\sum_{j=1}^{n}, or \sum_j over all units, and the product that it sums.</summary>
internal static class Summations
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        string? letter = null;
        Index? from = null;
        Index? to = null;
        while (parser.Current.IsSign("_") || parser.Current.IsSign("^"))
        {
            var script = parser.Take();
            if (script.Text == "_" ? letter is not null : to is not null)
            {
                return parser.Fail(script.Span, script.Text == "_" ? Messages.SecondSubscript : Messages.SecondSuperscript);
            }

            if (script.Text == "_" ? !TryReadLower(parser, out letter, out from) : !TryReadUpper(parser, out to))
            {
                return null;
            }
        }

        if (letter is null || from is null != to is null)
        {
            return parser.Fail(command.Span, Messages.SumWithoutLimits);
        }

        var sign = parser.Current.Span;
        var isNegative = parser.TryTake("-");
        if (parser.ReadProduct() is not { } body)
        {
            return null;
        }

        return parser.From(command.Span, new Summation(letter, from, to, isNegative ? parser.From(sign, new Negative(body)) : body));
    }

    private static bool TryReadLower(LatexParser parser, out string? letter, out Index? from)
    {
        letter = null;
        from = null;
        var isGroup = parser.TryTake("{");
        if (parser.Current.Kind != TokenKind.Letter && !parser.Current.IsCommand(@"\ell"))
        {
            parser.Fail(parser.Current.Span, Messages.SumIndex);
            return false;
        }

        letter = parser.Take().Text;
        if (!isGroup || parser.TryTake("}"))
        {
            return true;
        }

        if (!parser.TryTake("="))
        {
            parser.Fail(parser.Current.Span, Messages.SumIndex);
            return false;
        }

        from = parser.ReadIndex();
        return from is not null && TryEnd(parser);
    }

    private static bool TryReadUpper(LatexParser parser, out Index? to)
    {
        if (parser.TryTake("{"))
        {
            to = parser.ReadLimit();
            return to is not null && TryEnd(parser);
        }

        to = parser.ReadSingleIndex();
        return to is not null;
    }

    private static bool TryEnd(LatexParser parser) => parser.TryTake("}") || parser.FailHere("expected '}'") is not null;
}
