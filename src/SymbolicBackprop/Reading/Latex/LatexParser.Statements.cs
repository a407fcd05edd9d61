using System.Globalization;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

internal sealed partial class LatexParser
{
    /// <summary>All the tokens as one formula.</summary>
    public Formula? ReadWholeFormula()
    {
        if (Current.Kind == TokenKind.End)
        {
            return Fail(Current.Span, Messages.Empty);
        }

        return ReadSum() is { } formula && (Current.Kind == TokenKind.End || FailHere(Messages.EndOrSign) is not null) ? formula : null;
    }

    /// <summary>All the tokens as a statement.</summary>
    public Statement? ReadWholeStatement()
    {
        // ⇒ at the front leads over from the statement before.
        var leading = Relations.At(tokens, position, out var relation);
        if ((leading > 0 && relation == Relation.Implies) || Current.IsCommand(@"\therefore"))
        {
            position++;
        }

        if (Current.Kind == TokenKind.End)
        {
            Fail(Current.Span, Messages.Empty);
            return null;
        }

        if (ReadSum() is not { } first)
        {
            return null;
        }

        var links = new List<Link>();
        while (Relations.At(tokens, position, out relation) is > 0 and var length)
        {
            var sign = Current.Span.To(Ahead(length - 1).Span);
            position += length;
            if (ReadSum() is not { } side)
            {
                return null;
            }

            var link = new Link(relation, side);
            Spans.Set(link, sign);
            links.Add(link);
        }

        return ReadStatementEnd(out var range) ? new Statement(first, links.ToEquatableList()) { Range = range } : null;
    }

    /// <summary>All the tokens as the values of an index.</summary>
    public IndexRange? ReadWholeRange()
    {
        if (!IndexRanges.IsLetter(Ahead(Current.OpensBracket ? 1 : 0)) || !IsRangeAfter(Current.OpensBracket ? 1 : 0))
        {
            Fail(Current.Span, Messages.RangeForm);
            return null;
        }

        return ReadRange() is { } range && (Current.Kind == TokenKind.End || FailHere(Messages.EndOfRange) is not null) ? range : null;
    }

    // What may follow a statement: punctuation, the values of its index, its label.
    private bool ReadStatementEnd(out IndexRange? range)
    {
        range = null;
        SkipPunctuation();
        if (Current.IsCommand(@"\forall") || (Current.Kind == TokenKind.Word && JoiningWords.LeadToIndices(Current.Text) && IndexRanges.IsLetter(Ahead(1))))
        {
            position++;
            SkipLettersForAll();
        }

        if (IsRangeAt(position))
        {
            range = ReadRange();
            if (range is null)
            {
                return false;
            }

            SkipPunctuation();
        }

        SkipLabel();
        if (Current.Kind != TokenKind.End)
        {
            FailHere(Messages.EndOrSign);
        }

        return error is null;
    }

    // "for all i, j" says what letters say anyway.
    private void SkipLettersForAll()
    {
        while (IndexRanges.IsLetter(Current) && !IsRangeAt(position))
        {
            position++;
            TryTake(",");
        }
    }

    private void SkipPunctuation()
    {
        if (Current.IsSign(".") || Current.IsSign(",") || Current.IsSign(";"))
        {
            position++;
        }
    }

    private void SkipLabel()
    {
        var isLabel = Current.Kind == TokenKind.Word
            || (Current.OpensBracket && (Current.Gap & (Gap.Wide | Gap.Alignment)) != 0
                && Ahead(1).Kind is TokenKind.Word or TokenKind.Digit or TokenKind.Sign);
        if (isLabel && tokens.Skip(position).All(token => token.Kind != TokenKind.Bad && !token.IsSign("=")))
        {
            var span = Current.Span.To(tokens[^2].Span);
            notes.Add(new Finding(FindingKind.Note, span, Messages.LabelSkipped(string.Concat(tokens.Skip(position).Select(token => token.Text)))));
            position = tokens.Count - 1;
        }
    }

    private static bool IsDots(Token token) => token.Kind == TokenKind.Command && token.Text is @"\dots" or @"\ldots" or @"\cdots" or @"\dotsc";

    private bool IsRangeAt(int start) => IndexRanges.IsAt(tokens, start);

    private IndexRange? ReadRange()
    {
        var opening = Current.OpensBracket ? Take() : default;
        var ranges = new List<IndexRange>();
        do
        {
            if (ReadValues() is not { } range)
            {
                return null;
            }

            ranges.Add(range);
        }
        while (TryTakeBetweenRanges());
        return opening.Kind != TokenKind.Delimiter || TryClose(opening)
            ? Enumerable.Reverse(ranges).Aggregate((next, range) => range with { And = next })
            : null;
    }

    private bool IsRangeAfter(int separator) => IndexRanges.IsLetter(Ahead(separator)) && (Ahead(separator + 1).IsSign("=") || Ahead(separator + 1).IsCommand(@"\in"));

