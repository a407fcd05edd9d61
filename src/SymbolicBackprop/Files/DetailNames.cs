using SymbolicBackprop.Derivations;

namespace SymbolicBackprop.Files;

/// <summary>The names that details have in network files and on the command line.</summary>
public static class DetailNames
{
    private const string Key = "detail";

    /// <summary>All names, from the least detail to the most.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Detail>().Select(Of)];

    /// <summary>The detail of a name, or null where there is none.</summary>
    public static Detail? Find(string name) => Enum.GetValues<Detail>().Cast<Detail?>().FirstOrDefault(detail => Of(detail!.Value) == name);

    /// <summary>Reads the key of a network file, or of one of its questions.</summary>
    internal static Detail Read(FileReading reading, YamlSection section, Detail otherwise) =>
        section.Optional(Key) is { } node && reading.Choice(node, Key, All, FileMessages.UnknownValue) is { } name ? Find(name)!.Value : otherwise;

    private static string Of(Detail detail) => detail.ToString().ToLowerInvariant();
}
