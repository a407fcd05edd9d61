using System.Collections.Immutable;
using System.Text;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Markdown;

namespace SymbolicBackprop.Embedding;

/// <summary>A Markdown document whose requests are answered.</summary>
/// <param name="Text">The document with the answers in it, or as it was where something in it is wrong.</param>
/// <param name="Diagnostics">What was found.</param>
/// <param name="HasMistakes">Whether mathematics that it asks to check is wrong.</param>
public sealed record MarkdownPage(string Text, ImmutableArray<Diagnostic> Diagnostics, bool HasMistakes)
{
    /// <summary>Whether it was answered.</summary>
    public bool IsAnswered => !Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>
    /// Answers a document in Markdown with $…$ and $$…$$. Each request goes into a comment, and its answer stands behind that, so that
    /// the answered document can be answered again, and comes out as it is.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">The folder that its references start from, as a rule its own; without one it cannot refer to files.</param>
    /// <param name="root">The folder that references may not leave; by default <paramref name="folder"/>.</param>
    public static MarkdownPage Answer(SourceText document, string? folder = null, string? root = null)
    {
        var diagnostics = new List<Diagnostic>();
        var requests = MarkdownRequests.Find(document, diagnostics);
        var page = new PageAnswers(document, folder, root);
        var text = new StringBuilder();
        var (done, hasMistakes) = (0, false);
        var lineEnd = document.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        foreach (var request in requests)
        {
            if (request.Written.FirstOrDefault(line => line.Contains(MarkdownRequests.CommentEnd, StringComparison.Ordinal)) is not null)
            {
                diagnostics.Add(EmbeddingMessages.EndsComment(request.Request.Text.Opening));
                continue;
            }

            var answered = page.Answer(request.Request);
            diagnostics.AddRange(answered.Diagnostics);
            hasMistakes |= answered.HasMistakes;
            text.Append(document.Text, done, request.Span.Offset - done).Append(
                request.Prefix is { } prefix ? Block(request.Written, answered.Fragment, prefix, lineEnd) : InText(request.Written[0], answered.Fragment));
            done = request.Span.End;
        }

        text.Append(document.Text, done, document.Text.Length - done);
        var result = new MarkdownPage(text.ToString(), [.. diagnostics.OrderBy(diagnostic => diagnostic.Place?.File == document.Name ? diagnostic.Place : null)], hasMistakes);
        return result.IsAnswered ? result : result with { Text = document.Text };
    }

    private static string Block(IReadOnlyList<string> written, Document? fragment, string prefix, string lineEnd)
    {
        var lines = new List<string> { written[0].Length == 0 ? MarkdownRequests.CommentOpening : $"{MarkdownRequests.CommentOpening} {written[0]}" };
        lines.AddRange(written.Skip(1));
        lines.Add(MarkdownRequests.CommentEnd);
        if (fragment is not null)
        {
            lines.AddRange(["", .. MarkdownDocument.WriteFragment(fragment).TrimEnd('\n').Split('\n'), ""]);
        }

        lines.Add(MarkdownRequests.AnswerEnd);
        return string.Join(lineEnd, lines.Select((line, i) => i == 0 ? line : (prefix + line).TrimEnd()));
    }

    private static string InText(string written, Document? fragment) =>
        $"{MarkdownRequests.CommentOpening}{written} {MarkdownRequests.CommentEnd}{(fragment?.Blocks is [Paragraph paragraph] ? MarkdownDocument.Write(paragraph, fragment) : "")}{MarkdownRequests.AnswerEnd}";
}
