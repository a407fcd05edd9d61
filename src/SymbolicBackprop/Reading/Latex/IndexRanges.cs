namespace SymbolicBackprop.Reading.Latex;

/// <summary>Finds the values of an index that stand after a statement: (j = 1, 2), j = 1, …, n, j ∈ {1, 2}.</summary>
internal static class IndexRanges
{
    /// <summary>Whether a token can be an index letter.</summary>
    public static bool IsLetter(Token token) => token.Kind == TokenKind.Letter || token.IsCommand(@"\ell");

    /// <summary>
    /// Whether an index letter with values comes next. No formula in brackets has a relation in it; without brackets only what is no
    /// statement is a list of values.
    /// </summary>
    public static bool IsAt(IReadOnlyList<Token> tokens, int start)
    {
        Token At(int position) => tokens[Math.Min(position, tokens.Count - 1)];

        var isBracketed = At(start).OpensBracket;
        var first = isBracketed ? start + 1 : start;
        if (!IsLetter(At(first)))
        {
            return false;
        }

        return At(first + 1).IsCommand(@"\in")
            || (At(first + 1).IsSign("=") && (isBracketed || (IsUsual(At(first).Text) && At(first + 2).Kind == TokenKind.Digit && At(first + 3).IsSign(","))));
    }

    private static bool IsUsual(string letter) => letter is "i" or "j" or "k" or "l" or "m" or "n" or "t" or @"\ell";
}
