using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>Writes the answer to a block.</summary>
internal sealed class RequestBlockRenderer : HtmlObjectRenderer<RequestBlock>
{
    protected override void Write(HtmlRenderer renderer, RequestBlock obj) => renderer.EnsureLine().Write(obj.Html);
}
