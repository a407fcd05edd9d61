namespace SymbolicBackprop.Reading.Documents;

/// <summary>Finds where mathematics ends.</summary>
internal static class Closings
{
    /// <summary>The start of the next empty line, or the end of the text.</summary>
    public static int EmptyLine(string text, int from)
    {
        for (var i = text.IndexOf('\n', from); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            if (IsEmptyLine(text, i + 1))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    /// <summary>Whether the line that starts at an offset is empty.</summary>
    public static bool IsEmptyLine(string text, int start)
    {
        while (start < text.Length && text[start] is ' ' or '\t' or '\r')
        {
            start++;
        }

        return start >= text.Length || text[start] == '\n';
    }

    /// <summary>
    /// The offset of a closing sign, or −1. One inside braces belongs to a text within the formula, unless no other is found.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the mathematics begins.</param>
    /// <param name="end">Where it has to have ended.</param>
    /// <param name="closing">The sign.</param>
    public static int Find(string text, int from, int end, string closing)
    {
        var first = -1;
        var depth = 0;
        for (var i = from; i < end; i++)
        {
            if (i + closing.Length <= end && string.CompareOrdinal(text, i, closing, 0, closing.Length) == 0)
            {
                if (depth <= 0)
                {
                    return i;
                }

                first = first < 0 ? i : first;
            }

            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            i += text[i] == '\\' ? 1 : 0;
        }

        return first;
    }
}
