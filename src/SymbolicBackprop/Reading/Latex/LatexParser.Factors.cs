using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading.Latex.Constructs;

namespace SymbolicBackprop.Reading.Latex;

internal sealed partial class LatexParser
{
    // What is open around the next token: brackets, groups, bars.
    private readonly Stack<string> open = new();

    /// <summary>Whether the innermost thing that is open is such a bar; another one then closes it.</summary>
    public bool IsInsideBars(string bar) => open.TryPeek(out var innermost) && innermost == bar;

    // In cases, a formula ends at the alignment mark and a condition at the end of its row.
    private bool IsCellEnd => open.TryPeek(out var innermost) && innermost == CaseRows.Opening && (Current.Gap & (Gap.Alignment | Gap.Row)) != 0;

    /// <summary>Says that something is open from here on.</summary>
    public void Open(string opening) => open.Push(opening);

    /// <summary>Says that what was opened last is closed.</summary>
    public void Close() => open.Pop();

    /// <summary>Whether a command is the beginning of something that can be read.</summary>
    private static bool IsCommandKnown(string command) => Construct.Find(command) is not null
        || Letters.IsLetter(command)
        || Letters.IsDress(command, out _)
        || FunctionWords.Find(command) is not null;

    private static bool IsInGrammar(string command) => IsCommandKnown(command)
        || Relations.IsSpelling(command)
        || Comparisons.IsSpelling(command)
        || command is @"\odot" or @"\circ" or @"\bigodot" or @"\top" or @"\intercal" or @"\transpose" or @"\cdot" or @"\times" or @"\ast" or @"\prime" or @"\dots" or @"\ldots" or @"\cdots" or @"\dotsc" or @"\forall" or @"\in" or @"\therefore";

    /// <summary>One factor, with what is attached to it.</summary>
    public Formula? ReadFactor() => WithoutDifferential(ReadFactorOrDifferential());

    // Half a derivative is a factor only to a product, which knows the other half.
    private Formula? WithoutDifferential(Formula? formula) => formula is Differential ? Fail(Spans[formula], Messages.LoneDifferential) : formula;

    // All nesting passes through here.
    private Formula? ReadFactorOrDifferential()
    {
        if (depth == context.Limits.Nesting)
        {
            return Fail(Current.Span, Messages.TooDeep(context.Limits.Nesting));
        }

        depth++;
        var first = Current;
        var result = ReadAtom() is { } atom ? ReadAttached(first.Span, atom, isBare: first.Kind == TokenKind.Command) : null;
        depth--;
        return result;
    }

    private Formula? ReadAtom()
    {
        switch (Current.Kind)
        {
            case TokenKind.Digit:
                return ReadNumber();
            case TokenKind.Letter or TokenKind.Word when ArraySums.NameLength(this) > 0:
                return ArraySums.Read(this);
            case TokenKind.Word when ChainProducts.BeginsAt(this):
                return ChainProducts.Read(this);
            case TokenKind.Letter when NamesWithD.BeginsAt(this) && TryReadNameWithD(out var derivative):
                return derivative;
            case TokenKind.Letter or TokenKind.Word:
                return ReadLettered();
            case TokenKind.Command when Indicators.BeginsAt(Current, Ahead(1), Ahead(2)):
                return Indicators.Read(this);
            case TokenKind.Command when Directionals.BeginsAt(Ahead) && !context.KnowsLetter(@"\mathcal{R}"):
                return Directionals.Read(this);
            case TokenKind.Command when Construct.Find(Current.Text) is { } construct:
                return construct(this, Take());
            case TokenKind.Command:
                return ReadLettered();
            case TokenKind.Delimiter when Current.OpensBracket:
                return ReadBracketed();
            case TokenKind.Delimiter when Current is { IsBar: true, Side: not Side.Closing }:
                return Bars.Read(this);
            case TokenKind.Delimiter when Current is { Text: ".", Side: Side.Opening }:
                return PathShares.ReadDelimited(this);
            case TokenKind.OtherBegin when CaseRows.BeginsAt(Current):
                return CaseRows.Read(this);
            case TokenKind.Sign when Current.Text == "{":
                return ReadGroupedAtom();
            case TokenKind.Sign when Current.Text == "?":
                return At(Take().Span, new Unknown());
            case TokenKind.Sign when Current.Text == "." && Ahead(1) is { Kind: TokenKind.Digit, Gap: Gap.None }:
                return ReadNumber();
            default:
                return FailHere(Messages.Factor);
        }
    }

    private Literal? ReadNumber()
    {
        var start = Current.Span;
        if (position > 0 && Current.Gap == Gap.None && runsOnFrom == position)
        {
            Fail(start, Messages.DigitsRunOn);
            return null;
        }

        var places = 0;
        var digits = Current.Kind == TokenKind.Digit ? TakeDigits() : "0";
        if (Current.IsSign(".") && Ahead(1) is { Kind: TokenKind.Digit, Gap: Gap.None })
        {
            position++;
            var decimals = TakeDigits();
            digits += "." + decimals;
            places = decimals.Length;
        }

        if (digits.Length > ReadingContext.MostDigits)
        {
            Fail(start.To(Previous.Span), Messages.TooManyDigits);
            return null;
        }

        return Rational.TryParse(digits, out var value)
            ? From(start, new Literal(value) { Places = places })
            : throw new InvalidOperationException($"{digits} is no number.");
    }

