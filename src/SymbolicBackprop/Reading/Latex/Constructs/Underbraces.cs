using System.Globalization;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\underbrace{…}_{…}, or \overbrace{…}^{…}, which says the same.</summary>
internal static class Underbraces
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        if (parser.ReadArgument() is not { } body)
        {
            return null;
        }

        if (!parser.TryTake(command.Text == @"\underbrace" ? "_" : "^"))
        {
            return body;
        }

        return (body.SpeaksOfLayers() ? ReadShape(parser) ?? ReadLabel(parser) : ReadLabel(parser)) is { } label ? parser.From(command.Span, new Underbrace(body, label)) : null;
    }

    // The label of a matrix may be its shape, {3 \times 2}.
    private static Dimensions? ReadShape(LatexParser parser)
    {
        if (!parser.Current.IsSign("{") || Count(parser, 1, out var next) is not { } rows || !parser.Ahead(next).IsCommand(@"\times")
            || Count(parser, next + 1, out next) is not { } columns || !parser.Ahead(next).IsSign("}"))
        {
            return null;
        }

        var start = parser.Take().Span;
        for (; next > 0; next--)
        {
            parser.Take();
        }

        return parser.From(start, new Dimensions(rows, columns));
    }

    private static int? Count(LatexParser parser, int start, out int next)
    {
        var digits = "";
        for (next = start; parser.Ahead(next) is { Kind: TokenKind.Digit } digit && (next == start || digit.Gap == Gap.None); next++)
        {
            digits += digit.Text;
        }

        return digits.Length is > 0 and <= Subscript.MostDigits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    // A label may begin with =, as in {= δ}.
    private static Formula? ReadLabel(LatexParser parser)
    {
        if (!parser.Current.IsSign("{") || !parser.Ahead(1).IsSign("="))
        {
            return parser.ReadArgument();
        }

        parser.Take();
        parser.Take();
        return parser.ReadSum() is { } label && (parser.TryTake("}") || parser.FailHere("expected '}'") is not null) ? label : null;
    }
}
