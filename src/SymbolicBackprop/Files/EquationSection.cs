using SymbolicBackprop.Files.Equations;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>Reads the key <c>equations</c> of a network file, and <c>loss</c> beside it.</summary>
internal static class EquationSection
{
    /// <summary>The keys of an equation.</summary>
    public static readonly string[] Keys = ["equation", "for"];

    /// <summary>The model, or null where the equations have mistakes.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The equations.</param>
    /// <param name="root">The section that the name of the loss stands in.</param>
    public static EquationModel? Read(FileReading reading, YamlNode node, YamlSection root)
    {
        var items = reading.Items(node, "equations");
        List<EquationText> texts = [.. items.Select(item => ReadItem(reading, item)).OfType<EquationText>()];
        var loss = root.Optional("loss") is { } name ? Formula(reading, name, "loss") : null;
        if (texts.Count == 0 || texts.Count < items.Count || (loss is null && root.Has("loss")))
        {
            return null;
        }

        var result = EquationsReader.Read(texts, loss);
        reading.Report(result.Diagnostics);
        return result.Value;
    }

    /// <summary>Reports a network beside the equations.</summary>
    public static Network? NoNetwork(FileReading reading, YamlSection root)
    {
        if (root.Optional("network") is { } network)
        {
            reading.Report(FileMessages.NetworkAndEquations(reading.PlaceOf(network)));
        }

        return null;
    }

    /// <summary>Reads the key <c>parameters</c>: which given quantities are learned.</summary>
    public static void ReadParameters(FileReading reading, YamlSection root, EquationModel? equations)
    {
        if (root.Optional("parameters") is not { } node)
        {
            return;
        }

        if (!root.Has("equations"))
        {
            reading.Report(ValueMessages.ParametersOfNetwork(reading.PlaceOf(node)));
            return;
        }

        foreach (var item in reading.Items(node, "parameters"))
        {
            if (reading.Value(item, "parameters") is { } name && equations is not null)
            {
                ReadParameter(reading, name, equations.Model);
            }
        }
    }

    private static void ReadParameter(FileReading reading, YamlScalar name, Model model)
    {
        var place = reading.PlaceOf(name);
        if (EquationNames.Read(name.Text, model) is not { } key)
        {
            reading.Report(ValueMessages.NotAParameterName(place, name.Text));
            return;
        }

        List<Variable> given = [.. model.Variables.Where(variable => variable.Node.Definition is null)];
        List<Variable> named = [.. given.Where(key.Names)];
        if (named.Count == 0)
        {
            reading.Report(model.Variables.Any(key.Names)
                ? ValueMessages.Computed(place, name.Text)
                : ValueMessages.UnknownParameter(place, name.Text, [.. given.Select(variable => ValueKey.Of(variable.Symbol with { Indices = [] }, Notation.Parentheses)).Distinct()]));
        }

        if (model.Parameters.Any(named.Contains))
        {
            reading.Report(ValueMessages.ParameterAgain(place, name.Text));
        }

        foreach (var variable in named)
        {
            model.Learn(variable.Symbol);
        }
    }

    private static EquationText? ReadItem(FileReading reading, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { IsAbsent: true }:
                reading.Report(FileMessages.EmptyItem(reading.PlaceOf(node), "equations"));
                return null;
            case YamlScalar:
                return Formula(reading, node, "equation") is { } formula ? new EquationText(formula) : null;
        }

        if (YamlSection.Of(reading, node, "an equation", Keys) is not { } section)
        {
            return null;
        }

        var text = section.Required("equation") is { } equation ? Formula(reading, equation, "equation") : null;
        var values = section.Optional("for") is { } range ? Formula(reading, range, "for") : null;
        return text is null || (values is null && section.Has("for")) ? null : new EquationText(text, values);
    }

    private static PlacedText? Formula(FileReading reading, YamlNode node, string key)
    {
        if (reading.Value(node, key) is not { } scalar)
        {
            return null;
        }

        var placed = PlacedText.Of(reading.Source, scalar);
        if (scalar.Text.Any(char.IsControl))
        {
            reading.Report(FileMessages.EscapesInFormula(placed.Whole));
            return null;
        }

        reading.MindFonts(scalar, scalar.Text);
        return placed;
    }
}
