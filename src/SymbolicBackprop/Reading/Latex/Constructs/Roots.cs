using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\sqrt{…} and \sqrt[n]{…}.</summary>
internal static class Roots
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        Formula? degree = null;
        if (parser.Current is { Text: "[", OpensBracket: true })
        {
            degree = parser.ReadBracketed();
            if (degree is null)
            {
                return null;
            }
        }

        if (parser.ReadArgument() is not { } body)
        {
            return null;
        }

        if (degree is null)
        {
            return parser.From(command.Span, Call.Of("sqrt", body));
        }

        var place = parser.Spans[degree];
        var exponent = parser.At(place, new Fraction(parser.At(place, new Literal(1)), degree));
        return parser.From(command.Span, parser.Raised(body, exponent));
    }
}
