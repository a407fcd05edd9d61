using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

internal sealed partial class LatexParser
{
    private static bool StartsScript(Token token) => token.IsSign("_") || token.IsSign("^") || token.IsSign("'");

    /// <summary>Everything low and high on the letter before, in any order.</summary>
    public Scripts? ReadScripts()
    {
        var scripts = new Scripts();
        while (true)
        {
            SkipEmptyGroup();
            if (TryTake("'"))
            {
                scripts.Primes++;
            }
            else if (!StartsScript(Current))
            {
                return scripts;
            }
            else if (Current.IsSign("_") ? !ReadLow(scripts) : !ReadHigh(scripts))
            {
                return null;
            }

            scripts.Last = Previous.Span;
        }
    }

    // {} only keeps scripts apart.
    private void SkipEmptyGroup()
    {
        if (Current.IsSign("{") && Ahead(1).IsSign("}") && StartsScript(Ahead(2)))
        {
            position += 2;
        }
    }

    private bool ReadLow(Scripts scripts)
    {
        var start = Take().Span;
        if (scripts.Low is not null)
        {
            Fail(start, Messages.SecondSubscript);
            return false;
        }

        var parts = new List<SubscriptPart>();
        var hasCommas = false;
        if (!Current.IsSign("{"))
        {
            var token = Current;
            if (ReadSingleIndex() is not { } index)
            {
                return false;
            }

            parts.Add(token.Kind == TokenKind.Digit ? new SubscriptPart(token.Text, default) : new SubscriptPart(null, index));
        }
        else if (!ReadSubscriptParts(scripts, parts, out hasCommas))
        {
            return false;
        }

        scripts.Low = parts.Count == 0 ? null : new Subscript(parts, hasCommas, start.To(Previous.Span));
        return true;
    }

    private bool ReadSubscriptParts(Scripts scripts, List<SubscriptPart> parts, out bool hasCommas)
    {
        hasCommas = false;
        var hasMark = false;
        var opening = Take().Span;
        while (!TryTake("}"))
        {
            var isSeparated = parts.Count > 0 && TryTake(",");
            if (!hasMark && StepWordAt(position, out var isNew) is > 0 and var length)
            {
                hasMark = true;
                scripts.IsUpdated |= isNew;
                position += length;
                continue;
            }

            hasCommas |= isSeparated;
            var start = Current;
            var first = position;
            if (ReadIndex() is not { } index)
            {
                return false;
            }

            parts.Add(start.Kind == TokenKind.Digit
                ? new SubscriptPart(string.Concat(tokens.Skip(first).Take(position - first).Select(token => token.Text)), default)
                : new SubscriptPart(null, index));
        }

        if (parts.Count == 0 && !hasMark)
        {
            Fail(opening.To(Previous.Span), Messages.EmptyScript);
        }

        return error is null;
    }

    private bool ReadHigh(Scripts scripts)
    {
        var start = Take().Span;
        if (Current.IsCommand(@"\prime"))
        {
            position++;
            scripts.Primes++;
            return true;
        }

        if (Current.IsSign("+"))
        {
            position++;
            scripts.IsUpdated = true;
            return true;
        }

        if (TryTakeMark(out var layer, out var sample, out var primes, out var isUpdated, out var transposition))
        {
            scripts.Exponent = transposition ?? scripts.Exponent;
            scripts.Primes += primes;
            scripts.IsUpdated |= isUpdated;
            if (layer is null)
            {
                return true;
            }
        }

        if (scripts.Layer is not null || (scripts.Exponent is not null && transposition is null))
        {
            Fail(start.To(Previous.Span), Messages.SecondSuperscript);
            return false;
        }

        if (layer is not null)
        {
            (scripts.Layer, scripts.Sample) = (layer, sample);
            return true;
        }

        scripts.ExponentAsIndex = IndexBefore(position, Current.IsSign("{") ? "}" : null, out _);
        scripts.Exponent = ReadExponent();
        return scripts.Exponent is not null;
    }

