using SymbolicBackprop.Reading.Latex;

namespace SymbolicBackprop.Reading.Documents;

/// <summary>Environments of LaTeX that hold mathematics, or text that is not to be looked into.</summary>
internal sealed class Environments(string text, ICollection<Finding> findings)
{
    private const string Begin = @"\begin{";

    // Looked for to the end of the text once; looking again would not find them either.
    private readonly HashSet<string> notClosed = new(StringComparer.Ordinal);

    /// <summary>Takes an environment that begins at an offset.</summary>
    /// <param name="start">The offset.</param>
    /// <param name="region">The mathematics in it, or null for text that is passed over.</param>
    /// <param name="next">Where it ends.</param>
    /// <returns>Whether such an environment begins there.</returns>
    public bool TryTake(int start, out MathRegion? region, out int next)
    {
        region = null;
        next = start;
        if (string.CompareOrdinal(text, start, Begin, 0, Begin.Length) != 0)
        {
            return false;
        }

        var nameEnd = text.IndexOf('}', start, Math.Min(60, text.Length - start));
        var name = nameEnd < 0 ? "" : text[(start + Begin.Length)..nameEnd];
        var isMathematics = PassedOver.LayoutEnvironments.Contains(name.TrimEnd('*'));
        if (!isMathematics && !IsVerbatim(name))
        {
            return false;
        }

        var ending = $@"\end{{{name}}}";
        var end = notClosed.Contains(name) ? -1 : EndOf(ending, nameEnd);
        next = end < 0 ? nameEnd + 1 : end + ending.Length;
        if (end < 0)
        {
            notClosed.Add(name);
            findings.Add(DocumentMessages.EnvironmentNotClosed(TextSpan.Between(start, nameEnd + 1), name));
        }
        else if (isMathematics)
        {
            // The \begin goes along: it may have arguments.
            region = new MathRegion(TextSpan.Between(start, next), IsDisplayed: name != "math");
        }

        return true;
    }

    // Not one in a comment.
    private int EndOf(string ending, int from)
    {
        for (var end = text.IndexOf(ending, from, StringComparison.Ordinal); end >= 0; end = text.IndexOf(ending, end + 1, StringComparison.Ordinal))
        {
            var lineStart = text.LastIndexOf('\n', end) + 1;
            var comment = text.IndexOf('%', lineStart, end - lineStart);
            if (comment < 0 || (comment > 0 && text[comment - 1] == '\\') || ending.Contains("verb", StringComparison.Ordinal))
            {
                return end;
            }
        }

        return -1;
    }

    private static bool IsVerbatim(string name) => name is "verbatim" or "verbatim*" or "Verbatim" or "lstlisting" or "minted" or "comment" or "filecontents" or "filecontents*";
}
