namespace SymbolicBackprop.Reading;

/// <summary>A stretch of a text.</summary>
/// <param name="Offset">Where it starts, counted from 0 in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextSpan(int Offset, int Length)
{
    /// <summary>Where it ends: the offset of what comes after it.</summary>
    public int End => Offset + Length;

    /// <summary>The stretch from one offset up to another.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The stretch from the start of this one to the end of another.</summary>
    public TextSpan To(TextSpan last) => Between(Offset, last.End);

    /// <summary>The same stretch in a text that this one's text stands in.</summary>
    /// <param name="offset">Where the inner text starts in the outer one.</param>
    public TextSpan Shift(int offset) => this with { Offset = Offset + offset };

    /// <summary>The stretch as <c>offset..end</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Offset}..{End}");
}
