using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Writing.Html;

namespace SymbolicBackprop.Markdig;

/// <summary>How pages are answered.</summary>
public sealed record BackpropOptions
{
    /// <summary>How mathematics is written: MathML, or for pages with MathJax or KaTeX what Markdig's own mathematics is written as.</summary>
    public HtmlMathematics Mathematics { get; init; }

    /// <summary>
    /// The path of the page that is being read, as the tool knows it; null where it does not say. Messages name the page by it, and
    /// references to network files start from its folder. It is asked once for each page.
    /// </summary>
    public Func<string?> Page { get; init; } = () => null;

    /// <summary>The folder that <see cref="Page"/> starts from; by default the current one.</summary>
    public string? Folder { get; init; }

    /// <summary>The folder that network files may be read from; by default that of each page.</summary>
    public string? Root { get; init; }

    /// <summary>Takes what is found in a page, for a tool that reports it in its own way.</summary>
    public Action<Diagnostic> Report { get; init; } = _ => { };

    /// <summary>
    /// Whether a page that has a mistake is refused with an <see cref="InvalidInputException"/>, after all of it was reported, so that
    /// the build fails; else a box in the page shows it.
    /// </summary>
    public bool FailOnErrors { get; init; }

    /// <summary>Whether a page with answers brings the few rules of style that they need along; without them, take <see cref="HtmlDocument.FragmentStyle"/>.</summary>
    public bool IncludesStyle { get; init; } = true;
}
