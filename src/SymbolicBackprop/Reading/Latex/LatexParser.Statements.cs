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

    // What may follow a statement: punctuation, the values of its index, its label.
    private bool ReadStatementEnd(out IndexRange? range)
    {
        range = null;
        SkipPunctuation();
        if (Current.IsCommand(@"\forall") || (Current is { Kind: TokenKind.Word, Text: "for" or "for all" } && IsRangeAt(position + 1)))
        {
            position++;
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

    // An index letter and =, in brackets: no formula in brackets has a relation in it. Without brackets only what is no statement.
    private bool IsRangeAt(int start)
    {
        var isBracketed = start < tokens.Count && tokens[start].OpensBracket;
        var first = isBracketed ? start + 1 : start;
        return first + 1 < tokens.Count && IsIndexLetter(tokens[first]) && tokens[first + 1].IsSign("=")
            && (isBracketed || (tokens[first].Text is "i" or "j" or "k" or "l" or "m" or "n" or @"\ell"
                && first + 3 < tokens.Count && tokens[first + 2].Kind == TokenKind.Digit && tokens[first + 3].IsSign(",")));
    }

    private IndexRange? ReadRange()
    {
        var opening = Current.OpensBracket ? Take() : default;
        var letter = Take().Text;
        position++;
        var start = Current.Span;
        var values = new List<Index?>();
        do
        {
            if (Current.Kind == TokenKind.Command && Current.Text is @"\dots" or @"\ldots" or @"\cdots" or @"\dotsc")
            {
                position++;
                values.Add(null);
            }
            else if (ReadIndex() is { } value)
            {
                values.Add(value);
            }
            else
            {
                return null;
            }
        }
        while (TryTake(","));
        if (!AreConsecutive(values))
        {
            Fail(start.To(Previous.Span), Messages.RangeForm);
            return null;
        }

        if (opening.Kind == TokenKind.Delimiter && !TryClose(opening))
        {
            return null;
        }

        return new IndexRange(letter, values[0]!.Value, values[^1]!.Value);
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

    private static bool IsIndexLetter(Token token) => token.Kind == TokenKind.Letter || token.IsCommand(@"\ell");

    /// <summary>An index: a number, or a letter with an offset.</summary>
    public Index? ReadIndex()
    {
        if (Current.Kind == TokenKind.Digit)
        {
            return ReadIndexNumber();
        }

        if (!IsIndexLetter(Current))
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

    /// <summary>One token as an index, as TeX takes a script without braces.</summary>
    public Index? ReadSingleIndex()
    {
        if (Current.Kind == TokenKind.Digit)
        {
            var digit = Take().Text[0] - '0';
            runsOnFrom = position;
            return digit;
        }

        if (IsIndexLetter(Current))
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
