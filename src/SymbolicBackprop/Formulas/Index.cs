using System.Globalization;

namespace SymbolicBackprop.Formulas;

/// <summary>An index of a layer, a unit or a summation: a number, or a letter with an offset such as <c>l−1</c>.</summary>
public readonly record struct Index
{
    private Index(string? letter, int number)
    {
        Letter = letter;
        Number = number;
    }

    /// <summary>The letter, or null for a plain number.</summary>
    public string? Letter { get; }

    /// <summary>The number, or what is added to the letter.</summary>
    public int Number { get; }

    /// <summary>A number as an index.</summary>
    public static implicit operator Index(int number) => new(null, number);

    /// <summary>A letter as an index, with an offset.</summary>
    public static Index Of(string letter, int offset = 0) => new(letter, offset);

    /// <summary>This index with a number in the place of a letter.</summary>
    public Index Bind(string letter, int value) => Letter == letter ? value + Number : this;

    /// <summary>The index as <c>3</c>, <c>j</c> or <c>l-1</c>.</summary>
    public override string ToString() =>
        Letter is null ? Number.ToString(CultureInfo.InvariantCulture)
        : Number == 0 ? Letter
        : Letter + Number.ToString("+0;-0", CultureInfo.InvariantCulture);
}
