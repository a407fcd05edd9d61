using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading.Latex.Constructs;

namespace SymbolicBackprop.Reading.Latex;

internal sealed partial class LatexParser
{
    /// <summary>Terms with their signs.</summary>
    /// <param name="isFractionPart">Whether half a derivative may stand here by itself.</param>
    public Formula? ReadSum(bool isFractionPart = false)
    {
        var start = Current.Span;
        TryTake("+");
        var terms = new List<Formula>();
        do
        {
            var sign = Current.Span;
            var isNegative = terms.Count == 0 ? TryTake("-") : Take().Text == "-";
            if (ReadEntrywise(isFractionPart && terms.Count == 0 && !isNegative) is not { } term)
            {
                return null;
            }

            if (term is Differential && (Current.IsSign("+") || Current.IsSign("-")))
            {
                return Fail(Spans[term], Messages.LoneDifferential);
            }

            terms.Add(isNegative ? From(sign, new Negative(term)) : term);
        }
        while (!IsCellEnd && (Current.IsSign("+") || Current.IsSign("-")));
        return terms.Count == 1 ? terms[0] : From(start, new Sum(terms.ToEquatableList()));
    }

    // Products with ⊙ between them; of products of matrices the entries are multiplied.
    private Formula? ReadEntrywise(bool isFractionPart)
    {
        var start = Current.Span;
        var factors = new List<Formula>();
        do
        {
            if (factors.Count > 0)
            {
                position++;
            }

            var product = Current.Span;
            var isNegative = factors.Count > 0 && TryTake("-");
            if (ReadProduct(isFractionPart && factors.Count == 0) is not { } factor)
            {
                return null;
            }

            if (factor is Differential && IsEntrywise(Current))
            {
                return Fail(Spans[factor], Messages.LoneDifferential);
            }

            factors.Add(isNegative ? From(product, new Negative(factor)) : factor);
        }
        while (!IsCellEnd && IsEntrywise(Current));
        return factors.Count == 1 ? factors[0] : From(start, new Hadamard(factors.ToEquatableList()));
    }

    private static bool IsEntrywise(Token token) => token is { Kind: TokenKind.Command, Text: @"\odot" or @"\circ" or @"\bigodot" };

    /// <summary>Factors side by side, or with signs between them.</summary>
    /// <param name="isFractionPart">Whether half a derivative may stand here by itself.</param>
    public Formula? ReadProduct(bool isFractionPart = false)
    {
        var start = Current.Span;
        var factors = new List<Formula>();
        var isOpen = false; // whether a slash leaves unclear what stands under it
        do
        {
            var isSigned = factors.Count > 0 && TryTakeMultiplication();
            if (isOpen && !isSigned)
            {
                return Fail(Current.Span, Messages.SlashRunsOn);
            }

            isOpen = false;
            if ((isSigned ? ReadSignedFactor() : ReadFactorOrDifferential()) is not { } factor)
            {
                return null;
            }

            factors.Add(factor);
            if (Current.IsSign("/") && !TryDivide(factors, out isOpen))
            {
                return null;
            }
        }
        while (!IsCellEnd && (IsMultiplication(Current) || Juxtaposes(Current)));
        if (isFractionPart && Differential.Joined(factors) is { } both)
        {
            return From(start, both);
        }

        if (factors.Find(factor => factor is Differential) is { } half && !(isFractionPart && factors.Count == 1))
        {
            return isFractionPart && factors[0] is Differential
                ? Fail(Spans[factors[1]], Messages.DerivativeOfSeveral)
                : Fail(Spans[half], Messages.LoneDifferential);
        }

        return factors.Count == 1 ? factors[0] : From(start, new Product(factors.ToEquatableList()));
    }

    private static bool IsMultiplication(Token token) => token.IsSign("*") || (token.Kind == TokenKind.Command && token.Text is @"\cdot" or @"\times" or @"\ast");

    private bool TryTakeMultiplication()
    {
        var found = IsMultiplication(Current);
        position += found ? 1 : 0;
        return found;
    }

