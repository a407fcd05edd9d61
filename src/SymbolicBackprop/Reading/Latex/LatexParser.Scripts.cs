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
        else if (!ReadSubscriptParts(parts, out hasCommas))
        {
            return false;
        }

        scripts.Low = new Subscript(parts, hasCommas, start.To(Previous.Span));
        return true;
    }

    private bool ReadSubscriptParts(List<SubscriptPart> parts, out bool hasCommas)
    {
        hasCommas = false;
        var opening = Take().Span;
        while (!TryTake("}"))
        {
            if (parts.Count > 0 && TryTake(","))
            {
                hasCommas = true;
            }

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

        if (parts.Count == 0)
        {
            Fail(opening.To(Previous.Span), Messages.EmptyScript);
        }

        return parts.Count > 0;
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

        if (TryTakeMark(out var layer, out var primes, out var isUpdated))
        {
            scripts.Primes += primes;
            scripts.IsUpdated |= isUpdated;
            if (layer is null)
            {
                return true;
            }
        }

        if (scripts.Layer is not null || scripts.Exponent is not null)
        {
            Fail(start.To(Previous.Span), Messages.SecondSuperscript);
            return false;
        }

        if (layer is not null)
        {
            scripts.Layer = layer;
            return true;
        }

        scripts.ExponentAsIndex = IndexBefore(position, Current.IsSign("{") ? "}" : null, out _);
        scripts.Exponent = ReadExponent();
        return scripts.Exponent is not null;
    }

    private Formula? ReadExponent()
    {
        if (Current.OpensBracket)
        {
            return Fail(Current.Span, Messages.MarkWithoutBraces);
        }

        return Current.IsSign("{") && Ahead(1).IsSign("}") ? Fail(Current.Span.To(Ahead(1).Span), Messages.EmptyScript) : ReadArgument();
    }

    // A layer mark, primes, the mark of an updated value, or several of them: {(3)}, {[l-1]}, {\prime}, {(2)\prime}, {(2)+}, {\text{new}}.
    // Anything else in braces is a power.
    private bool TryTakeMark(out Index? layer, out int primes, out bool isUpdated)
    {
        layer = null;
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

            at += CountPrimes(at, ref primes);
            at += CountUpdateMarks(at, ref isUpdated);
        }

        if (!tokens[at].IsSign("}") || (layer is null && primes == 0 && !isUpdated))
        {
            layer = null;
            primes = 0;
            isUpdated = false;
            return false;
        }

        position = at + 1;
        return true;
    }

    private int CountUpdateMarks(int at, ref bool isUpdated)
    {
        var isMark = !isUpdated && (tokens[at].IsSign("+") || tokens[at] is { Kind: TokenKind.Word, Text: "new" });
        isUpdated |= isMark;
        return isMark ? 1 : 0;
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
                IsUpdated = scripts.IsUpdated || added.IsUpdated,
                Exponent = added.Exponent,
                ExponentAsIndex = added.ExponentAsIndex,
                Last = added.Last,
            };
        }

        var (layer, exponent) = LayerOrPower(head, scripts);
        var indices = head.Text == "w" ? scripts.Low?.OfWeight() : scripts.Low?.Numbers;
        if (scripts.Low is not null && indices is null)
        {
            return Fail(scripts.Low.Span, Messages.WeightIndices);
        }

        if (head.Text == "w" && indices is { Count: > 2 })
        {
            return Fail(scripts.Low!.Span, Messages.TooManyIndices);
        }

        var symbol = At(span, SymbolReading.Of(head.Text, layer, indices ?? [], context) with { IsUpdated = scripts.IsUpdated });
        partsOfSymbols.Add(symbol, (head, new Scripts { Low = scripts.Low, Layer = layer, IsUpdated = scripts.IsUpdated }));
        return exponent is null ? symbol : At(span, Raised(symbol, exponent));
    }

    /// <summary>A power; one of e is the exponential function, unless the model knows an e.</summary>
    public Formula Raised(Formula radix, Formula exponent) =>
        radix is Symbol { Role: Role.Named, Letter: "e", Layer: null, Indices.Count: 0 } symbol && !context.Knows(symbol)
            ? new Call(new FunctionSymbol("exp", null), 0, [exponent])
            : new Power(radix, exponent);

    private (Index? Layer, Formula? Exponent) LayerOrPower(Head head, Scripts scripts) =>
        context.PlainSuperscript == PlainSuperscript.Layer && scripts.Layer is null && scripts.ExponentAsIndex is { } plain && SymbolReading.IsOfLayer(head.Text)
            ? (plain, null)
            : (scripts.Layer, scripts.Exponent);
}
