namespace SymbolicBackprop.Reading.Documents;

/// <summary>
/// Finds mathematics in Markdown: $…$, $`…`$, $$…$$, blocks of code in the language math, brackets behind backslashes and
/// environments, outside of other code and of comments.
/// </summary>
internal sealed class MarkdownScanner(string text, ICollection<Finding> findings)
{
    // Longer ones are sentences between two prices.
    private const int LongestInText = 2_000;

    // Nobody fences code within a line with more.
    private const int MostBackticks = 64;

    private readonly List<MathRegion> regions = [];
    private readonly Environments environments = new(text, findings);
    private readonly Paragraphs paragraphs = new(text);
    private int at;

    /// <summary>All mathematics, in order.</summary>
    public List<MathRegion> Scan()
    {
        while (at < text.Length)
        {
            if ((at == 0 || text[at - 1] == '\n') && TrySkipFence())
            {
                continue;
            }

            switch (text[at])
            {
                case '`':
                    SkipCode();
                    break;
                case '<' when StartsWith("<!--"):
                    var end = text.IndexOf("-->", at, StringComparison.Ordinal);
                    at = end < 0 ? text.Length : end + 3;
                    break;
                case '\\' when environments.TryTake(at, out var region, out var next):
                    regions.AddRange(region is { } found ? [found] : []);
                    at = next;
                    break;
                case '\\' when TryTakeEscaped():
                    break;
                case '\\':
                    at += 2;
                    break;
                case '$' when StartsWith("$$"):
                    TakeDisplayed();
                    break;
                case '$':
                    TakeInText();
                    break;
                default:
                    at++;
                    break;
            }
        }

        return regions;
    }

    private bool StartsWith(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private void TakeDisplayed()
    {
        var start = at + 2;
        var end = paragraphs.FindClosing(start, "$$");
        if (end < 0)
        {
            findings.Add(DocumentMessages.NotClosed(new TextSpan(at, 2), "$$", "$$"));
            at = paragraphs.EndAfter(start);
            return;
        }

        regions.Add(new MathRegion(TextSpan.Between(start, end), IsDisplayed: true));
        at = end + 2;
    }

    // As Pandoc has it: no blank after the first dollar and before the second, and no digit after that; else it is money.
    private void TakeInText()
    {
        var start = at + 1;
        var end = start < text.Length && !char.IsWhiteSpace(text[start]) ? ClosingDollar(start) : -1;
        if (end >= 0 && !char.IsWhiteSpace(text[end - 1]) && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1])))
        {
            var isCode = end - start > 2 && text[start] == '`' && text[end - 1] == '`';
            regions.Add(new MathRegion(isCode ? TextSpan.Between(start + 1, end - 1) : TextSpan.Between(start, end), IsDisplayed: false));
            at = end + 1;
            return;
        }

        at++;
    }

    // \( … \) and \[ … \], with one backslash or two. Escaped brackets around words are words.
    private bool TryTakeEscaped()
    {
        var slashes = StartsWith(@"\\") ? @"\\" : @"\";
        var bracket = at + slashes.Length < text.Length ? text[at + slashes.Length] : ' ';
        if (bracket is not ('(' or '['))
        {
            return false;
        }

        var start = at + slashes.Length + 1;
        var end = paragraphs.FindClosing(start, slashes + (bracket == '(' ? ')' : ']'));
        if (end < 0 || text.AsSpan(start, end - start).IndexOfAny('\\', '=') < 0)
        {
            return false;
        }

        regions.Add(new MathRegion(TextSpan.Between(start, end), IsDisplayed: bracket == '['));
        at = end + slashes.Length + 1;
        return true;
    }

    // The next dollar of the paragraph that stands in no braces, or −1.
    private int ClosingDollar(int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length && i - start < LongestInText; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '$' when depth <= 0:
                    return i;
                case '{' or '}':
                    depth += text[i] == '{' ? 1 : -1;
                    break;
                case '\n' when Closings.IsEmptyLine(text, i + 1):
                    return -1;
            }
        }

        return -1;
    }

    private bool TrySkipFence()
    {
        var start = at;
        while (start < text.Length && text[start] is ' ' or '>' && start - at < 4)
        {
            start++;
        }

        var length = RunAt(start);
        if (length < 3)
        {
            return false;
        }

        var mark = text[start];
        var (first, isMath) = (text.IndexOf('\n', start) + 1, LanguageAt(start + length) == "math");
        do
        {
            var lineEnd = text.IndexOf('\n', at);
            at = lineEnd < 0 ? text.Length : lineEnd + 1;
        }
        while (at < text.Length && !IsFenceEnd(mark, length));
        if (isMath && first > 0)
        {
            regions.Add(new MathRegion(TextSpan.Between(first, Math.Max(first, at)), IsDisplayed: true));
        }

        var last = at < text.Length ? text.IndexOf('\n', at) : -1;
        at = last < 0 ? text.Length : last + 1;
        return true;
    }

    private string LanguageAt(int start)
    {
        var end = text.IndexOf('\n', start);
        return (end < 0 ? text[start..] : text[start..end]).Trim();
    }

    private bool IsFenceEnd(char mark, int length)
    {
        var start = at;
        while (start < text.Length && text[start] is ' ' or '>' && start - at < 4)
        {
            start++;
        }

        return start < text.Length && text[start] == mark && RunAt(start) >= length;
    }

    private int RunAt(int start)
    {
        var next = start;
        while (next < text.Length && text[next] is '`' or '~' && text[next] == text[start])
        {
            next++;
        }

        return next - start;
    }

    // Code ends at a run of as many backticks as it begins with; without one the backticks are only characters.
    private void SkipCode()
    {
        var length = RunAt(at);
        var (end, fence) = (paragraphs.EndAfter(at), new string('`', Math.Min(length, MostBackticks)));
        if (length >= MostBackticks || paragraphs.Lacks(fence))
        {
            at += length;
            return;
        }

        for (var close = at + length; close < end; close++)
        {
            if (text[close] == '`')
            {
                var run = RunAt(close);
                if (run == length)
                {
                    at = close + run;
                    return;
                }

                close += run - 1;
            }
        }

        paragraphs.Known(fence, -1);
        at += length;
    }
}
