namespace SymbolicBackprop.Reading.Documents;

/// <summary>
/// The paragraphs of a text, as far as they have been looked at: what is not found in one is not looked for again, so that the time goes
/// with the length of the text.
/// </summary>
internal sealed class Paragraphs(string text)
{
    private readonly HashSet<string> notClosed = new(StringComparer.Ordinal);
    private int known;
    private int end = -1;

    /// <summary>The end of the paragraph that an offset is in: the start of the next empty line, or the end of the text.</summary>
    public int EndAfter(int offset)
    {
        if (offset < known || offset >= end)
        {
            (known, end) = (offset, Closings.EmptyLine(text, offset));
            notClosed.Clear();
        }

        return end;
    }

    /// <summary>The offset of a closing sign in the paragraph that an offset is in, or −1, as <see cref="Closings.Find"/> has it.</summary>
    public int FindClosing(int from, string closing)
    {
        var until = EndAfter(from);
        return notClosed.Contains(closing) ? -1 : Known(closing, Closings.Find(text, from, until, closing));
    }

    /// <summary>Remembers where a sign is not found.</summary>
    /// <param name="closing">The sign.</param>
    /// <param name="found">Where it was found in the paragraph looked at last, or −1.</param>
    public int Known(string closing, int found)
    {
        if (found < 0)
        {
            notClosed.Add(closing);
        }

        return found;
    }

    /// <summary>Whether a sign was not found before in the paragraph looked at last.</summary>
    public bool Lacks(string closing) => notClosed.Contains(closing);
}
