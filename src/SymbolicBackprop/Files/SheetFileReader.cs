using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>Reads network files. Mistakes are found all at once, and are values.</summary>
public static class SheetFileReader
{
    /// <summary>The keys of a network file.</summary>
    internal static readonly string[] Keys =
    [
        "title", "language", "digits", "network", "equations", "loss", "parameters", "notation", "max-paths", "marks", "pictures", "detail", .. NumberSection.Keys, "questions",
    ];

    /// <summary>Reads a network file with the questions of a sheet.</summary>
    /// <param name="source">The file.</param>
    /// <param name="limits">How much is taken; by default <see cref="Limits.Default"/>.</param>
    public static ReadResult<SheetFile> Read(SourceText source, Limits? limits = null) => Read(source, needsQuestions: true, forDocument: false, limits ?? Limits.Default);

    /// <summary>
    /// Reads a network file for a complete LaTeX document, whose words may have only the characters that the fonts of all engines
    /// have: Latin letters, Greek ones and the usual signs.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="limits">How much is taken; by default <see cref="Limits.Default"/>.</param>
    public static ReadResult<SheetFile> ReadForDocument(SourceText source, Limits? limits = null) => Read(source, needsQuestions: true, forDocument: true, limits ?? Limits.Default);

    /// <summary>Reads a network file that may have no questions, as where the question comes from elsewhere.</summary>
    /// <param name="source">The file.</param>
    /// <param name="limits">How much is taken; by default <see cref="Limits.Default"/>.</param>
    public static ReadResult<SheetFile> ReadNetwork(SourceText source, Limits? limits = null) => Read(source, needsQuestions: false, forDocument: false, limits ?? Limits.Default);

    private static ReadResult<SheetFile> Read(SourceText source, bool needsQuestions, bool forDocument, Limits limits)
    {
        var diagnostics = new List<Diagnostic>();
        var file = YamlReader.Read(source, diagnostics, limits) is { } root
            ? ReadRoot(new FileReading(source, diagnostics, forDocument, English.Instance, limits), root, needsQuestions)
            : null;
        return ReadResult.Of(file, diagnostics);
    }

    /// <summary>Reads what a network file holds from a text that is part of something else.</summary>
    internal static SheetFile? ReadRoot(FileReading reading, YamlNode root, bool needsQuestions)
    {
        if (YamlSection.Of(reading, root, "the file", Keys) is not { } section)
        {
            return null;
        }

        var code = section.Optional("language") is { } languageNode
            ? reading.Choice(languageNode, "language", [.. Language.All.Select(language => language.Code)], FileMessages.UnknownName)
            : null;
        var language = code is null ? English.Instance : Language.Named(code);
        reading = reading.In(language);
        var digits = section.Optional("digits") is { } digitsNode
            ? reading.Choice(digitsNode, "digits", [.. language.DigitSets.Select(digits => digits.Name)], FileMessages.UnknownValue)
            : null;
        var title = section.Optional("title") is { } titleNode ? reading.Line(titleNode, "title") : null;
        var equations = section.Optional("equations") is { } equationsNode ? EquationSection.Read(reading, equationsNode, section) : null;
        var standard = equations is null ? Notation.Parentheses : Notation.Parentheses with { Loss = equations.LossName };
        var notation = section.Optional("notation") is { } notationNode ? NotationSection.Read(reading, notationNode, standard) : standard;
        var network = section.Has("equations") ? EquationSection.NoNetwork(reading, section) : ReadNetwork(reading, section, notation);
        var paths = section.Optional("max-paths") is { } pathsNode ? reading.Number(pathsNode, "max-paths", 1, reading.Limits.Paths) : null;
        var marks = Flag(reading, section, "marks") ?? true;
        var pictures = Flag(reading, section, "pictures") ?? true;
        var detail = DetailNames.Read(reading, section, Detail.Steps);
        EquationSection.ReadParameters(reading, section, equations);
        var numbers = NumberSection.Read(reading, section, equations?.Model ?? network?.Model, notation, section.Has("equations"));
        var questionsNode = needsQuestions ? section.Required("questions") : section.Optional("questions");
        var questions = questionsNode is null || (equations is null && section.Has("equations")) ? [] : new QuestionSection(reading, network, equations, notation, detail).Read(questionsNode);
        return network is null && equations is null ? null : new SheetFile
        {
            Title = title ?? language.DefaultTitle,
            Language = language,
            Digits = language.DigitSets.FirstOrDefault(set => set.Name == digits) ?? language.DigitSets[0],
            Network = network,
            Equations = equations,
            Notation = notation,
            Questions = questions.ToEquatableList(),
            MaxPaths = paths ?? SheetFile.DefaultMaxPaths,
            Marks = marks,
            Pictures = pictures,
            Detail = detail,
            Numbers = numbers,
        };
    }

    private static Network? ReadNetwork(FileReading reading, YamlSection section, Notation notation)
    {
        if (section.Optional("loss") is { } loss)
        {
            reading.Report(FileMessages.LossWithoutEquations(reading.PlaceOf(loss)));
        }

        return section.Required("network") is { } node ? NetworkSection.Read(reading, node, notation.Loss) : null;
    }

    private static bool? Flag(FileReading reading, YamlSection section, string key) =>
        section.Optional(key) is { } node && reading.Choice(node, key, ["true", "false"], FileMessages.UnknownValue) is { } value ? value == "true" : null;
}
