using Markdig;

namespace SymbolicBackprop.Markdig;

/// <summary>Registers the extension.</summary>
public static class BackpropMarkdownExtensions
{
    /// <summary>
    /// Answers blocks marked <c>backprop</c> with derivations, checks those marked <c>backprop check</c>, and puts a formula in the place of
    /// <c>{backprop: …}</c>. Registered again, the later options hold.
    /// </summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="options">How pages are answered.</param>
    public static MarkdownPipelineBuilder UseBackprop(this MarkdownPipelineBuilder pipeline, BackpropOptions? options = null)
    {
        pipeline.Extensions.RemoveAll(extension => extension is BackpropExtension);
        pipeline.Extensions.Add(new BackpropExtension(options ?? new BackpropOptions()));
        return pipeline;
    }
}
