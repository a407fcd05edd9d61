using System.Globalization;
using System.Text;

namespace SymbolicBackprop.Diagnostics;

/// <summary>The turns of phrase that messages share.</summary>
internal static class Wording
{
    private const int LongestQuote = 40;

    /// <summary>A piece of the input in quotes, in one line, cut where it is long.</summary>
    public static string Quoted(string text)
    {
        var visible = Visible(text).Replace('\t', ' ');
        if (visible.Length > LongestQuote)
        {
            // Never between the halves of one character.
            var end = char.IsHighSurrogate(visible[LongestQuote - 2]) ? LongestQuote - 2 : LongestQuote - 1;
            visible = visible[..end] + "…";
        }

        return $"'{visible}'";
    }

    /// <summary>A text with a sign in place of each character that nobody sees or that would do something to a screen; a tab may stay.</summary>
    public static string Visible(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(IsSeen(rune) ? rune : Rune.ReplacementChar);
        }

        return result.ToString();
    }

    private static bool IsSeen(Rune rune) => rune.Value == '\t' || Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Several things: <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> items, string last = "and")
    {
        var all = items.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    /// <summary>A number of things: <c>1 unit</c>, <c>2 units</c>.</summary>
    public static string Count(int number, string thing) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + thing + (number == 1 ? "" : "s");

    /// <summary>Why the system did not do it, in words.</summary>
    public static string Reason(Exception exception) => exception switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the name is too long",
        _ => exception.Message.Split(" : '")[0], // the system's own words, without the path after them
    };

    /// <summary>The hint that names the closest of the known names, or null where none is close.</summary>
    public static string? DidYouMean(string written, IEnumerable<string> known) =>
        Closest(written, known) is { } name ? $"did you mean '{name}'?" : null;

    /// <summary>The known name that a misspelt one is closest to, or null where none is close.</summary>
    public static string? Closest(string written, IEnumerable<string> known)
    {
        // An error in about every third letter: more would suggest names that have nothing to do with it.
        var name = known.MinBy(candidate => Distance(written, candidate));
        return name is { Length: > 1 } && Distance(written, name) <= Math.Max(1, name.Length / 3) ? name : null;
    }

    // The number of letters to insert, remove, replace or swap with their neighbour (optimal string alignment), whatever their case.
    private static int Distance(string written, string name)
    {
        if (Math.Abs(written.Length - name.Length) > name.Length)
        {
            return int.MaxValue;
        }

        var (left, right) = (written.ToLowerInvariant(), name.ToLowerInvariant());
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                var replaced = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[left.Length, right.Length];
    }
}