    // After a sign of multiplication a factor may have a minus: a \cdot -1.
    private Formula? ReadSignedFactor()
    {
        var start = Current.Span;
        return !TryTake("-") ? ReadFactorOrDifferential() : ReadFactor() is { } factor ? From(start, new Negative(factor)) : null;
    }

    // Whether the next token is a factor that stands beside the one before it.
    private bool Juxtaposes(Token token) => StartsFactor(token)
        && !IsCellEnd
        && (token.Gap & Gap.Wide) == 0
        && !(token.Kind == TokenKind.Word && (token.Gap & Gap.Alignment) != 0)
        && !IsRangeAt(position)
        && Relations.At(tokens, position, out _) == 0;

    /// <summary>Whether a token is the first of a factor.</summary>
    public bool StartsFactor(Token token) => token.Kind switch
    {
        TokenKind.Letter or TokenKind.Digit or TokenKind.Word => true,
        TokenKind.Delimiter => token.OpensBracket
            || (token.Text == "." && token.Side == Side.Opening)
            || (token.IsBar && (token.Side == Side.Opening || (token.Side == Side.Unknown && !IsInsideBars(token.Text)))),
        TokenKind.Command => IsCommandKnown(token.Text) && !IsMultiplication(token),
        TokenKind.Sign => token.Text is "{" or "?",
        TokenKind.OtherBegin => CaseRows.BeginsAt(token),
        _ => false,
    };

    private bool TryDivide(List<Formula> factors, out bool isOpen)
    {
        isOpen = false;
        var slash = Take().Span;
        var over = factors[^1];
        if (ReadFactorOrDifferential() is not { } under)
        {
            return false;
        }

        if (BehindD(under) is { } lower)
        {
            // dJ/dw and da/dz, where d before a quantity is a name by itself.
            var isApart = factors.Count > 1 && IsDifferentialLetter(factors[^2]);
            if (BehindD(over) is { } upper)
            {
                factors[^1] = From(Spans[over], new Derivative(upper, lower));
                return true;
            }

            if (isApart && over is Symbol)
            {
                factors[^2] = From(Spans[factors[^2]], new Derivative(over, lower));
                factors.RemoveAt(factors.Count - 1);
                return true;
            }
        }

        var isLeibniz = factors.Count > 1 && IsDifferentialLetter(factors[^2]) && over is Symbol && IsDifferentialLetter(under);
        if (isLeibniz)
        {
            if (ReadFactor() is not { } by)
            {
                return false;
            }

            var start = Spans[factors[^2]];
            factors.RemoveRange(factors.Count - 2, 2);
            factors.Add(From(start, new Derivative(over, by)));
        }
        else if (over is Differential { Of: { } of } top && under is Differential bottom)
        {
            if (top.IsSecond && Current.IsCommand(@"\partial"))
            {
                if (ReadFactorOrDifferential() is not { } second)
                {
                    return false;
                }

                bottom = Differential.Joined([bottom, second]) ?? bottom;
            }

            if (top.Derive(of, bottom) is not { } derivative)
            {
                Fail(Spans[under], Messages.HigherDerivative);
                return false;
            }

            factors[^1] = From(Spans[over], derivative);
        }
        else if (over is Differential || under is Differential)
        {
            Fail(Spans[over is Differential ? over : under], Messages.LoneDifferential);
            return false;
        }
        else
        {
            factors[^1] = From(Spans[over], new Fraction(over, under));
            isOpen = over is not Literal || under is not Literal;
        }

        if (Current.IsSign("/"))
        {
            Fail(slash.To(Current.Span), Messages.SlashRunsOn);
            return false;
        }

        return true;
    }

    /// <summary>Whether a formula is the d of dL/dw.</summary>
    public bool IsDifferentialLetter(Formula formula) =>
        formula is Symbol { Role: Role.Named, Layer: null, Letter: "d", Indices.Count: 0 } symbol && !context.Knows(symbol);
}