    private Formula? ReadExponent()
    {
        var isGroup = Current.IsSign("{");
        if (TransposeMark.IsAt(isGroup ? Ahead(1) : Current) && (!isGroup || Ahead(2).IsSign("}")))
        {
            var start = Current.Span;
            position += isGroup ? 3 : 1;
            return From(start, new TransposeMark());
        }

        if (Current.OpensBracket)
        {
            return Fail(Current.Span, Messages.MarkWithoutBraces);
        }

        return Current.IsSign("{") && Ahead(1).IsSign("}") ? Fail(Current.Span.To(Ahead(1).Span), Messages.EmptyScript) : ReadArgument();
    }

    // A layer mark, primes, the mark of an updated value, or several of them: {(3)}, {[l-1]}, {\prime}, {(2)\prime}, {(2)+}, {\text{new}};
    // where layers have no brackets also {2\prime} and {2+}. Anything else in braces is a power.
    private bool TryTakeMark(out Index? layer, out Index? sample, out int primes, out bool isUpdated, out Formula? transposition)
    {
        layer = null;
        sample = null;
        transposition = null;
        primes = 0;
        isUpdated = false;
        if (!Current.IsSign("{"))
        {
            return false;
        }

        var at = position + 1;
        at += CountPrimes(at, ref primes);
        at += CountUpdateMarks(at, ref isUpdated);
        if (tokens[at] is { OpensBracket: true } opening)
        {
            layer = IndexBefore(at, Delimiters.ClosingOf(opening.Text), out at);
            if (layer is null)
            {
                return false;
            }

            if (tokens[at] is { OpensBracket: true, Text: "(" })
            {
                sample = IndexBefore(at, ")", out at);
                if (sample is null)
                {
                    layer = null;
                    return false;
                }
            }

            at += CountPrimes(at, ref primes);
            at += CountUpdateMarks(at, ref isUpdated);
            at += tokens[at].IsSign(",") ? 1 : 0;
            transposition = TransposeMark.IsAt(tokens[at]) || tokens[at].IsLetter(TransposeMark.Letter) ? new TransposeMark()
                : tokens[at].IsLetter(TransposeMark.SmallLetter) ? Symbol.Named(TransposeMark.SmallLetter)
                : null;
            at += transposition is null ? 0 : 1;
        }
        else if (context.SuperscriptsAreLayers && at == position + 1 && IndexAt(at, out var end) is { } plain)
        {
            var next = end;
            if (tokens[next] is { OpensBracket: true, Text: "(" } && !(plain.Letter is { } letter && context.Letters.AreFunctions(letter))) // e^{g(z)}
            {
                sample = IndexBefore(next, ")", out next);
                next = sample is null ? end : next; // behind what is no index may be the end of the text
            }

            next += CountPrimes(next, ref primes);
            next += CountUpdateMarks(next, ref isUpdated);
            if (next > end)
            {
                (layer, at) = (plain, next);
            }
        }

        if (!tokens[at].IsSign("}") || at == position + 1)
        {
            layer = null;
            sample = null;
            primes = 0;
            isUpdated = false;
            transposition = null;
            return false;
        }

        position = at + 1;
        return true;
    }

    private int CountUpdateMarks(int at, ref bool isUpdated)
    {
        if (tokens[at].IsSign("+") && !isUpdated)
        {
            isUpdated = true;
            return 1;
        }

        var length = StepWordAt(at, out var isNew);
        isUpdated |= isNew;
        return length;
    }

