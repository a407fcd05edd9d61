using System.Text.RegularExpressions;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Embedding;

/// <summary>
/// Finds the requests of a Markdown document: blocks of code in the language backprop, comments that keep a request before its answer,
/// and both in a line of text. Other code and comments are passed over.
/// </summary>
internal sealed partial class MarkdownRequests
{
    public const string CommentOpening = "<!-- " + Request.Word;
    public const string CommentEnd = "-->";
    public const string AnswerEnd = "<!-- /" + Request.Word + " -->";

    private readonly SourceText document;
    private readonly string text;
    private readonly List<TextSpan> lines = [];
    private readonly List<MarkdownRequest> found = [];
    private readonly List<Diagnostic> diagnostics;

    private MarkdownRequests(SourceText document, List<Diagnostic> diagnostics)
    {
        (this.document, text, this.diagnostics) = (document, document.Text, diagnostics);
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            lines.Add(TextSpan.Between(start, end > start && text[end - 1] == '\r' ? end - 1 : end));
            start = end + 1;
        }
    }

    /// <summary>All requests, in order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Takes what is not closed.</param>
    public static IReadOnlyList<MarkdownRequest> Find(SourceText document, List<Diagnostic> diagnostics)
    {
        var requests = new MarkdownRequests(document, diagnostics);
        for (var line = 0; line < requests.lines.Count;)
        {
            var text = requests.TextOf(line);
            line = Fence().Match(text) is { Success: true } fence ? requests.AfterFence(line, fence)
                : Comment().Match(text) is { Success: true } comment ? requests.AfterComment(line, comment)
                : requests.AfterWords(line);
        }

        return requests.found;
    }

    // Without what quotes and lists put before it.
    private ReadOnlySpan<char> Bare(int line) => text.AsSpan(lines[line].Offset, lines[line].Length).TrimStart(" >\t").TrimEnd();

    private string TextOf(int line) => text.Substring(lines[line].Offset, lines[line].Length);

    private int AfterFence(int first, Match fence)
    {
        var mark = fence.Groups["fence"].Value;
        var last = first + 1;
        while (last < lines.Count && !IsFenceEnd(Bare(last), mark))
        {
            last++;
        }

        var words = fence.Groups["words"].Value.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (words is [Request.Word, ..])
        {
            var opening = OpeningOf(first, fence.Groups["fence"]);
            if (last == lines.Count)
            {
                diagnostics.Add(EmbeddingMessages.NotClosed(document.PlaceAt(opening.Offset, opening.Length), mark));
            }
            else
            {
                Add(first, last, last, fence, opening, words.ElementAtOrDefault(1));
            }
        }

        return last + 1;
    }

    private static bool IsFenceEnd(ReadOnlySpan<char> line, string mark) => line.Length >= mark.Length && line.Trim(mark[0]).IsEmpty;

    private int AfterComment(int first, Match comment)
    {
        var opening = OpeningOf(first, comment.Groups["comment"]);
        var end = LineOf(CommentEnd, first + 1);
        var last = end < 0 ? -1 : LineOf(AnswerEnd, end + 1);
        if (last < 0)
        {
            var place = document.PlaceAt(opening.Offset, opening.Length);
            diagnostics.Add(end < 0 ? EmbeddingMessages.NotClosed(place, CommentEnd) : EmbeddingMessages.AnswerNotClosed(place, AnswerEnd));
            return end < 0 ? lines.Count : end + 1;
        }

        Add(first, end, last, comment, opening, comment.Groups["words"].Value);
        return last + 1;
    }

    private int LineOf(string sign, int from)
    {
        var line = from;
        while (line < lines.Count && !Bare(line).SequenceEqual(sign))
        {
            line++;
        }

        return line < lines.Count ? line : -1;
    }

    private TextSpan OpeningOf(int line, Group group) => new(lines[line].Offset + group.Index, group.Length);

    // The lines of a block stand between two others.
    private void Add(int first, int end, int last, Match match, TextSpan opening, string? words)
    {
        var prefix = string.Concat(match.Groups["prefix"].Value.Select(character => character is '>' or '\t' ? character : ' '));
        List<TextSpan> content = [.. Enumerable.Range(first + 1, end - first - 1).Select(line => WithoutPrefix(line, prefix.Length))];
        var request = Request.OfBlock(words, new RequestText(document, opening, content));
        string[] written = [words ?? "", .. content.Select(line => text.Substring(line.Offset, line.Length))];
        found.Add(new MarkdownRequest(request, TextSpan.Between(lines[first].Offset + match.Groups["prefix"].Length, lines[last].End), written, prefix));
    }

    private TextSpan WithoutPrefix(int line, int length)
    {
        var span = lines[line];
        var i = 0;
        while (i < Math.Min(length, span.Length) && text[span.Offset + i] is ' ' or '>' or '\t')
        {
            i++;
        }

        return TextSpan.Between(span.Offset + i, span.End);
    }

    private int AfterWords(int line)
    {
        var end = lines[line].End;
        for (var at = lines[line].Offset; at < end;)
        {
            switch (text[at])
            {
                case '\\':
                    at += 2;
                    break;
                case '`':
                    at = AfterCode(at, end);
                    break;
                case '{' when InlineRequest.Read(text, at, end) is { } request:
                    AddInline(at, request, request.End);
                    at = request.End;
                    break;
                case '{' when InlineRequest.IsAt(text, at, end):
                    diagnostics.Add(EmbeddingMessages.FormulaNotClosed(document.PlaceAt(at)));
                    at = end;
                    break;
                case '<' when InlineComment().Match(text, at, end - at) is { Success: true } comment:
                    var colon = comment.Groups["colon"].Index;
                    var asked = InlineRequest.Between(text, at + CommentOpening.Length, colon, comment.Groups["close"].Index, at + comment.Length);
                    AddInline(at, asked, asked.End);
                    at = asked.End;
                    break;
                case '<' when text.AsSpan(at, end - at).StartsWith("<!--"):
                    var close = text.IndexOf(CommentEnd, at, StringComparison.Ordinal);
                    if (close < 0 || close >= end)
                    {
                        return close < 0 ? lines.Count : LineAt(close, line) + 1;
                    }

                    at = close + CommentEnd.Length;
                    break;
                default:
                    at++;
                    break;
            }
        }

        return line + 1;
    }

    private int LineAt(int offset, int from)
    {
        while (lines[from].End < offset)
        {
            from++;
        }

        return from;
    }

    // Code ends at a run of as many backticks as it begins with; without one the backticks are only characters.
    private int AfterCode(int at, int end)
    {
        var run = text.AsSpan(at, end - at);
        var length = run.Length - run.TrimStart('`').Length;
        var close = Regex.Match(text[(at + length)..end], $"(?<!`)`{{{length}}}(?!`)");
        return at + length + (close.Success ? close.Index + length : 0);
    }

    private void AddInline(int at, InlineRequest request, int end) => found.Add(new MarkdownRequest(
        request.In(document, at, request.Question),
        TextSpan.Between(at, end),
        [$"{(request.Network is { } network ? " " + network : "")}: {text.Substring(request.Question.Offset, request.Question.Length)}"],
        Prefix: null));

    [GeneratedRegex(@"^(?<prefix>(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)(?<fence>`{3,}|~{3,})[ \t]*(?<words>[^`]*)$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<prefix>(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*)(?<comment><!-- backprop)(?:[ \t]+(?<words>[^:\n]*?))?[ \t]*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\G<!-- backprop(?: [^:{}\n]*)?(?<colon>:)[^\n]*?(?<close>)-->[^\n]*?<!-- /backprop -->")]
    private static partial Regex InlineComment();
}
