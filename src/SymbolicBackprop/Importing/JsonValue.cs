using System.Text.Json;

namespace SymbolicBackprop.Importing;

/// <summary>A value of a JSON text, and where it stands.</summary>
/// <param name="Kind">What it is: an object, an array, a string, a number, true, false or null.</param>
/// <param name="Text">A string without quotes and escapes, a number as it is written, or a word.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="Length">How long the part of it is that messages point at.</param>
internal sealed record JsonValue(JsonValueKind Kind, string Text, int Start, int Length)
{
    /// <summary>The items of an array.</summary>
    public List<JsonValue> Items { get; } = [];

    /// <summary>The members of an object.</summary>
    public List<(string Key, JsonValue Value)> Members { get; } = [];

    /// <summary>The member of a name, or null where there is none or it is <c>null</c>.</summary>
    public JsonValue? this[string key] => Members.FindLast(member => member.Key == key).Value is { Kind: not JsonValueKind.Null } value ? value : null;

    /// <summary>The text of a string, or null for all else.</summary>
    public string? String => Kind == JsonValueKind.String ? Text : null;
}
