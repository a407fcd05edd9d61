using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Files;

/// <summary>Reads the value of the key <c>loss</c>: the name of one of the catalogue, or a formula in y and ŷ written in LaTeX.</summary>
internal static class LossValue
{
    private static readonly string[] Names = [.. Loss.All.Select(loss => loss.Name)];

    /// <summary>The loss, or null where it has mistakes.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The value.</param>
    /// <param name="outputs">How many outputs the network has; null where that is not known for mistakes elsewhere.</param>
    /// <param name="lossName">The name of the loss, which no parameter may have.</param>
    public static Loss? Read(FileReading reading, YamlNode node, int? outputs, string lossName)
    {
        if (reading.Value(node, "loss") is not { } scalar)
        {
            return null;
        }

        var placed = PlacedText.Of(reading.Source, scalar);
        if (Loss.Find(scalar.Text.Trim()) is { } known)
        {
            return known;
        }

        if (scalar.Text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or ' '))
        {
            reading.Report(FileMessages.UnknownLoss(placed.Whole, scalar.Text, Names));
            return null;
        }

        var read = LossFormulaReader.Read(scalar.Text, outputs ?? 1);
        if (read.Value is not { } loss)
        {
            var error = read.Findings.First(finding => finding.Kind == FindingKind.Error);
            reading.Report(Diagnostic.Error(placed.PlaceAt(error.Span.Offset, Math.Max(1, error.Span.Length)), error.Message, error.Expected));
            return null;
        }

        if (loss.Parameters.Any(parameter => parameter.Letter == lossName))
        {
            reading.Report(FileMessages.ParameterLikeLoss(placed.Whole, lossName));
            return null;
        }

        return loss;
    }
}
