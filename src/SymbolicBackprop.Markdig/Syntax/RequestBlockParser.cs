using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SymbolicBackprop.Embedding;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>Reads blocks of code in the language backprop, and leaves those in other languages to others.</summary>
internal sealed class RequestBlockParser : FencedBlockParserBase<RequestBlock>
{
    public RequestBlockParser()
    {
        OpeningCharacters = ['`', '~'];
        InfoParser = IsRequest;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var state = base.TryContinue(processor, block);
        if (state == BlockState.Continue)
        {
            for (var i = ((RequestBlock)block).Indentation; i > 0 && processor.CurrentChar == ' '; i--)
            {
                processor.NextChar();
            }
        }

        return state;
    }

    protected override RequestBlock CreateFencedBlock(BlockProcessor processor) => new(this) { Indentation = processor.Indent };

    private static bool IsRequest(BlockProcessor processor, ref StringSlice line, IFencedBlock fenced, char fence) =>
        DefaultInfoParser(processor, ref line, fenced, fence) && fenced.Info == Request.Word;
}
