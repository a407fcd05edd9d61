using System.Text;

namespace SymbolicBackprop.Diagnostics;

/// <summary>A text with a name, in which places can be shown.</summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;
    private readonly string?[] lines; // made when first shown: places of one line share it

    /// <summary>Makes a text.</summary>
    /// <param name="name">The name under which messages speak of it, as a rule its file.</param>
    /// <param name="text">The text.</param>
    public SourceText(string name, string text)
    {
        Name = name;
        Text = text;
        lineStarts = [0, .. StartsAfterBreaks(text)];
        lines = new string?[lineStarts.Length];
    }

    /// <summary>The name under which messages speak of it.</summary>
    public string Name { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Reads the bytes of a file, which must be UTF-8; a byte order mark is left out.</summary>
    /// <param name="name">The name under which messages speak of it.</param>
    /// <param name="bytes">The bytes.</param>
    public static ReadResult<SourceText> Decode(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var source = new SourceText(name, Encoding.UTF8.GetString(bytes));
        var valid = ValidPrefix(bytes);
        return valid == bytes.Length
            ? ReadResult.Of(source)
            : ReadResult.Failed<SourceText>(SourceTextMessages.NotUtf8(source.PlaceAt(Encoding.UTF8.GetCharCount(bytes[..valid]))));
    }

    /// <summary>The place of a stretch of the text.</summary>
    /// <param name="offset">Where it starts, counted from 0; the end of the text is a place too.</param>
    /// <param name="length">How long it is; what lies beyond the end of its first line is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not in the text.</exception>
    public Place PlaceAt(int offset, int length = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        var (number, start, end) = LineAt(offset);
        var column = Math.Min(offset, end) - start;
        return new Place(Name, number, column + 1, Math.Max(1, Math.Min(length, end - start - column)), lines[number - 1] ??= Text[start..end]);
    }

    /// <summary>The line that an offset is in: its number counted from 1, where it starts, and where it ends, before its line break.</summary>
    internal (int Number, int Start, int End) LineAt(int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        var line = found >= 0 ? found : ~found - 1;
        var start = lineStarts[line];
        var end = line + 1 < lineStarts.Length ? lineStarts[line + 1] : Text.Length;
        return (line + 1, start, start + Text.AsSpan(start, end - start).TrimEnd("\r\n").Length);
    }

    private static List<int> StartsAfterBreaks(string text)
    {
        var starts = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (valid < bytes.Length
            && Rune.DecodeFromUtf8(bytes[valid..], out _, out var read) == System.Buffers.OperationStatus.Done)
        {
            valid += read;
        }

        return valid;
    }
}
