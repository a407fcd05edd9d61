namespace SymbolicBackprop.Reading.Documents;

/// <summary>Finds mathematics in LaTeX: \(…\), \[…\], dollars and environments, outside of comments and verbatim text.</summary>
internal sealed class LatexScanner(string text, ICollection<Finding> findings)
{
    private const string Begin = @"\begin{document}";
    private const string End = @"\end{document}";

    private readonly List<MathRegion> regions = [];
    private readonly Environments environments = new(text, findings);
    private readonly Paragraphs paragraphs = new(text);
    private int at = Math.Max(0, text.IndexOf(Begin, StringComparison.Ordinal));

    /// <summary>All mathematics, in order.</summary>
    public List<MathRegion> Scan()
    {
        while (at < text.Length && !StartsWith(End))
        {
            if (text[at] == '%')
            {
                var lineEnd = text.IndexOf('\n', at);
                at = lineEnd < 0 ? text.Length : lineEnd + 1;
            }
            else if (text[at] == '$')
            {
                var sign = StartsWith("$$") ? "$$" : "$";
                Take(sign, sign, isDisplayed: sign == "$$");
            }
            else if (text[at] == '\\')
            {
                TakeCommand();
            }
            else
            {
                at++;
            }
        }

        return regions;
    }

    private bool StartsWith(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private void TakeCommand()
    {
        if (StartsWith(@"\("))
        {
            Take(@"\(", @"\)", isDisplayed: false);
        }
        else if (StartsWith(@"\["))
        {
            Take(@"\[", @"\]", isDisplayed: true);
        }
        else if (environments.TryTake(at, out var region, out var next))
        {
            regions.AddRange(region is { } found ? [found] : []);
            at = next;
        }
        else if (StartsWith(@"\verb") && at + 5 < text.Length && !char.IsAsciiLetter(text[at + 5]))
        {
            var mark = text[at + 5] == '*' && at + 6 < text.Length ? at + 6 : at + 5;
            var end = text.IndexOf(text[mark], mark + 1);
            at = end < 0 ? mark + 1 : end + 1;
        }
        else
        {
            at += 2;
        }
    }

    private void Take(string opening, string closing, bool isDisplayed)
    {
        var start = at + opening.Length;
        var end = paragraphs.FindClosing(start, closing);
        if (end < 0)
        {
            findings.Add(DocumentMessages.NotClosed(new TextSpan(at, opening.Length), opening, closing));
            at = paragraphs.EndAfter(start);
            return;
        }

        regions.Add(new MathRegion(TextSpan.Between(start, end), isDisplayed));
        at = end + closing.Length;
    }
}
