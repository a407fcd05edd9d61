namespace SymbolicBackprop.Files.Yaml;

/// <summary>A node of a YAML document and where it stands in the text.</summary>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How long the part of it is that messages point at.</param>
internal abstract record YamlNode(int Start, int Length);

/// <summary>A single value.</summary>
/// <param name="Text">The value without quotes and escapes.</param>
/// <param name="IsQuoted">Whether it was written in quotes or as a block of text.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">The length as written.</param>
internal sealed record YamlScalar(string Text, bool IsQuoted, int Start, int Length) : YamlNode(Start, Length)
{
    /// <summary>Whether nothing is written where a value could stand.</summary>
    public bool IsAbsent => Text.Length == 0 && !IsQuoted;
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(IReadOnlyList<YamlNode> Items, int Start) : YamlNode(Start, 1);

/// <summary>Keys with values.</summary>
internal sealed record YamlMapping(IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries, int Start) : YamlNode(Start, 1);

/// <summary>A node that has been refused already, so that nothing more is to be said about it.</summary>
internal sealed record YamlRefused(int Start) : YamlNode(Start, 1);