    // "new", "old", upright or in letters that touch: before a step of gradient descent a parameter is what it always is.
    private int StepWordAt(int at, out bool isNew)
    {
        isNew = false;
        foreach (var word in (ReadOnlySpan<string>)["new", "old"])
        {
            var isWord = tokens[at] is { Kind: TokenKind.Word } token && token.Text == word;
            if (isWord || (at + word.Length < tokens.Count && word.Select((letter, i) => tokens[at + i].IsLetter(letter.ToString()) && (i == 0 || tokens[at + i].Gap == Gap.None)).All(same => same)
                && tokens[at + word.Length] is { Kind: TokenKind.Sign, Text: "}" or "," }))
            {
                isNew = word == "new";
                return isWord ? 1 : word.Length;
            }
        }

        return 0;
    }

    private int CountPrimes(int start, ref int primes)
    {
        var at = start;
        while (tokens[at].IsSign("'") || tokens[at].IsCommand(@"\prime"))
        {
            at++;
        }

        primes += at - start;
        return at - start;
    }

    private Index? IndexAt(int start, out int next)
    {
        var (saved, earlier, runsOn) = (position, error, runsOnFrom);
        position = start;
        var index = ReadIndex();
        next = position;
        (position, error, runsOnFrom) = (saved, earlier, runsOn);
        return index;
    }

    // The index between a token that opens and the one that closes it; or, where nothing closes it, the one token there.
    private Index? IndexBefore(int start, string? closing, out int next)
    {
        var (saved, earlier, runsOn) = (position, error, runsOnFrom);
        position = closing is null ? start : start + 1;
        Index? index = closing is null ? ReadSingleIndex() : ReadIndex();
        if (closing is not null)
        {
            index = index is not null && Current.Text == closing ? index : null;
            position++;
        }

        next = position;
        (position, error, runsOnFrom) = (saved, earlier, runsOn);
        return index;
    }

    /// <summary>The quantity that a letter with its scripts stands for.</summary>
    /// <param name="head">The letter.</param>
    /// <param name="scripts">Its scripts.</param>
    /// <param name="added">Scripts that stand on a group around it.</param>
    private Formula? SymbolOf(Head head, Scripts scripts, Scripts? added = null)
    {
        var span = head.Span.To(added?.Last ?? scripts.Last ?? head.Span);
        if (scripts is { Primes: 1, IsUpdated: false } && (head.Text == context.Letters.Weight || head.Text == context.Letters.Bias) && !context.LettersAreNames)
        {
            (scripts.Primes, scripts.IsUpdated) = (0, true); // w' = w - …
        }

        if (scripts.Primes > 0 || added is { Primes: > 0 })
        {
            return Fail(span, Messages.PrimeOnQuantity);
        }

        if (added is not null)
        {
            if ((scripts.Low is not null && added.Low is not null) || (scripts.Layer is not null && added.Layer is not null))
            {
                return Fail(span, added.Low is not null ? Messages.SecondSubscript : Messages.SecondSuperscript);
            }

            scripts = new Scripts
            {
                Low = scripts.Low ?? added.Low,
                Layer = scripts.Layer ?? added.Layer,
                Sample = scripts.Sample ?? added.Sample,
                IsUpdated = scripts.IsUpdated || added.IsUpdated,
                Exponent = added.Exponent,
                ExponentAsIndex = added.ExponentAsIndex,
                Last = added.Last,
            };
        }

        var (layer, exponent) = LayerOrPower(head, scripts);
        var indices = IndicesOf(head, layer, scripts);
        if (scripts.Low is not null && indices is null)
        {
            return Fail(scripts.Low.Span, Messages.WeightIndices);
        }

        if (indices is { Count: > 2 } && SymbolReading.IsWeight(head.Text, layer, context))
        {
            return Fail(scripts.Low!.Span, Messages.TooManyIndices);
        }

        var symbol = At(span, SymbolReading.Of(head.Text, layer, indices ?? [], context, layersAreWhole).OfSample(scripts.Sample) with { IsUpdated = scripts.IsUpdated });
        hasWholeLayers |= symbol.IsWhole;
        partsOfSymbols.Add(symbol, (head, new Scripts { Low = scripts.Low, Layer = layer, Sample = scripts.Sample, IsUpdated = scripts.IsUpdated }));
        return exponent is null ? symbol : At(span, Raised(symbol, exponent));
    }

