using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace SymbolicBackprop.Markdig.Syntax;

/// <summary>Writes the answer to a request in a line of text; where no tags are wanted, as in the text of a picture, nothing.</summary>
internal sealed class RequestInlineRenderer : HtmlObjectRenderer<RequestInline>
{
    protected override void Write(HtmlRenderer renderer, RequestInline obj)
    {
        if (renderer.EnableHtmlForInline)
        {
            renderer.Write(obj.Html);
        }
    }
}
