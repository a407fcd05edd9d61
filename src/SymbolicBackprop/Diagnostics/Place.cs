namespace SymbolicBackprop.Diagnostics;

/// <summary>A place in a text: a stretch of one line.</summary>
/// <param name="File">The name of the text, as a rule its file.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1 in UTF-16 code units, as editors count.</param>
/// <param name="Length">How much of the line is meant, at least 1; at the end of a line it may reach one over it.</param>
/// <param name="SourceLine">The whole line, without its line break.</param>
public sealed record Place(string File, int Line, int Column, int Length, string SourceLine) : IComparable<Place>
{
    /// <summary>A place given by an offset into a text. Where several places are needed, <see cref="SourceText"/> counts the lines only once.</summary>
    /// <param name="file">The name of the text.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="offset">Where the place starts, counted from 0.</param>
    /// <param name="length">How long it is; what lies beyond the end of the line is left out.</param>
    public static Place At(string file, string text, int offset, int length = 1) => new SourceText(file, text).PlaceAt(offset, length);

    /// <summary>Order by line, then column.</summary>
    public int CompareTo(Place? other) =>
        other is null ? 1
        : Line != other.Line ? Line.CompareTo(other.Line)
        : Column.CompareTo(other.Column);

    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}");
}
