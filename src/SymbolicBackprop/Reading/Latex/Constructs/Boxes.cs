using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\boxed{…} and \textcolor{…}{…}: the formula in them.</summary>
internal static class Boxes
{
    public static Formula? Read(LatexParser parser, Token command) => parser.ReadArgument();

    public static Formula? ReadColoured(LatexParser parser, Token command)
    {
        if (!parser.TryTake("{"))
        {
            return parser.FailHere("expected a colour in braces");
        }

        while (!parser.TryTake("}"))
        {
            if (parser.Current.Kind == TokenKind.End)
            {
                return parser.FailHere("expected '}'");
            }

            parser.Take();
        }

        return parser.ReadArgument();
    }
}
