using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Files.Yaml;

/// <summary>
/// Looks for characters that YAML does not take. The parser finds them too, but some late, some at another place, and a NUL ends
/// its text without a word.
/// </summary>
internal static class YamlCharacters
{
    /// <summary>The first character that is refused, or null where there is none.</summary>
    public static Diagnostic? FirstRefused(SourceText source)
    {
        var text = source.Text;
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = EndOfLine(text, start);
            var content = text.AsSpan(start, end - start);
            var tab = content[..Indentation(content)].IndexOf('\t');
            if (tab >= 0 && !IsIdle(content))
            {
                return YamlMessages.Tab(source.PlaceAt(start + tab));
            }

            for (var i = start; i < end; i++)
            {
                if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\u0085'))
                {
                    return YamlMessages.ControlCharacter(source.PlaceAt(i), text[i]);
                }
            }
        }

        return null;
    }

    /// <summary>
    /// The text with spaces for the tabs of lines that hold nothing else or only a comment, where they indent nothing; the parser
    /// minds them after some values. Everything keeps its place.
    /// </summary>
    public static string WithoutIdleTabs(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return text;
        }

        var result = text.ToCharArray();
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = EndOfLine(text, start);
            var content = text.AsSpan(start, end - start);
            if (IsIdle(content))
            {
                result.AsSpan(start, Indentation(content)).Replace('\t', ' ');
            }
        }

        return new string(result);
    }

    // The offset after the line break.
    private static int EndOfLine(string text, int start)
    {
        var lineBreak = text.AsSpan(start).IndexOfAny('\n', '\r');
        return lineBreak < 0 ? text.Length : start + lineBreak + 1;
    }

    private static int Indentation(ReadOnlySpan<char> line)
    {
        var length = line.IndexOfAnyExcept(' ', '\t');
        return length < 0 ? line.Length : length;
    }

    private static bool IsIdle(ReadOnlySpan<char> line) => line[Indentation(line)..] is [] or ['\n' or '\r' or '#', ..];
}
