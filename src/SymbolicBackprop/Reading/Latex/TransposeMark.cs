using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>The ⊤ of a transposed matrix while it is still an exponent. No formula that is read contains one.</summary>
internal sealed record TransposeMark : Formula
{
    /// <summary>The letter that people write for it, which can be any exponent as well.</summary>
    public const string Letter = "T";

    /// <summary>The same letter as some print it.</summary>
    public const string SmallLetter = "t";

    /// <summary>Whether a token is one that means nothing else.</summary>
    public static bool IsAt(Token token) => token is { Kind: TokenKind.Command, Text: @"\top" or @"\intercal" or @"\transpose" } or { Kind: TokenKind.Word, Text: Letter };

    /// <summary>
    /// Whether a prime on something in brackets transposes it, as MATLAB has it: a matrix is no function. Where a function is part of it, the
    /// prime might differentiate that.
    /// </summary>
    public static bool MayBePrimeOn(Formula formula) => formula.SpeaksOfLayers() && !formula.WithParts().Any(part => part is Call);

    internal override Formula Bind(string letter, int value) => throw new InvalidOperationException("A mark is no formula.");
}
