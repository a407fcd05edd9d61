using Markdig.Syntax.Inlines;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>A request in a line of text.</summary>
/// <param name="request">The request, as the line has it.</param>
/// <param name="start">Where it begins in the page.</param>
/// <param name="question">Where its question stands in the page.</param>
internal sealed class RequestInline(InlineRequest request, int start, TextSpan question) : LeafInline, IRequest
{
    public int Start => start;

    public bool IsInText => true;

    public string Html { get; set; } = "";

    public Request In(SourceText page) => request.In(page, start, question);
}
