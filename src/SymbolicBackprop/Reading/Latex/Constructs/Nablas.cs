using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

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

        return parser.ReadArgument() is { } by && parser.ReadFactor() is { } of ? parser.From(command.Span, new Nabla(LastActivations(parser, by) ?? by, of)) : null;
    }

    // The a of \nabla_a C, in no layer: the loss is a function of the outputs (M. Nielsen, Neural Networks and Deep Learning, BP1a).
    private static Formula? LastActivations(LatexParser parser, Formula by) =>
        by is Symbol { Layer: null, Sample: null, Indices.Count: 0, IsWhole: false, Role: Role.Activation or Role.Named } symbol
        && parser.Context is { LettersAreNames: false } context && !context.Knows(symbol) && context.Model?.ExtentOf(Role.Prediction, "", null) is not null
        && (symbol.Role == Role.Activation || QuantityLetters.Undressed(symbol.Letter) == context.Letters.Activation)
            ? parser.OfWholeLayers(parser.At(parser.Spans[by], Symbol.Whole(Role.Prediction, isBatch: context.Model is { SampleCount: > 0 })))
            : null;
}
