using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Embedding;

/// <summary>A request that was found in Markdown.</summary>
/// <param name="Request">The request.</param>
/// <param name="Span">What its answer stands for: the request, and an earlier answer behind it.</param>
/// <param name="Written">What keeps the request in the document: the words behind <see cref="Request.Word"/>, then for a block its lines.</param>
/// <param name="Prefix">For a block, what each line begins with to stand in the same list or quote; null for one in a line of text.</param>
internal sealed record MarkdownRequest(Request Request, TextSpan Span, IReadOnlyList<string> Written, string? Prefix);
