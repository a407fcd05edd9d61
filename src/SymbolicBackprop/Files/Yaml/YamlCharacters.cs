using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Files.Yaml;

/// <summary>
/// Looks for characters that YAML does not take. The parser finds them too, but some late, some at another place, and a NUL ends
/// its text without a word.
/// </summary>
internal static class YamlCharacters
{
    public static Diagnostic? FirstRefused(SourceText source)
    {
        var inIndentation = true;
        for (var i = 0; i < source.Text.Length; i++)
        {
            var character = source.Text[i];
            if (character is '\n' or '\r')
            {
                inIndentation = true;
            }
            else if (character == '\t' && inIndentation && !IsRestBlank(source.Text, i))
            {
                return YamlMessages.Tab(source.PlaceAt(i));
            }
            else if (char.IsControl(character) && character is not ('\t' or '\u0085'))
            {
                return YamlMessages.ControlCharacter(source.PlaceAt(i), character);
            }
            else if (character is not (' ' or '\t'))
            {
                inIndentation = false;
            }
        }

        return null;
    }

    // A tab on a line that is blank, or holds only a comment, indents nothing.
    private static bool IsRestBlank(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' or '#')
            {
                return true;
            }

            if (text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
