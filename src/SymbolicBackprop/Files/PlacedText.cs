using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;

namespace SymbolicBackprop.Files;

/// <summary>A text taken out of a larger one, which can still say where each of its parts stands.</summary>
internal sealed class PlacedText
{
    private readonly SourceText source;
    private readonly int start;
    private readonly int length;
    private readonly int? firstCharacter;

    private PlacedText(SourceText source, int start, int length, string text)
    {
        this.source = source;
        this.start = start;
        this.length = length;
        Text = text;

        // With escapes or over several lines the parts cannot be found; then messages point at all of it.
        var within = source.Text.AsSpan(start, Math.Min(length, source.Text.Length - start));
        firstCharacter = within.SequenceEqual(text) ? start
            : within.Length == text.Length + 2 && within[1..^1].SequenceEqual(text) ? start + 1
            : null;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The place of all of it.</summary>
    public Place Whole => firstCharacter is null || Text.Length == 0 ? source.PlaceAt(start, length) : PlaceAt(0, Text.Length);

    /// <summary>All of a text.</summary>
    public static PlacedText Of(SourceText source) => new(source, 0, source.Text.Length, source.Text);

    /// <summary>The value of a YAML scalar.</summary>
    public static PlacedText Of(SourceText source, YamlScalar scalar) => new(source, scalar.Start, scalar.Length, scalar.Text);

    /// <summary>The place of a part.</summary>
    public Place PlaceAt(int offset, int partLength = 1) =>
        firstCharacter is { } first ? source.PlaceAt(first + offset, partLength) : source.PlaceAt(start, length);
}