    /// <summary>What stands in brackets; the brackets count to its place.</summary>
    public Formula? ReadBracketed()
    {
        var opening = Take();
        open.Push(opening.Text);
        if (ReadSum() is not { } body || !TryClose(opening))
        {
            return null;
        }

        open.Pop();
        behindD.Remove(body);
        return From(opening.Span, body);
    }

    /// <summary>Takes the bracket that closes another.</summary>
    public bool TryClose(Token opening)
    {
        var closing = Delimiters.ClosingOf(opening.Text);
        if (Current.Kind == TokenKind.Delimiter && Current.Text == closing && Current.Side == Side.Closing && Current.Grows == opening.Grows)
        {
            position++;
            return true;
        }

        var spelled = opening.Grows ? @"\left" + opening.Text : opening.Text;
        var expected = opening.Grows ? @"\right" + closing : closing;
        if (Current.Kind == TokenKind.End)
        {
            Fail(opening.Span, Messages.NotClosed(spelled, expected));
        }
        else if (Current is { Kind: TokenKind.Delimiter, Text: "." })
        {
            Fail(Current.Span, Messages.NullDelimiter);
        }
        else if (Current is { Kind: TokenKind.Delimiter, Side: Side.Closing })
        {
            Fail(Current.Span, Messages.ClosedOtherwise(Current, spelled, expected));
        }
        else
        {
            FailHere($"expected an operator or '{expected}'");
        }

        return false;
    }

    /// <summary>What stands in braces.</summary>
    /// <param name="isFractionPart">Whether half a derivative may stand there by itself.</param>
    public Formula? ReadGroup(bool isFractionPart = false)
    {
        var start = Take();
        open.Push("{");
        if (ReadSum(isFractionPart) is not { } body)
        {
            return null;
        }

        if (!TryTake("}"))
        {
            return Current.Kind == TokenKind.End ? Fail(start.Span, Messages.NotClosed("{", "}")) : FailHere("expected an operator or '}'");
        }

        open.Pop();
        return From(start.Span, body);
    }

    // {w}_{11} is w_{11}: scripts on a group that is only a letter belong to the letter.
    private Formula? ReadGroupedAtom()
    {
        var start = Current.Span;
        var body = ReadGroup();
        SkipEmptyGroup();
        return body is Symbol symbol && StartsScript(Current) && partsOfSymbols.TryGetValue(symbol, out var parts)
            && ReadScripts() is { } added
            ? SymbolOf(parts.Head with { Span = start }, parts.Scripts, added)
            : error is null ? body : null;
    }

    /// <summary>The argument of a command or a script: a group, or one token as TeX takes it.</summary>
    public Formula? ReadArgument()
    {
        if (Current.IsSign("{"))
        {
            return ReadGroup();
        }

        if (Current.Kind == TokenKind.Digit)
        {
            var digit = Take();
            runsOnFrom = position;
            return Rational.TryParse(digit.Text, out var value) ? At(digit.Span, new Literal(value)) : null;
        }

        if (depth == context.Limits.Nesting)
        {
            return Fail(Current.Span, Messages.TooDeep(context.Limits.Nesting));
        }

        depth++;
        var result = Current.Kind switch
        {
            TokenKind.Letter => WithoutScripts(new Head(Current.Text, Take().Span)),
            TokenKind.Word or TokenKind.Command when !IsMultiplication(Current) => ReadBareCommand(),
            _ => FailHere(Messages.Factor),
        };
        depth--;
        return WithoutDifferential(result);
    }

    private Formula? ReadBareCommand() => Current.Kind == TokenKind.Command && Construct.Find(Current.Text) is { } construct
        ? construct(this, Take())
        : TakeHead() is { } head ? WithoutScripts(head) : null;

    // The position after a digit that stands alone as an argument; another digit there would be mistaken for a part of it.
    private int runsOnFrom = -1;

    // A power, or the bar with the name of a path. Scripts of letters and functions are read with them; a script on a bare brace
    // would be its label.
    private Formula? ReadAttached(TextSpan start, Formula atom, bool isBare)
    {
        var isRaised = false;
        var isShare = false;
        while (true)
        {
            SkipEmptyGroup();
            if (Current.IsSign("'"))
            {
                if (isRaised || isShare || !TransposeMark.MayBePrimeOn(atom))
                {
                    return Fail(Current.Span, Messages.PrimeOnQuantity);
                }

                isRaised = true;
                position++;
                atom = From(start, new Transpose(atom));
                continue;
            }

            if (Current.IsSign("_"))
            {
                return Fail(Current.Span, Messages.SubscriptOnNoLetter);
            }

            if (Current.IsSign("^"))
            {
                if (isRaised || isShare || (atom is Underbrace && isBare))
                {
                    return Fail(Current.Span, Messages.SecondSuperscript);
                }

                isRaised = true;
                position++;
                if (ReadExponent() is not { } exponent)
                {
                    return null;
                }

                atom = From(start, Raised(atom, exponent));
            }
            else if (!isShare && PathShares.IsBarAt(this))
            {
                isShare = true;
                if (PathShares.ReadBar(this) is not { } path)
                {
                    return null;
                }

                atom = From(start, new PathShare(atom, path));
            }
            else
            {
                return atom;
            }
        }
    }
}
