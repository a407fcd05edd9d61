using Markdig.Parsers;
using Markdig.Syntax;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>Opens no block, but keeps the text of the page, which is needed to say where something stands in it.</summary>
internal sealed class SourceKeeper : BlockParser
{
    private static readonly object Key = new();

    /// <summary>The text of a page.</summary>
    public static string SourceOf(MarkdownDocument page) => page.GetData(Key) as string ?? "";

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!processor.Document.ContainsData(Key))
        {
            processor.Document.SetData(Key, processor.Line.Text);
        }

        return BlockState.None;
    }
}
