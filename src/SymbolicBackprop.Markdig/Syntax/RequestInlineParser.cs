using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>Reads <c>{backprop: …}</c>.</summary>
internal sealed class RequestInlineParser : InlineParser
{
    public RequestInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (InlineRequest.Read(slice.Text, slice.Start, slice.End + 1) is not { } request)
        {
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var question = new TextSpan(start + request.Question.Offset - slice.Start, request.Question.Length);
        processor.Inline = new RequestInline(request, start, question)
        {
            Span = new SourceSpan(start, start + request.End - slice.Start - 1),
            Line = line,
            Column = column,
        };
        slice.Start = request.End;
        return true;
    }
}
