using System.Collections.Immutable;
using System.Net;
using Markdig.Syntax;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Markdig.Syntax;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Html;

namespace SymbolicBackprop.Markdig;

/// <summary>Answers the requests of one page, once all of it is read.</summary>
internal static class PageRequests
{
    private const string NoName = "page";

    public static void Answer(MarkdownDocument page, BackpropOptions options)
    {
        List<IRequest> requests = [.. page.Descendants().OfType<IRequest>().OrderBy(request => request.Start)];
        if (requests.Count == 0)
        {
            return;
        }

        var path = options.Page();
        var source = new SourceText(path ?? NoName, SourceKeeper.SourceOf(page));
        var folder = path is null ? options.Folder : Path.GetDirectoryName(Path.GetFullPath(Path.Combine(options.Folder ?? "", path)));
        var answers = new PageAnswers(source, folder, options.Root);
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        var style = options.IncludesStyle ? $"<style>\n{HtmlDocument.FragmentStyle}</style>\n" : "";
        foreach (var request in requests)
        {
            var answered = answers.Answer(request.In(source));
            foreach (var diagnostic in answered.Diagnostics)
            {
                options.Report(diagnostic);
            }

            List<Diagnostic> wrong = [.. answered.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)];
            errors.AddRange(wrong);
            request.Html = request.IsInText
                ? wrong.Count > 0 ? $"<code class=\"backprop-problem\">{Encoded(wrong.Select(diagnostic => diagnostic.ToString()))}</code>" : InText(answered.Fragment, options)
                : style + Block(answered.Fragment, options) + (wrong.Count > 0 ? $"<div class=\"backprop-problem\" role=\"alert\"><pre>{Encoded(wrong.Select(diagnostic => diagnostic.Render()))}</pre></div>\n" : "");
            style = request.IsInText ? style : "";
        }

        if (options.FailOnErrors && errors.Count > 0)
        {
            throw new InvalidInputException(errors.ToImmutable());
        }
    }

    private static string Block(Document? fragment, BackpropOptions options) => fragment is null ? "" : HtmlDocument.WriteFragment(fragment, options.Mathematics);

    private static string InText(Document? fragment, BackpropOptions options) =>
        fragment?.Blocks is [Paragraph paragraph] ? HtmlDocument.Write(paragraph, fragment, options.Mathematics) : "";

    private static string Encoded(IEnumerable<string> messages) => WebUtility.HtmlEncode(string.Join("\n", messages));
}
