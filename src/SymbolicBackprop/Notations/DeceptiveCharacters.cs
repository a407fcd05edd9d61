using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Notations;

/// <summary>
/// Characters by which a text is not what it seems: those that turn the direction of writing or are not seen, and letters of other
/// scripts that are drawn as Latin ones (Unicode Technical Standard 39).
/// </summary>
internal static class DeceptiveCharacters
{
    private const string Foreign = "аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private const string Latin = "aeopcyxijshdqwABEKMHOPCTXIJSABEZHIKMNOPTYXo";

    // The non-joiner is part of the spelling of Persian words; joiners, hyphens and marks beside brackets are part of typing.
    private const string InNames = "\u200C";
    private const string InWords = "\u200C\u200D\u200E\u200F\u061C\u00AD";

    /// <summary>The first of them in a text and the letter that it looks like, empty for what is not seen; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isName">Whether it names something: then a word made of such letters alone deceives too; else it is one of its language.</param>
    public static (Rune Character, string Like)? First(string text, bool isName)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.IsSurrogate(text[end])))
            {
                end++;
            }

            if (InWord(text.AsSpan(start, end - start), isName) is { } found)
            {
                return found;
            }

            if (end < text.Length && char.GetUnicodeCategory(text[end]) == UnicodeCategory.Format && !(isName ? InNames : InWords).Contains(text[end], StringComparison.Ordinal))
            {
                return (new Rune(text[end]), "");
            }

            start = end + 1;
        }

        return null;
    }

    /// <summary>What is wrong with one, in words.</summary>
    public static string Describe((Rune Character, string Like) found) =>
        $"U+{found.Character.Value.ToString("X4", CultureInfo.InvariantCulture)} " + (found.Like.Length == 0 ? "is not seen" : $"looks like '{found.Like}' and is another letter");

    private static (Rune Character, string Like)? InWord(ReadOnlySpan<char> word, bool isName)
    {
        (Rune Character, string Like)? first = null;
        var (seemsLatin, hasLatin) = (true, false);
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) && Drawn(rune) is { } like)
            {
                first ??= (rune, like);
            }
            else if (Rune.IsLetter(rune))
            {
                seemsLatin &= rune.Value <= '\u024F';
                hasLatin = true;
            }
        }

        return seemsLatin && (isName || hasLatin) ? first : null;
    }

    // The Latin letter that another one is drawn as, or null.
    private static string? Drawn(Rune rune) => rune.Value switch
    {
        >= 0xFF21 and <= 0xFF5A => ((char)(rune.Value - 0xFEE0)).ToString(),
        >= 0x1D400 and <= 0x1D6A3 => Mathematical((rune.Value - 0x1D400) % 52),
        <= char.MaxValue when Foreign.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var at => Latin[at].ToString(),
        _ => null,
    };

    // The alphabets of mathematics follow one another, capitals first.
    private static string Mathematical(int position) => ((char)(position < 26 ? 'A' + position : 'a' + position - 26)).ToString();
}
