namespace SymbolicBackprop.Embedding;

/// <summary>What is asked for in a document.</summary>
public enum RequestKind
{
    /// <summary>Derivations: a network file with questions.</summary>
    Derivation,

    /// <summary>A check of the formulas that are written there.</summary>
    Check,

    /// <summary>The derivative that one question asks for, as a formula in a line of text.</summary>
    Formula,
}

/// <summary>Something that a Markdown document asks for.</summary>
/// <param name="Kind">What.</param>
/// <param name="Network">The file or the name of the network that it is about, as a check or a formula may give one; else null.</param>
/// <param name="Text">What is written in it.</param>
public sealed record Request(RequestKind Kind, string? Network, RequestText Text)
{
    /// <summary>The word by which a document asks.</summary>
    public const string Word = "backprop";

    private const string CheckWord = "check";

    /// <summary>What a block asks for, by what stands behind <see cref="Word"/> in its first line: <c>check</c> and a network, or nothing.</summary>
    /// <param name="argument">What stands there, or null.</param>
    /// <param name="text">What is written in the block.</param>
    public static Request OfBlock(string? argument, RequestText text)
    {
        var words = (argument ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [CheckWord, .. var network]
            ? new Request(RequestKind.Check, network.Length == 0 ? null : string.Join(' ', network), text)
            : new Request(RequestKind.Derivation, words.Length == 0 ? null : string.Join(' ', words), text);
    }
}
