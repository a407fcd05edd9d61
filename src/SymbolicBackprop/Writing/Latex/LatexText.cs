using System.Text;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Plain words in LaTeX.</summary>
internal static class LatexText
{
    /// <summary>Words of a document, those that run against its direction in the command that turns them.</summary>
    public static string Of(string text, LatexSetup setup) => setup.LeftToRightCommand is { } command
        ? string.Concat(DirectionRuns.Of(text).Select(run => run.IsLeftToRight ? $"{command}{{{Escaped(run.Text)}}}" : Escaped(run.Text)))
        : Escaped(text);

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
