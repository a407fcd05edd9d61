namespace SymbolicBackprop.Writing.Text;

/// <summary>
/// Marks around text of one direction within text of the other (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
/// </summary>
internal static class Isolates
{
    private const char LeftToRight = '\u2066';
    private const char FirstStrong = '\u2068';
    private const char End = '\u2069';

    /// <summary>Mathematics in a document: from left to right where the document does not run so by itself.</summary>
    public static string Mathematics(string text, bool inRightToLeft) => inRightToLeft ? LeftToRight + text + End : text;

    /// <summary>Words in mathematics: in the direction of their letters.</summary>
    public static string Words(string text) => text.All(char.IsAscii) ? text : FirstStrong + text + End;
}
