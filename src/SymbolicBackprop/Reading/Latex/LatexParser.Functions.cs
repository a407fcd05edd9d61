using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Latex.Constructs;

namespace SymbolicBackprop.Reading.Latex;

internal sealed partial class LatexParser
{
    // Names of more letters than this are not looked for among letters that touch.
    private const int LongestWord = 20;

    // A quantity or a function, beginning with its letter or word.
    private Formula? ReadLettered()
    {
        var isFirst = position == 0 || IsCellEnd || !IsBesideFactor();
        var start = position;
        if (TakeHead() is not { } head)
        {
            return null;
        }

        if (IsFunction(head))
        {
            return ReadFunction(head, start);
        }

        if (head.IsWord && !IsQuantity(head.Text, isFirst))
        {
            return Fail(head.Span, Messages.Unexpected(tokens[start], isFirst ? Messages.Factor : Messages.EndOrSign));
        }

        if (ReadScripts() is not { } scripts || SymbolOf(head, scripts) is not { } quantity)
        {
            return null;
        }

        if (quantity is Symbol { Role: Role.Loss })
        {
            SkipArgumentsOfLoss();
        }

        return quantity;
    }

    private readonly Dictionary<Formula, Symbol> behindD = new(ReferenceEqualityComparer.Instance);

    /// <summary>The quantity of a name with d that stands there by itself, or null: over and under a fraction bar it is half of da/dz.</summary>
    public Symbol? BehindD(Formula formula) => behindD.GetValueOrDefault(formula);

    // What stands behind the d may be no quantity that the loss is differentiated by.
    private bool TryReadNameWithD(out Formula? derivative)
    {
        var (start, first, earlier) = (Current.Span, position++, error);
        var quantity = ReadLettered();
        derivative = quantity is null ? null : NamesWithD.Of(quantity, context);
        if (derivative is null)
        {
            (position, error) = (first, earlier);
            return false;
        }

        if (quantity is Symbol symbol)
        {
            behindD.Add(derivative, symbol);
        }

        // What the d says, of which loss and by what, has no place of its own.
        var span = start.To(Previous.Span);
        foreach (var part in derivative.WithParts().Where(part => !Spans.TryFind(part, out _)))
        {
            Spans.Set(part, span);
        }

        At(span, derivative);
        return true;
    }

    // L(y, ŷ), J(W, b): what the loss depends on is known. A list of quantities it is, or one alone; anything else in brackets is a factor.
    private void SkipArgumentsOfLoss()
    {
        if (!Current.OpensBracket || !Juxtaposes(Current))
        {
            return;
        }

        var closing = Delimiters.ClosingOf(Current.Text);
        var isNext = true; // whether a quantity is due
        for (var at = position + 1; at < tokens.Count - 1; at++)
        {
            var token = tokens[at];
            if (token.Kind == TokenKind.Delimiter && token.Text == closing && !isNext)
            {
                if (tokens[at + 1].IsSign("^"))
                {
                    return;
                }

                notes.Add(new Finding(FindingKind.Note, Current.Span.To(token.Span), Messages.ArgumentsSkipped));
                position = at + 1;
                return;
            }

            var isScript = token.IsSign("_") || token.IsSign("^");
            if (isNext ? !IsLetterAt(ref at) : isScript ? !IsGroupAt(at + 1, out at) : !(token.IsSign(",") || token.IsSign(";")))
            {
                return;
            }

            isNext = !isNext && !isScript;
        }
    }

