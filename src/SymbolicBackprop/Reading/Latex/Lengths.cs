using System.Globalization;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Lengths as TeX has them: 2pt, 0.5 cm, 1em.</summary>
internal static class Lengths
{
    /// <summary>Whether a text is a length.</summary>
    public static bool IsLength(ReadOnlySpan<char> content) => content.Length is > 2 and < 20
        && char.IsAsciiLetterLower(content[^1]) && char.IsAsciiLetterLower(content[^2])
        && content[..^2].IndexOfAnyExcept("0123456789.- ") < 0;

    /// <summary>Whether a space is as wide as \quad or wider, so that it sets formulas apart. A space by another measure, such as the width of the text, is.</summary>
    public static bool IsWide(ReadOnlySpan<char> content)
    {
        content = content.Trim();
        return !IsLength(content)
            || !double.TryParse(content[..^2].Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || number * PointsOf(content[^2..]) >= 10;
    }

    private static double PointsOf(ReadOnlySpan<char> unit) => unit switch
    {
        "em" => 10,
        "ex" => 4.3,
        "cm" => 28.45,
        "mm" => 2.845,
        "in" => 72.27,
        "mu" => 10 / 18.0,
        _ => 1,
    };
}
