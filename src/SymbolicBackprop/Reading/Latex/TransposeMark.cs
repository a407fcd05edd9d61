using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The ⊤ of a transposed matrix while it is still an exponent. No formula that is read contains one.</summary>
internal sealed record TransposeMark : Formula
{
    /// <summary>The letter that people write for it, which can be any exponent as well.</summary>
    public const string Letter = "T";

    /// <summary>Whether a token is one that means nothing else.</summary>
    public static bool IsAt(Token token) => token is { Kind: TokenKind.Command, Text: @"\top" or @"\intercal" or @"\transpose" } or { Kind: TokenKind.Word, Text: Letter };

    internal override Formula Bind(string letter, int value) => throw new InvalidOperationException("A mark is no formula.");
}
