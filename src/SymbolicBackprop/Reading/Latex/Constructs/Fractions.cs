using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\frac{…}{…}: a quotient, or a derivative in Leibniz's form.</summary>
internal static class Fractions
{
    public static Formula? Read(LatexParser parser, Token command)
    {
        if (ReadPart(parser) is not { } over || ReadPart(parser) is not { } under)
        {
            return null;
        }

        var half = over is Differential ? over : under is Differential ? under : null;
        if (half is not null)
        {
            return over is Differential top && under is Differential { Of: { } } bottom
                ? Derive(parser, command, top, bottom)
                : parser.Fail(parser.Spans[half], Messages.LoneDifferential);
        }

        return ReadWithLetters(parser, command, over, under);
    }

    // With d for ∂, the letter is known only when both halves have been read.
    private static Formula? ReadWithLetters(LatexParser parser, Token command, Formula over, Formula under)
    {
        if (parser.BehindD(under) is { } by)
        {
            var whole = parser.IsDifferentialLetter(over);
            return whole || OfHalf(parser, over) is { } ? Derive(parser, command, whole ? null : OfHalf(parser, over), by) : parser.From(command.Span, new Fraction(over, under));
        }

        if (under is not Product { Factors: [var first, ..] denominator } || !parser.IsDifferentialLetter(first))
        {
            return parser.From(command.Span, new Fraction(over, under));
        }

        if (parser.IsDifferentialLetter(over))
        {
            return denominator.Count == 2 ? Derive(parser, command, null, denominator[1]) : parser.Fail(parser.Spans[under], Messages.DerivativeOfSeveral);
        }

        if (over is not Product { Factors: [var top, ..] numerator } || !parser.IsDifferentialLetter(top))
        {
            return over is Product { Factors: [Power { Base: var raised }, ..] } && parser.IsDifferentialLetter(raised)
                ? parser.Fail(parser.Spans[over], Messages.HigherDerivative)
                : parser.From(command.Span, new Fraction(over, under));
        }

        return numerator.Count > 2 ? parser.Fail(parser.Spans[over], Messages.DerivativeOfSeveral)
            : denominator.Count > 2 ? parser.Fail(parser.Spans[under], Messages.DerivativeOfSeveral)
            : Derive(parser, command, numerator[1], denominator[1]);
    }

    // da, or dL with a d that is read by itself.
    private static Formula? OfHalf(LatexParser parser, Formula half) => parser.BehindD(half)
        ?? (half is Product { Factors: [var first, var quantity] } && parser.IsDifferentialLetter(first) ? quantity : null);

    private static Formula? Derive(LatexParser parser, Token command, Differential top, Differential bottom) =>
        (top.Of ?? parser.ReadFactor()) is not { } quantity ? null
        : top.Derive(quantity, bottom) is { } derivative ? parser.From(command.Span, derivative)
        : parser.Fail(parser.Spans[bottom], top.IsSecond ? Messages.HigherDerivative : Messages.DerivativeOfSeveral);

    // A d by itself over the bar acts on the factor after the fraction.
    private static Formula? Derive(LatexParser parser, Token command, Formula? of, Formula by) =>
        (of ?? parser.ReadFactor()) is { } quantity ? parser.From(command.Span, new Derivative(quantity, by)) : null;

    private static Formula? ReadPart(LatexParser parser) =>
        parser.Current.IsSign("{") ? parser.ReadGroup(isFractionPart: true) : parser.ReadArgument();
}
