using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\partial and the quantity that it stands before: half a derivative.</summary>
internal static class Differentials
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        var power = parser.Current.Span;
        var isSecond = parser.TryTake("^");
        if (isSecond && parser.ReadArgument() is not Literal { Digits: "2" })
        {
            return parser.Fail(power, Messages.HigherDerivative);
        }

        if (parser.Current.IsSign("}"))
        {
            return parser.At(command.Span, new Differential(null) { IsSecond = isSecond });
        }

        return parser.ReadFactor() is { } of ? parser.From(command.Span, new Differential(of) { IsSecond = isSecond }) : null;
    }
}
