using Markdig.Parsers;
using Markdig.Syntax;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>A block of code in the language backprop.</summary>
internal sealed class RequestBlock(BlockParser parser) : FencedCodeBlock(parser), IRequest
{
    /// <summary>The number of blanks before its fence, which its lines may have too.</summary>
    public int Indentation { get; init; }

    public int Start => Span.Start;

    public bool IsInText => false;

    public string Html { get; set; } = "";

    public Request In(SourceText page) => Request.OfBlock(Arguments, new RequestText(
        page,
        new TextSpan(Span.Start, OpeningFencedCharCount),
        [.. (Lines.Lines ?? []).Take(Lines.Count).Select(line => TextSpan.Between(line.Slice.Start, line.Slice.End + 1))]));
}