    // A letter, dressed up or not, or dots; the position of its last token.
    private bool IsLetterAt(ref int at)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Command && Letters.IsDress(token.Text, out _))
        {
            return IsGroupAt(at + 1, out at);
        }

        return token.Kind == TokenKind.Letter || (token.Kind == TokenKind.Command && (Letters.IsLetter(token.Text) || IsDots(token)));
    }

    // Braces with all that is in them, or one token.
    private bool IsGroupAt(int start, out int last)
    {
        var nested = 0;
        for (last = start; last < tokens.Count - 1; last++)
        {
            nested += tokens[last].IsSign("{") ? 1 : tokens[last].IsSign("}") ? -1 : 0;
            if (nested <= 0)
            {
                return nested == 0;
            }
        }

        return false;
    }

    private bool IsFunction(Head head) => (context.Letters.AreFunctions(head.Text) || FunctionWords.Find(head.Text) is not null)
        && !context.KnowsLetter(head.Text);

    // What a letter stands for that is the whole argument of a command.
    private Formula? WithoutScripts(Head head) => !IsFunction(head)
        ? head.IsWord && !IsQuantity(head.Text, isFirst: true) ? Fail(head.Span, Messages.Unexpected(Previous, Messages.Factor)) : SymbolOf(head, new Scripts())
        : FunctionOf(head, new Scripts()) is { } function ? At(head.Span, new Call(function, 0, []))
        : null;

    private bool IsBesideFactor() => Previous.Kind switch
    {
        TokenKind.Letter or TokenKind.Digit or TokenKind.Word => true,
        TokenKind.Sign => Previous.Text is "}" or "'" or "?",
        TokenKind.Delimiter => Previous.Side == Side.Closing,
        _ => false,
    };

    // Upright text is a quantity only where it can be nothing else: one word beside a factor, or words by themselves.
    private bool IsQuantity(string word, bool isFirst) => SymbolReading.IsWord(word, context)
        || context.Knows(Symbol.Named(word))
        || (word.Length > 0
            && !JoiningWords.Contain(word)
            && word.All(c => isFirst ? char.IsLetterOrDigit(c) || c is ' ' or '-' or '\u200C' : char.IsAsciiLetterOrDigit(c))
            && !char.IsDigit(word[0]));

    /// <summary>The letter or word that something begins with.</summary>
    public Head? TakeHead()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Letter when IsWordHere(token, out var length):
                position += length - 1;
                return new Head(string.Concat(tokens.Skip(position - length).Take(length).Select(t => t.Text)), token.Span.To(Previous.Span), IsWord: true);
            case TokenKind.Letter:
                return new Head(token.Text, token.Span);
            case TokenKind.Word:
                return new Head(token.Text, token.Span, token.Text is not [>= 'a' and <= 'z' or >= 'A' and <= 'Z']);
            case TokenKind.Command when Letters.IsLetter(token.Text) || FunctionWords.Find(token.Text) is not null:
                return new Head(token.Text, token.Span);
            case TokenKind.Command when Letters.IsDress(token.Text, out var dress):
                return TakeDressed(dress, token.Span);
            default:
                position--;
                FailHere(Messages.Factor);
                return null;
        }
    }

    // loss, tanh, … written in letters that touch, where no letter stands before or after them.
    private bool IsWordHere(Token first, out int length)
    {
        length = 1;
        var start = position - 1;
        if (first.Gap == Gap.None && start > 0 && tokens[start - 1].Kind == TokenKind.Letter)
        {
            return false;
        }

        while (length <= LongestWord && tokens[start + length] is { Kind: TokenKind.Letter, Gap: Gap.None })
        {
            length++;
        }

        if (length is 1 or > LongestWord)
        {
            return false;
        }

        var word = string.Concat(tokens.Skip(start).Take(length).Select(token => token.Text));
        return FunctionWords.Find(word) is not null || SymbolReading.IsWord(word, context);
    }

    private Head? TakeDressed(string dress, TextSpan start)
    {
        var isGroup = TryTake("{");
        var token = Current;
        string? inner = token.Kind switch
        {
            TokenKind.Digit when token.Text == "1" && dress is (@"\mathbf" or @"\mathbb") => null, // no letter, but an indicator, which is no script by itself
            TokenKind.Letter or TokenKind.Digit => token.Text,
            TokenKind.Word when token.Text is [>= 'a' and <= 'z' or >= 'A' and <= 'Z'] => token.Text,
            TokenKind.Command when Letters.IsLetter(token.Text) => token.Text,
            _ => null,
        };
        if (isGroup && WordInGroup() is { } word)
        {
            inner = word;
            position += word.Length;
        }
        else if (inner is not null)
        {
            position++;
        }
        else if (isGroup && token.Kind == TokenKind.Command && Letters.IsDress(token.Text, out var innerDress) && Ahead(1).IsSign("{") && Ahead(2).Kind == TokenKind.Letter && Ahead(3).IsSign("}"))
        {
            inner = $"{innerDress}{{{Ahead(2).Text}}}";
            position += 4;
        }

        if (inner is null || (isGroup && !TryTake("}")))
        {
            Fail(start.To(Current.Span), Messages.DressedLetter);
            return null;
        }

        return new Head($"{dress}{{{inner}}}", start.To(Previous.Span));
    }

    // The word of a quantity in letters, up to the brace that closes; or null.
    private string? WordInGroup()
    {
        var letters = string.Concat(tokens.Skip(position).TakeWhile(token => token.Kind == TokenKind.Letter).Take(LongestWord).Select(token => token.Text));
        return letters.Length > 1 && Ahead(letters.Length).IsSign("}") && SymbolReading.IsWord(letters, context) ? letters : null;
    }

    private Formula? ReadFunction(Head head, int start)
    {
        if (ReadScripts() is not { } scripts || FunctionOf(head, scripts) is not { } function)
        {
            return null;
        }

        var (_, exponent) = LayerOrPower(head, scripts);
        if (exponent is Negative)
        {
            return Fail(Spans[exponent], Messages.InverseOrPower);
        }

        var isMathematical = function.Layer is null && !context.Letters.AreFunctions(head.Text);
        List<Formula>? arguments = [];
        if (FunctionWords.IsNumber(function.Name) || IsCellEnd)
        {
            // Nothing to apply it to.
        }
        else if (Current.OpensBracket && (Current.Gap & Gap.Wide) == 0 && !IsRangeAt(position))
        {
            arguments = StandsForItself(start) ? [] : ReadArguments();
        }
        else if (isMathematical && Current.IsSign("{"))
        {
            arguments = ReadGroup() is { } argument ? [argument] : null;
        }
        else if ((isMathematical || (scripts.Primes == 0 && function.Name != head.Text && function.Layer is null)) && Juxtaposes(Current))
        {
            arguments = ReadBareArgument(head, isMathematical && scripts.Primes == 0) is { } argument ? [argument] : null;
        }

        if (arguments is null)
        {
            return null;
        }

        if (arguments.Find(argument => IsBare(function, argument)) is { } unclear)
        {
            return Fail(Spans[unclear], Messages.FunctionOrFactor(head.Text));
        }

        if (IsOfLayerOf(arguments, head, function, out var own))
        {
            function = own;
        }

        var call = From(head.Span, new Call(function, scripts.Primes, arguments.ToEquatableList()));
        return exponent is null ? call : From(head.Span, Raised(call, exponent));
    }

    // Where functions of layers have no mark, that of the weighted sum which one is applied to says its layer.
    private bool IsOfLayerOf(List<Formula> arguments, Head head, FunctionSymbol function, out FunctionSymbol own)
    {
        var layer = arguments is [Symbol { Role: Role.PreActivation, Layer: { } argument }] ? argument : (Index?)null;
        own = layer is { } found ? FunctionSymbol.OfLayer(found) : function;
        return layer is not null && function.Layer is null && head.Text == context.Letters.Function && context.Notation.Functions == FunctionMark.Argument;
    }

    // Whether a function stands for itself somewhere in a formula.
    private static bool IsBare(FunctionSymbol function, Formula formula) =>
        (formula is Call { Arguments.Count: 0 } call && call.Function == function) || formula.Parts().Any(part => IsBare(function, part));

    private FunctionSymbol? FunctionOf(Head head, Scripts scripts)
    {
        var name = FunctionWords.Find(head.Text);
        var (layer, _) = LayerOrPower(head, scripts);
        var low = scripts.Low?.Numbers;
        if (scripts.IsUpdated
            || (context.Letters.AreFunctions(head.Text) ? low is { Count: not 1 } || (low is not null && layer is not null) : low is not null || layer is not null))
        {
            Fail(head.Span.To(scripts.Last!.Value), Messages.FunctionIndices);
            return null;
        }

        return (low?[0] ?? layer) is { } index ? FunctionSymbol.OfLayer(index) : new FunctionSymbol(name ?? head.Text, null);
    }

    private List<Formula>? ReadArguments()
    {
        var opening = Take();
        open.Push(opening.Text);
        var arguments = new List<Formula>();
        do
        {
            if (ReadSum() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }
        while (TryTake(","));
        if (!TryClose(opening))
        {
            return null;
        }

        open.Pop();
        return arguments;
    }

    // \ln x: one factor, and nothing beside it that could belong to it too.
    private Formula? ReadBareArgument(Head head, bool isClear)
    {
        if (!isClear)
        {
            return Fail(Current.Span, Messages.FunctionOrFactor(head.Text));
        }

        if (ReadFactor() is not { } argument)
        {
            return null;
        }

        var isFollowed = Juxtaposes(Current) && !(Current.Kind == TokenKind.Command && FunctionWords.Find(Current.Text) is not null);
        return isFollowed ? Fail(Current.Span, Messages.ArgumentWithoutBrackets(head.Text)) : argument;
    }

    // In f(1 - f) the function stands for its value, and the brackets hold a factor: nobody applies f to f itself.
    private bool StandsForItself(int start)
    {
        var (function, _) = FunctionAt(start);
        var closing = new Stack<string>();
        for (var at = position; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.OpensBracket)
            {
                closing.Push(Delimiters.ClosingOf(token.Text));
            }
            else if (token.Kind == TokenKind.Delimiter && closing.TryPeek(out var expected) && token.Text == expected)
            {
                closing.Pop();
                if (closing.Count == 0)
                {
                    return false;
                }
            }
            else if (token.Text == tokens[start].Text && token.Kind == tokens[start].Kind && !IsDressed(at))
            {
                var (inner, next) = FunctionAt(at);
                if (inner == function && !tokens[next].OpensBracket && !StartsFactor(tokens[next]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The f of \hat{f} is another letter.
    private bool IsDressed(int at)
    {
        var before = tokens[at - 1].IsSign("{") ? at - 2 : at - 1;
        return before >= 0 && tokens[before].Kind == TokenKind.Command && Letters.IsDress(tokens[before].Text, out _);
    }

    // A function's letter with its index, however it is set, and the token after its scripts.
    private (string Text, int Next) FunctionAt(int start)
    {
        var text = tokens[start].Text;
        var at = start + 1;
        while (StartsScript(tokens[at]))
        {
            var isPrime = tokens[at].IsSign("'");
            at++;
            if (isPrime)
            {
                continue;
            }

            var isIndex = tokens[at - 1].IsSign("_") || context.SuperscriptsAreLayers || (tokens[at].IsSign("{") && tokens[at + 1].OpensBracket);
            var nested = 0;
            do
            {
                nested += tokens[at].IsSign("{") ? 1 : tokens[at].IsSign("}") ? -1 : 0;
                if (isIndex && (tokens[at] is { Kind: TokenKind.Digit } or { Text: "+" or "-" } || IndexRanges.IsLetter(tokens[at])))
                {
                    text += tokens[at].Text;
                }

                at++;
            }
            while (nested > 0 && at < tokens.Count - 1);
            at = Math.Min(at, tokens.Count - 1);
        }

        return (text, at);
    }
}
