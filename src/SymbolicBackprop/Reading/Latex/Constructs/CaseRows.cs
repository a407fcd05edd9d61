using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex.Constructs;

/// <summary>\begin{cases} … \end{cases}: in each row a formula, an alignment mark and the condition under which it holds.</summary>
internal static class CaseRows
{
    /// <summary>What the parser holds for open while it reads rows.</summary>
    public const string Opening = @"\begin{cases}";

    /// <summary>Whether a token begins cases.</summary>
    public static bool BeginsAt(Token token) => token is { Kind: TokenKind.OtherBegin, Text: "cases" or "dcases" };

    public static Formula? Read(LatexParser parser)
    {
        var begin = parser.Take();
        parser.Open(Opening);
        var branches = new List<Branch>();
        do
        {
            if (ReadRow(parser) is not { } branch)
            {
                return null;
            }

            branches.Add(branch);
        }
        while ((parser.Current.Gap & Gap.Row) != 0 && parser.Current.Kind is not (TokenKind.OtherEnd or TokenKind.End));
        if (parser.Current is not { Kind: TokenKind.OtherEnd } end || end.Text != begin.Text)
        {
            var (opening, closing) = ($@"\begin{{{begin.Text}}}", $@"\end{{{begin.Text}}}");
            return parser.Current.Kind switch
            {
                TokenKind.End => parser.Fail(begin.Span, Messages.NotClosed(opening, closing)),
                TokenKind.OtherEnd => parser.Fail(parser.Current.Span, Messages.ClosedOtherwise(parser.Current, opening, closing)),
                _ => parser.FailHere($"expected the end of the row or '{closing}'"),
            };
        }

        if (branches.FindIndex(branch => branch.Condition is null) is >= 0 and var rest && rest < branches.Count - 1)
        {
            return parser.Fail(parser.Spans[branches[rest + 1].Value], Messages.RowAfterOtherwise);
        }

        parser.Take();
        parser.Close();
        return parser.From(begin.Span, new Cases(branches.ToEquatableList()));
    }

    private static Branch? ReadRow(LatexParser parser)
    {
        if ((parser.Current.Gap & Gap.Alignment) != 0)
        {
            parser.Fail(parser.Current.Span, Messages.RowWithoutFormula);
            return null;
        }

        if (parser.ReadSum() is not { } value)
        {
            return null;
        }

        parser.TryTake(",");
        if ((parser.Current.Gap & Gap.Alignment) == 0)
        {
            parser.FailHere(Messages.CaseCondition);
            return null;
        }

        if (parser.Current.Kind == TokenKind.Word && JoiningWords.MeanOtherwise(parser.Current.Text.TrimEnd('.', ',', ';')))
        {
            parser.Take();
            SkipPunctuation(parser);
            return new Branch(value, null);
        }

        if (parser.Current.Kind == TokenKind.Word && JoiningWords.LeadToCondition(parser.Current.Text))
        {
            parser.Take();
        }

        if (ReadCondition(parser) is not { } condition)
        {
            return null;
        }

        SkipPunctuation(parser);
        return new Branch(value, condition);
    }

    private static void SkipPunctuation(LatexParser parser)
    {
        if (!parser.TryTake(",") && !parser.TryTake(";"))
        {
            parser.TryTake(".");
        }
    }

    // z > 0, or -3 < z < 3 with both signs in one direction.
    private static Condition? ReadCondition(LatexParser parser)
    {
        if (parser.ReadSum() is not { } first || TakeComparison(parser) is not { } sign || parser.ReadSum() is not { } second)
        {
            return null;
        }

        if (Comparisons.Of(parser.Current) is null)
        {
            return sign.IsRising
                ? new Condition(first) { High = second, IncludesHigh = sign.IncludesBound }
                : new Condition(first) { Low = second, IncludesLow = sign.IncludesBound };
        }

        var place = parser.Current.Span;
        if (TakeComparison(parser) is not { } next || parser.ReadSum() is not { } third)
        {
            return null;
        }

        if (next.IsRising != sign.IsRising)
        {
            parser.Fail(place, Messages.ComparisonTurns);
            return null;
        }

        return sign.IsRising
            ? new Condition(second) { Low = first, IncludesLow = sign.IncludesBound, High = third, IncludesHigh = next.IncludesBound }
            : new Condition(second) { Low = third, IncludesLow = next.IncludesBound, High = first, IncludesHigh = sign.IncludesBound };
    }

    private static Comparison? TakeComparison(LatexParser parser)
    {
        if (Comparisons.Of(parser.Current) is not { } comparison)
        {
            parser.FailHere(Messages.ComparisonSign);
            return null;
        }

        parser.Take();
        return comparison;
    }
}
