using System.Globalization;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>A part of a subscript: a run of digits as it is written, or a letter with an offset.</summary>
/// <param name="Digits">The digits, or null.</param>
/// <param name="Letter">The index where it is no run of digits.</param>
internal readonly record struct SubscriptPart(string? Digits, Index Letter);

/// <summary>The indices of a quantity as they are written.</summary>
/// <param name="Parts">The parts in order.</param>
/// <param name="HasCommas">Whether commas stand between the parts.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record Subscript(IReadOnlyList<SubscriptPart> Parts, bool HasCommas, TextSpan Span)
{
    // More would not be a count of anything.
    public const int MostDigits = 9;

    /// <summary>The indices, each run of digits one number.</summary>
    public EquatableList<Index> Numbers => Parts
        .Select(part => part.Digits is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : part.Letter)
        .ToEquatableList();

    /// <summary>
    /// The indices of a weight: in w_{11} each digit is one, unless commas separate them. Null where digits could be
    /// distributed in several ways.
    /// </summary>
    public EquatableList<Index>? OfWeight()
    {
        if (HasCommas || Parts.All(part => part.Digits is null or { Length: 1 }))
        {
            return Numbers;
        }

        return Parts is [{ Digits: { Length: 2 } two }] ? [two[0] - '0', two[1] - '0'] : null;
    }
}
