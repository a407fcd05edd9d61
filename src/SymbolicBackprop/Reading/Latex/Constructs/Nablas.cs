using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\nabla_{\mathbf{a}} L: the gradient of a number by a vector or a matrix.</summary>
internal static class Nablas
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        if (!parser.TryTake("_"))
        {
            return parser.Fail(command.Span, Messages.GradientByNothing);
        }

        return parser.ReadArgument() is { } by && parser.ReadFactor() is { } of ? parser.From(command.Span, new Nabla(by, of)) : null;
    }
}
