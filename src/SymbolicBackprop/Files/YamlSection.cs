using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;

namespace SymbolicBackprop.Files;

/// <summary>A part of a network file that has keys. Says which of them are unknown, stand twice, have no value or are missing.</summary>
internal sealed class YamlSection
{
    private readonly FileReading reading;
    private readonly YamlMapping mapping;
    private readonly string what;
    private readonly Dictionary<string, (YamlScalar Key, YamlNode Value)> entries = [];
    private readonly HashSet<string> misspelt = [];

    private YamlSection(FileReading reading, YamlMapping mapping, string what, string[] known)
    {
        this.reading = reading;
        this.mapping = mapping;
        this.what = what;
        foreach (var (key, value) in mapping.Entries)
        {
            if (!known.Contains(key.Text))
            {
                reading.Report(FileMessages.UnknownKey(reading.PlaceOf(key), key.Text, what, known));
                if (Wording.Closest(key.Text, known) is { } meant)
                {
                    misspelt.Add(meant);
                }
            }
            else if (!entries.TryAdd(key.Text, (key, value)))
            {
                var first = reading.PlaceOf(entries[key.Text].Key);
                reading.Report(FileMessages.DuplicateKey(reading.PlaceOf(key), key.Text, first.Line));
            }
        }
    }

    /// <summary>The keys of a node, or null where it has none.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The node.</param>
    /// <param name="what">What it is to a person: <c>a layer</c>.</param>
    /// <param name="known">The keys it may have.</param>
    public static YamlSection? Of(FileReading reading, YamlNode node, string what, params string[] known)
    {
        if (node is YamlMapping mapping)
        {
            return new YamlSection(reading, mapping, what, known);
        }

        if (node is not YamlRefused)
        {
            reading.Report(FileMessages.KeysExpected(reading.PlaceOf(node), what, node, known));
        }

        return null;
    }

    /// <summary>Whether a key is there, with a value or without.</summary>
    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>The value of a key that may be missing.</summary>
    public YamlNode? Optional(string key)
    {
        if (!entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (entry.Value is YamlScalar { IsAbsent: true })
        {
            reading.Report(FileMessages.NoValue(reading.PlaceOf(entry.Key), key, what));
            return null;
        }

        return entry.Value;
    }

    /// <summary>The value of a key that must be there.</summary>
    public YamlNode? Required(string key)
    {
        if (!entries.ContainsKey(key) && !misspelt.Contains(key))
        {
            reading.Report(FileMessages.MissingKey(reading.PlaceOf(mapping), key, what));
        }

        return Optional(key);
    }
}
