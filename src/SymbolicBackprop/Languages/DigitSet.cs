using System.Globalization;

namespace SymbolicBackprop.Languages;

/// <summary>Digits that numbers are written with in sentences.</summary>
/// <param name="Name">The name in network files.</param>
/// <param name="Zero">The digit 0; the others follow it in Unicode.</param>
public sealed record DigitSet(string Name, char Zero)
{
    /// <summary>0 to 9.</summary>
    public static DigitSet Latin { get; } = new("latin", '0');

    /// <summary>۰ to ۹.</summary>
    public static DigitSet Persian { get; } = new("persian", '۰');

    /// <summary>A number in these digits.</summary>
    public string Write(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture)
        .Select(character => char.IsAsciiDigit(character) ? (char)(Zero + (character - '0')) : character));
}
