using System.Text.RegularExpressions;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;

namespace SymbolicBackprop.Embedding;

/// <summary>
/// Reads a block of derivations: a network file with questions, which may give its network a name; or questions alone, about the network
/// of a file or of an earlier block.
/// </summary>
internal sealed partial class BlockReader(PageNetworks networks)
{
    private const string NameKey = "name";
    private const string FileKey = "file";
    private const string NetworkKey = "network";
    private const string What = "a block";

    /// <summary>What the block asks; null where it has mistakes, which are among the diagnostics.</summary>
    public SheetFile? Read(SourceText source, List<Diagnostic> diagnostics)
    {
        if (YamlReader.Read(source, diagnostics, Limits.Default) is not { } root)
        {
            return null;
        }

        var reading = new FileReading(source, diagnostics, forDocument: false, English.Instance, Limits.Default);
        string? name = null;
        if (root is YamlMapping block && block.Entries.FirstOrDefault(entry => entry.Key.Text == NameKey) is { Key: not null } named)
        {
            name = ReadName(reading, named.Value);
            root = block with { Entries = [.. block.Entries.Where(entry => !ReferenceEquals(entry.Key, named.Key))] };
        }

        var file = root is YamlMapping mapping && mapping.Entries.Any(Refers) ? ReadReferring(reading, mapping, name is null) : SheetFileReader.ReadRoot(reading, root, needsQuestions: name is null);
        if (file is null || diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error))
        {
            return null;
        }

        networks.Add(file, name);
        return file with { Pictures = false };
    }

    private static bool Refers((YamlScalar Key, YamlNode Value) entry) =>
        entry.Key.Text == FileKey || (entry.Key.Text == NetworkKey && entry.Value is YamlScalar { IsAbsent: false });

    private string? ReadName(FileReading reading, YamlNode node)
    {
        if (reading.Line(node, NameKey) is not { } name)
        {
            return null;
        }

        if (!NetworkName().IsMatch(name))
        {
            reading.Report(EmbeddingMessages.NoName(reading.PlaceOf(node), name));
        }
        else if (networks.Has(name))
        {
            reading.Report(EmbeddingMessages.NameTaken(reading.PlaceOf(node), name));
        }

        return name;
    }

    private SheetFile? ReadReferring(FileReading reading, YamlMapping mapping, bool needsQuestions)
    {
        if (YamlSection.Of(reading, mapping, What, FileKey, NetworkKey, "notation", "detail", "questions") is not { } section
            || (section.Optional(FileKey) ?? section.Optional(NetworkKey)) is not { } node
            || reading.Line(node, section.Has(FileKey) ? FileKey : NetworkKey) is not { } reference)
        {
            return null;
        }

        var place = reading.PlaceOf(node);
        if (section.Has(FileKey) && section.Has(NetworkKey))
        {
            reading.Report(EmbeddingMessages.FileAndNetwork(place));
            return null;
        }

        var found = new List<Diagnostic>();
        var about = section.Has(FileKey) ? networks.FromFile(reference, place, found) : networks.Find(reference, place, found);
        reading.Report(found);
        if (about is null)
        {
            return null;
        }

        var notation = section.Optional("notation") is { } notationNode ? NotationSection.Read(reading, notationNode, about.Notation) : about.Notation;
        var detail = DetailNames.Read(reading, section, about.Detail);
        about = about with { Notation = notation, Detail = detail };
        if (section.Optional("questions") is { } questions)
        {
            return about with { Questions = new QuestionSection(reading, about.Network, about.Equations, notation, detail).Read(questions).ToEquatableList() };
        }

        // Without questions of its own, the block asks those of the file.
        if (needsQuestions && about.Questions.Count == 0)
        {
            section.Required("questions");
        }

        about = section.Has("notation") ? about.WithNotation(_ => notation) : about;
        return section.Has("detail") ? about.WithDetail(detail) : about;
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
    private static partial Regex NetworkName();
}
