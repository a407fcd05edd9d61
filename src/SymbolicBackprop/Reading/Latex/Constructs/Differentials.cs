using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\partial and the quantity that it stands before: half a derivative.</summary>
internal static class Differentials
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        if (parser.Current.IsSign("^"))
        {
            return parser.Fail(parser.Current.Span, Messages.HigherDerivative);
        }

        if (parser.Current.IsSign("}"))
        {
            return parser.At(command.Span, new Differential(null));
        }

        return parser.ReadFactor() is { } of ? parser.From(command.Span, new Differential(of)) : null;
    }
}
