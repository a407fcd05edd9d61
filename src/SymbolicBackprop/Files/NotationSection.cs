using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>Reads the key <c>notation</c> of a network file, or of one of its questions: the name of a profile, or settings.</summary>
internal static class NotationSection
{
    /// <summary>What messages call it.</summary>
    public const string Name = "a notation";

    private static readonly string[] Names = [.. NotationSetting.All.Select(setting => setting.Name)];

    /// <summary>A notation with the settings of a section; those that are wrong stay as they are.</summary>
    public static Notation Read(FileReading reading, YamlNode node, Notation notation)
    {
        if (node is YamlScalar { IsAbsent: false })
        {
            return Set(reading, node, NotationSetting.Profile, notation) ?? notation;
        }

        if (YamlSection.Of(reading, node, Name, Names) is not { } section)
        {
            return notation;
        }

        foreach (var setting in NotationSetting.All)
        {
            if (section.Optional(setting.Name) is { } value)
            {
                notation = Set(reading, value, setting, notation) ?? notation;
            }
        }

        return notation;
    }

    private static Notation? Set(FileReading reading, YamlNode node, NotationSetting setting, Notation notation)
    {
        if (setting.Choices.Length > 0)
        {
            var known = setting.Choices.Select(choice => choice.Name).ToArray();
            var name = reading.Choice(node, setting.Name, known, FileMessages.UnknownValue);
            return name is null ? null : setting.Apply(notation, name);
        }

        if (reading.Value(node, setting.Name) is not { } written)
        {
            return null;
        }

        if (reading.Deceives(written, written.Text, isName: true))
        {
            return null;
        }

        var result = setting.Apply(notation, written.Text);
        if (result is null)
        {
            reading.Report(FileMessages.NotALossName(reading.PlaceOf(written), written.Text));
        }
        else if (result.Letters.IsTaken(result.Loss))
        {
            reading.Report(FileMessages.LossLikeQuantity(reading.PlaceOf(written), written.Text));
        }
        else
        {
            reading.MindFonts(written, written.Text);
        }

        return result;
    }
}
