using System.Collections.Immutable;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Html;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Writing;

/// <summary>A format that documents are written in. A format is a writer in a folder of its own and one line here.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Extension">The ending of its files, with the dot.</param>
/// <param name="Summary">What it is, for help.</param>
/// <param name="Write">
/// Writes a document. The second argument is the name of its file, without folder and ending, after which files beside it are named;
/// without one there are none, and the document lacks what would be in them.
/// </param>
public sealed record OutputFormat(string Name, string Extension, string Summary, Func<Document, string?, WrittenDocument> Write)
{
    /// <summary>LaTeX.</summary>
    public static OutputFormat Latex { get; } = new("latex", ".tex", "a LaTeX document", WrittenDocument.InOneFile(LatexDocument.Write));

    /// <summary>A web page.</summary>
    public static OutputFormat Html { get; } = new("html", ".html", "a web page with native MathML, in one file", WrittenDocument.InOneFile(HtmlDocument.Write));

    /// <summary>Markdown.</summary>
    public static OutputFormat Markdown { get; } = new("markdown", ".md", "Markdown with $…$ and $$…$$, its pictures in files beside it", MarkdownDocument.Write);

    /// <summary>Plain text.</summary>
    public static OutputFormat Text { get; } = new("text", ".txt", "plain text", WrittenDocument.InOneFile(TextDocument.Write));

    /// <summary>All formats.</summary>
    public static ImmutableArray<OutputFormat> All { get; } = [Latex, Html, Markdown, Text];
}
