using System.Text;
using System.Text.Json;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Importing;

/// <summary>Reads JSON with the places of everything in it.</summary>
internal static class JsonText
{
    /// <summary>The value of a text, or the mistake in it.</summary>
    public static ReadResult<JsonValue> Read(SourceText source)
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            return ReadResult.Failed<JsonValue>(ImportMessages.Empty(source.PlaceAt(0)));
        }

        var bytes = Encoding.UTF8.GetBytes(source.Text);
        var reader = new Utf8JsonReader(bytes); // no deeper than its own bound
        var offsets = new Offsets(bytes);
        var open = new Stack<JsonValue>();
        var key = "";
        JsonValue? root = null;
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        key = reader.GetString()!;
                        continue;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        open.Pop();
                        continue;
                }

                var start = offsets.At((int)reader.TokenStartIndex);
                var kind = KindOf(reader.TokenType);
                var value = kind is JsonValueKind.Object or JsonValueKind.Array
                    ? new JsonValue(kind, "", start, 1)
                    : new JsonValue(
                        kind,
                        kind == JsonValueKind.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan),
                        start,
                        offsets.At((int)reader.BytesConsumed) - start);
                if (open.TryPeek(out var parent))
                {
                    if (parent.Kind == JsonValueKind.Object)
                    {
                        parent.Members.Add((key, value));
                    }
                    else
                    {
                        parent.Items.Add(value);
                    }
                }

                root ??= value;
                if (kind is JsonValueKind.Object or JsonValueKind.Array)
                {
                    open.Push(value);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A string of half a character is an invalid operation.
            return ReadResult.Failed<JsonValue>(ImportMessages.NotJson(source.PlaceAt(offsets.At((int)reader.BytesConsumed)), exception.Message));
        }

        return ReadResult.Of(root!);
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => throw new InvalidOperationException($"A {token} starts no value."),
    };

    /// <summary>From bytes to characters; places are asked for in ascending order.</summary>
    private sealed class Offsets(byte[] bytes)
    {
        private int lastByte;
        private int lastCharacter;

        public int At(int index)
        {
            lastCharacter += Encoding.UTF8.GetCharCount(bytes, lastByte, index - lastByte);
            lastByte = index;
            return lastCharacter;
        }
    }
}
