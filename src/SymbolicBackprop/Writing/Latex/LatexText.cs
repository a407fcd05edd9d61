using System.Text;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Plain words in LaTeX.</summary>
internal static class LatexText
{
    /// <summary>Words with TeX's special characters as text.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character switch
            {
                '\\' => @"\textbackslash{}",
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => @"\" + character,
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                '’' => "'",
                _ when PrintableCharacters.TryFindCommand(character, out var command) => PrintableCharacters.InWords(command),
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
