using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>Reads the key <c>questions</c> of a network file.</summary>
/// <param name="reading">The file.</param>
/// <param name="network">The network, or null where it has mistakes; then nobody knows which quantities exist.</param>
/// <param name="equations">The model that equations give, or null where a network gives it.</param>
/// <param name="notation">The notation of the file.</param>
/// <param name="detail">The detail of the file.</param>
internal sealed class QuestionSection(FileReading reading, Network? network, EquationModel? equations, Notation notation, Detail detail)
{
    /// <summary>The keys of a question.</summary>
    public static readonly string[] Keys = ["of", "notation", "detail"];

    public IEnumerable<Question> Read(YamlNode node) => [.. reading.Items(node, "questions").Select(ReadQuestion).OfType<Question>()];

    private Question? ReadQuestion(YamlNode node)
    {
        if (node is YamlScalar scalar)
        {
            if (!scalar.IsAbsent)
            {
                return ReadTarget(scalar, notation, detail);
            }

            reading.Report(FileMessages.EmptyItem(reading.PlaceOf(node), "questions"));
            return null;
        }

        if (YamlSection.Of(reading, node, "a question", Keys) is not { } section)
        {
            return null;
        }

        var own = section.Optional("notation") is { } notationNode ? NotationSection.Read(reading, notationNode, notation) : notation;
        var ownDetail = DetailNames.Read(reading, section, detail);
        return section.Required("of") is { } of && reading.Value(of, "of") is { } target ? ReadTarget(target, own, ownDetail) : null;
    }

    private Question? ReadTarget(YamlScalar written, Notation own, Detail ownDetail)
    {
        var placed = PlacedText.Of(reading.Source, written);
        var result = QuestionReader.Read(placed, own, network, equations?.Model);
        reading.Report(result.Diagnostics);
        return result.Value is { } question ? question with { Detail = ownDetail } : null;
    }
}