    private EquatableList<Index>? IndicesOf(Head head, Index? layer, Scripts scripts) =>
        SymbolReading.IsWeight(head.Text, layer, context) ? scripts.Low?.OfWeight() : scripts.Low?.Numbers;

    /// <summary>A power; one of e is the exponential function, unless the model or the text knows an e.</summary>
    public Formula Raised(Formula radix, Formula exponent) => IsTransposition(radix, exponent) ? new Transpose(radix)
        : radix is Symbol { Role: Role.Named, Letter: "e", Layer: null, Indices.Count: 0 } symbol && !(exponent is Literal ? context.Knows(symbol) : context.IsOfModel(symbol))
            ? new Call(new FunctionSymbol("exp", null), 0, [exponent])
            : new Power(radix, exponent);

    // T, or a small t that nothing else goes by, is the letter of a transposed matrix where there is one.
    private bool IsTransposition(Formula radix, Formula exponent) => exponent is TransposeMark
        || (exponent is Symbol { Role: Role.Named, Layer: null, Indices.Count: 0, Letter: TransposeMark.Letter or TransposeMark.SmallLetter } letter
            && (letter.Letter == TransposeMark.Letter || !context.Knows(letter)) && radix.SpeaksOfLayers());

    private (Index? Layer, Formula? Exponent) LayerOrPower(Head head, Scripts scripts)
    {
        hasLayerMarks |= scripts.Layer is not null;
        return scripts.Layer is null && scripts.ExponentAsIndex is { } plain && IsLayer(head, scripts, plain)
            ? (plain, null)
            : (scripts.Layer, scripts.Exponent);
    }

    // What the superscripts of this text have shown so far.
    private bool hasLayerMarks;
    private bool hasPlainLayers;
    private bool hasUnclearSuperscripts;

    private bool hasWholeLayers;

    /// <summary>Whether the text speaks of whole layers, so that letters which could be anything are vectors too.</summary>
    public bool ShouldReadWholeLayers => hasWholeLayers && !layersAreWhole;

    /// <summary>Says of a symbol that it stands for a whole layer, whatever the letters.</summary>
    public Symbol OfWholeLayers(Symbol whole)
    {
        hasWholeLayers = true;
        return whole;
    }

    /// <summary>
    /// Whether superscripts that could be powers are layers after all, as others of the same text can be nothing else, and none is
    /// marked as one.
    /// </summary>
    public bool ShouldReadAsLayers => hasUnclearSuperscripts && hasPlainLayers && !hasLayerMarks && !layersArePlain;

    // A plain superscript is a layer where the context says so, or where the model has the quantity in that layer only.
    private bool IsLayer(Head head, Scripts scripts, Index plain)
    {
        if (plain.Letter == TransposeMark.Letter)
        {
            return false;
        }

        if (context.SuperscriptsAreLayers)
        {
            return SymbolReading.IsOfLayer(head.Text, context);
        }

        if (context.Model is not { } model)
        {
            return false;
        }

        if (IsFunction(head))
        {
            return context.Letters.AreFunctions(head.Text) && plain.Letter is not null && scripts.Low is null;
        }

        var indices = IndicesOf(head, plain, scripts) ?? [];
        var symbol = SymbolReading.Of(head.Text, plain, indices, context);
        var role = symbol.Role == Role.Delta ? Role.Activation : symbol.Role;
        if (!model.HasInLayer(role, symbol.Letter, plain))
        {
            return false;
        }

        if (plain.Letter is null && SymbolReading.IsKnownWithoutLayer(head.Text, indices, context))
        {
            hasUnclearSuperscripts = true;
            return layersArePlain;
        }

        return hasPlainLayers = true;
    }
}
