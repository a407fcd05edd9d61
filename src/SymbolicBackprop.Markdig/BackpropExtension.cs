using Markdig;
using Markdig.Renderers;
using SymbolicBackprop.Markdig.Syntax;

namespace SymbolicBackprop.Markdig;

/// <summary>Derivations in pages. It holds nothing but its options: one may serve any number of pipelines, at the same time too.</summary>
/// <param name="options">How pages are answered.</param>
public sealed class BackpropExtension(BackpropOptions options) : IMarkdownExtension
{
    /// <inheritdoc/>
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Contains<RequestBlockParser>())
        {
            return;
        }

        pipeline.PreciseSourceLocation = true; // what a request in a line asks for, and about which network, follows from its place
        pipeline.BlockParsers.Insert(0, new RequestBlockParser());
        pipeline.BlockParsers.Insert(0, new SourceKeeper());
        pipeline.InlineParsers.Insert(0, new RequestInlineParser());
        pipeline.DocumentProcessed += document => PageRequests.Answer(document, options);
    }

    /// <inheritdoc/>
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html && !html.ObjectRenderers.Contains<RequestBlockRenderer>())
        {
            html.ObjectRenderers.Insert(0, new RequestBlockRenderer());
            html.ObjectRenderers.Insert(0, new RequestInlineRenderer());
        }
    }
}
