using SymbolicBackprop.Activations;
using SymbolicBackprop.Files.Yaml;

namespace SymbolicBackprop.Files;

/// <summary>Reads the values of the key <c>activation</c>; layers with the same formula get the same function.</summary>
/// <param name="reading">The file.</param>
/// <param name="lossName">The name of the loss, which no parameter may have.</param>
internal sealed class ActivationValues(FileReading reading, string lossName)
{
    private readonly Dictionary<string, Activation> known = new(StringComparer.Ordinal);

    public IActivation? Read(YamlNode node)
    {
        if (reading.Value(node, "activation") is not { } scalar)
        {
            return null;
        }

        if (VectorActivation.Find(scalar.Text.Trim()) is { } ofWholeLayer)
        {
            return ofWholeLayer;
        }

        if (known.TryGetValue(scalar.Text, out var activation))
        {
            return activation;
        }

        var placed = PlacedText.Of(reading.Source, scalar);
        if (reading.Source.Text[scalar.Start] == '"' && scalar.Text.Any(char.IsControl))
        {
            reading.Report(FileMessages.EscapesInFormula(placed.Whole));
            return null;
        }

        var result = ActivationReader.Read(placed, VectorActivation.All.Select(activation => activation.Name));
        reading.Report(result.Diagnostics);
        if (result.Value is not { } read)
        {
            return null;
        }

        if (read.Parameters.Any(parameter => parameter.Name == lossName))
        {
            reading.Report(FileMessages.ParameterLikeLoss(placed.Whole, lossName));
            return null;
        }

        reading.MindFonts(scalar, string.Concat(read.Parameters.Select(parameter => parameter.Name)));
        known.Add(scalar.Text, read);
        return read;
    }
}
