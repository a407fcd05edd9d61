using System.Runtime.InteropServices;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>
/// The tokens that a parser reads, made of those that a lexer cuts: layout is left out and stands in the gaps only, and the name of
/// a function is one token however it is set.
/// </summary>
internal static class ParserTokens
{
    /// <summary>The tokens of a parser.</summary>
    public static List<Token> Of(List<Token> tokens)
    {
        var result = new List<Token>(tokens.Count);
        var gap = Gap.None;
        for (var i = 0; i < tokens.Count; i++)
        {
            gap |= tokens[i].Gap | GapOf(tokens[i].Kind);
            if (GapOf(tokens[i].Kind) != Gap.None)
            {
                continue;
            }

            var token = tokens[i];
            if (NameAt(CollectionsMarshal.AsSpan(tokens)[i..]) is var (name, length))
            {
                token = new Token(TokenKind.Word, name, token.Span.To(tokens[i + length - 1].Span));
                i += length - 1;
            }

            if (OnlyKeepsSpace(result, token, gap))
            {
                gap |= result[^2].Gap;
                result.RemoveRange(result.Count - 2, 2);
            }

            result.Add(token with { Gap = gap });
            gap = Gap.None;
        }

        return result;
    }

    private static Gap GapOf(TokenKind kind) => kind switch
    {
        TokenKind.RowBreak => Gap.Row,
        TokenKind.AlignmentMark => Gap.Alignment,
        TokenKind.WideSpace => Gap.Wide,
        TokenKind.LayoutBegin or TokenKind.LayoutEnd => Gap.Space,
        _ => Gap.None,
    };

    // \operatorname{GELU}_{\tanh}.
    private static (string Name, int Length)? NameAt(ReadOnlySpan<Token> tokens)
    {
        foreach (var (spelling, name) in FunctionWords.Compounds)
        {
            var length = 0;
            while (length < spelling.Length && length < tokens.Length
                && tokens[length].Kind == spelling[length].Kind && tokens[length].Text == spelling[length].Text)
            {
                length++;
            }

            if (length == spelling.Length)
            {
                return (name, length);
            }
        }

        return null;
    }

    // {} before an operator, a relation or a wide space.
    private static bool OnlyKeepsSpace(List<Token> before, Token next, Gap gap) =>
        before is [.., var open, var close] && open.IsSign("{") && close.IsSign("}")
        && ((gap & Gap.Wide) != 0
            || next is { Kind: TokenKind.Sign, Text: "+" or "-" or "*" or "=" or ":" }
            || (next.Kind == TokenKind.Command && (Relations.IsSpelling(next.Text) || next.Text is @"\cdot" or @"\times" or @"\ast")));
}