    private bool TryTakeBetweenRanges()
    {
        var isBetween = (Current.IsSign(",") || Current.IsSign(";") || Current is { Kind: TokenKind.Word, Text: "and" }) && IsRangeAfter(1);
        position += isBetween ? 1 : 0;
        return isBetween;
    }

    // j = 1, 2 or j \in \{1, 2\}.
    private IndexRange? ReadValues()
    {
        var letter = Take().Text;
        Token? brace = Take().IsCommand(@"\in") ? Current : null;
        if (brace is { } opened && !(opened.OpensBracket && Take().Text == @"\{"))
        {
            Fail(opened.Span, Messages.RangeForm);
            return null;
        }

        var start = Current.Span;
        var values = new List<Index?>();
        do
        {
            if (IsDots(Current))
            {
                position++;
                values.Add(null);
            }
            else if (values.Count > 0 && TryTakeTwoDots() && ReadLimit() is { } last)
            {
                values.AddRange([null, last]); // 1..3
            }
            else if (ReadLimit() is { } value)
            {
                values.Add(value);
            }
            else
            {
                return null;
            }
        }
        while (!IsRangeAfter(1) && (TryTake(",") || IsAtTwoDots));
        if (!AreConsecutive(values))
        {
            Fail(start.To(Previous.Span), Messages.RangeForm);
            return null;
        }

        return brace is { } set && !TryClose(set) ? null : new IndexRange(letter, values[0]!.Value, values[^1]!.Value);
    }

    private bool IsAtTwoDots => Current.IsSign(".") && Ahead(1).IsSign(".");

    private bool TryTakeTwoDots()
    {
        var isThere = IsAtTwoDots;
        position += isThere ? 2 : 0;
        return isThere;
    }

    // 1, 2, 3 or 1, …, n or 1, 2, …, n.
    private static bool AreConsecutive(List<Index?> values)
    {
        if (values[0] is null || values[^1] is null)
        {
            return false;
        }

        for (var i = 1; i < values.Count; i++)
        {
            var isAfterDots = values[i - 1] is null;
            if (values[i] is { } value ? !isAfterDots && (value.Letter != values[i - 1]!.Value.Letter || value.Number != values[i - 1]!.Value.Number + 1) : isAfterDots)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An index: a number, or a letter with an offset.</summary>
    public Index? ReadIndex()
    {
        if (Current.Kind == TokenKind.Digit)
        {
            return ReadIndexNumber();
        }

        if (!IndexRanges.IsLetter(Current))
        {
            FailHere(Messages.IndexForm);
            return null;
        }

        var letter = Take().Text;
        if ((Current.IsSign("+") || Current.IsSign("-")) && Ahead(1).Kind == TokenKind.Digit)
        {
            var sign = Take().Text == "-" ? -1 : 1;
            return ReadIndexNumber() is { } offset ? Index.Of(letter, sign * offset) : null;
        }

        return Index.Of(letter);
    }

    /// <summary>An index, or a number of units that goes by a letter with an index or a layer mark: n_2, n_{l-1}, n^{(2)}.</summary>
    public Index? ReadLimit()
    {
        var isMarked = Ahead(1).IsSign("^") && Ahead(2).IsSign("{") && Ahead(3).OpensBracket;
        if (!IndexRanges.IsLetter(Current) || !(isMarked || Ahead(1).IsSign("_")))
        {
            return ReadIndex();
        }

        var letter = Take().Text;
        position++;
        var isGroup = TryTake("{");
        var opening = isMarked ? Take() : default;
        if ((isGroup ? ReadIndex() : ReadSingleIndex()) is not { } index || (opening.Kind == TokenKind.Delimiter && !TryClose(opening)))
        {
            return null;
        }

        if (isGroup && !TryTake("}"))
        {
            FailHere("expected '}'");
            return null;
        }

        // The name of a number: what it counts stands in the sum.
        return Index.Of($"{letter}_{(index.ToString().Length == 1 ? index : $"{{{index}}}")}");
    }

    /// <summary>One token as an index, as TeX takes a script without braces.</summary>
    public Index? ReadSingleIndex()
    {
        if (Current.Kind == TokenKind.Digit)
        {
            var digit = Take().Text[0] - '0';
            runsOnFrom = position;
            return digit;
        }

        if (IndexRanges.IsLetter(Current))
        {
            return Index.Of(Take().Text);
        }

        FailHere(Messages.IndexForm);
        return null;
    }

    private int? ReadIndexNumber()
    {
        var start = Current.Span;
        var digits = TakeDigits();
        if (digits.Length <= Subscript.MostDigits)
        {
            return int.Parse(digits, CultureInfo.InvariantCulture);
        }

        Fail(start.To(Previous.Span), new Complaint(FormattableString.Invariant($"an index of more than {Subscript.MostDigits} digits")));
        return null;
    }

    // Digits that touch.
    private string TakeDigits()
    {
        var start = position;
        do
        {
            position++;
        }
        while (Current.Kind == TokenKind.Digit && Current.Gap == Gap.None);
        return string.Concat(tokens.Skip(start).Take(position - start).Select(token => token.Text));
    }
}
