using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Embedding;

/// <summary>A request in a line of text: <c>{backprop: w_{11}^{(3)}}</c>, or with the name or file of a network <c>{backprop mlp: w_{11}^{(3)}}</c>.</summary>
/// <param name="Network">The network, or null for the last one.</param>
/// <param name="Question">Where the question stands.</param>
/// <param name="End">The offset after the request.</param>
public sealed record InlineRequest(string? Network, TextSpan Question, int End)
{
    private const string Opening = "{" + Request.Word;

    /// <summary>Whether a request begins at an offset, well formed or not.</summary>
    internal static bool IsAt(string text, int start, int end) => ColonOf(text, start, end) >= 0;

    /// <summary>The request that begins at an offset, or null where there is none or it is not closed in its line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The offset.</param>
    /// <param name="end">Where the text ends.</param>
    public static InlineRequest? Read(string text, int start, int end)
    {
        var colon = ColonOf(text, start, end);
        if (colon < 0)
        {
            return null;
        }

        var depth = 1;
        for (var i = colon + 1; i < end && text[i] is not ('\n' or '\r'); i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return Between(text, start + Opening.Length, colon, i, i + 1);
            }
        }

        return null;
    }

    /// <summary>The request as a request of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="start">Where the request begins in it.</param>
    /// <param name="question">Where its question stands in it.</param>
    public Request In(SourceText document, int start, TextSpan question) =>
        new(RequestKind.Formula, Network, new RequestText(document, TextSpan.Between(start, question.End), question));

    /// <summary>The request whose colon and end are known.</summary>
    internal static InlineRequest Between(string text, int word, int colon, int close, int end)
    {
        var question = text.AsSpan(colon + 1, close - colon - 1);
        var leading = question.Length - question.TrimStart().Length;
        return new InlineRequest(
            text[word..colon].Trim() is { Length: > 0 } network ? network : null,
            new TextSpan(colon + 1 + leading, question.Trim().Length),
            end);
    }

    // No brace stands before the colon, and a blank behind the word.
    private static int ColonOf(string text, int start, int end)
    {
        if (end - start <= Opening.Length || string.CompareOrdinal(text, start, Opening, 0, Opening.Length) != 0 || text[start + Opening.Length] is not (':' or ' '))
        {
            return -1;
        }

        var length = text.AsSpan(start, end - start)[Opening.Length..].IndexOfAny(":{}\n");
        return length >= 0 && text[start + Opening.Length + length] == ':' ? start + Opening.Length + length : -1;
    }
}
