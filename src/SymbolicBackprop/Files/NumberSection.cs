using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Files;

/// <summary>Reads the keys of a network file that are about numbers: <c>values</c>, <c>digits-shown</c> and <c>training</c>.</summary>
internal static class NumberSection
{
    /// <summary>The keys.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["values", "digits-shown", "training"];

    /// <summary>The keys of <c>digits-shown</c>.</summary>
    public static readonly string[] DigitKeys = ["places", "significant"];

    /// <summary>The keys of <c>training</c>.</summary>
    public static readonly string[] TrainingKeys = ["learning-rate", "update-biases", "epochs"];

    private const int MostEpochs = 10_000;

    // Epochs times quantities; so many take some seconds.
    private const long MostWork = 1_000_000;

    // Table rows.
    private const int MostRows = 100;

    /// <summary>The numbers, or null where there are none or something is wrong with them.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="section">The section that the keys stand in.</param>
    /// <param name="model">The model, or null where it has mistakes.</param>
    /// <param name="notation">The notation of the file.</param>
    /// <param name="isOfEquations">Whether equations give the model.</param>
    public static NumericExample? Read(FileReading reading, YamlSection section, Model? model, Notation notation, bool isOfEquations)
    {
        var (values, digits, training) = (section.Optional(Keys[0]), section.Optional(Keys[1]), section.Optional(Keys[2]));
        var shown = digits is null ? DigitsShown.Default : ReadDigits(reading, digits);
        var setting = training is null ? new NumericExample(new Dictionary<Symbol, Rational>()) : ReadTraining(reading, training);
        if (values is null)
        {
            foreach (var (node, key) in ((YamlNode?, string)[])[(digits, Keys[1]), (training, Keys[2])])
            {
                if (node is not null)
                {
                    reading.Report(ValueMessages.WithoutValues(reading.PlaceOf(node), key));
                }
            }

            return null;
        }

        if (model is null || ValueSection.Read(reading, values, model, notation, name => isOfEquations ? EquationNames.Read(name, model) : ValueKey.Read(name, notation)) is not { } given || shown is null || setting is null)
        {
            return null;
        }

        if (setting.Epochs is { Count: > 0 } epochs && (long)epochs[^1] * model.Variables.Count > MostWork)
        {
            reading.Report(ValueMessages.TooMuchTraining(reading.PlaceOf(training!), epochs[^1]));
            return null;
        }

        if (isOfEquations && training is not null && MistakeInTraining(reading, training, model) is { } mistake)
        {
            reading.Report(mistake);
            return null;
        }

        var example = setting with { Values = given, Digits = shown };
        if (NotFinite(model, example) is { } quantity)
        {
            reading.Report(ValueMessages.NotFinite(reading.PlaceOf(values), quantity.ToString()));
            return null;
        }

        return example;
    }

    // Sums that overflow and logarithms of 0 are told before a sheet is begun.
    private static Symbol? NotFinite(Model model, NumericExample example)
    {
        var values = Valuation.Of(model, example.Given);
        return model.Variables.FirstOrDefault(variable => !values.Of(variable.Node).IsFinite)?.Symbol;
    }

    private static Diagnostic? MistakeInTraining(FileReading reading, YamlNode training, Model model) =>
        !model.Parameters.Any() ? ValueMessages.NoParameters(reading.PlaceOf(training))
        : model.TryFind(WorkedNumbers.Rate, out _) ? ValueMessages.RateIsQuantity(reading.PlaceOf(training), WorkedNumbers.Rate.ToString())
        : training is YamlMapping mapping && mapping.Entries.FirstOrDefault(entry => entry.Key.Text == TrainingKeys[1]).Key is { } biases ? ValueMessages.BiasesOfEquations(reading.PlaceOf(biases))
        : null;

    private static DigitsShown? ReadDigits(FileReading reading, YamlNode node)
    {
        if (YamlSection.Of(reading, node, "'digits-shown'", DigitKeys) is not { } section)
        {
            return null;
        }

        var (places, significant) = (section.Optional("places"), section.Optional("significant"));
        if (places is null == significant is null)
        {
            reading.Report(ValueMessages.NoDigits(reading.PlaceOf(node)));
            return null;
        }

        return places is null
            ? reading.Number(significant!, "significant", 1, DigitsShown.Most) is { } digits ? new DigitsShown(digits, AreSignificant: true) : null
            : reading.Number(places, "places", 0, DigitsShown.Most) is { } count ? new DigitsShown(count, AreSignificant: false) : null;
    }

    private static NumericExample? ReadTraining(FileReading reading, YamlNode node)
    {
        if (YamlSection.Of(reading, node, "'training'", TrainingKeys) is not { } section)
        {
            return null;
        }

        var rate = section.Required("learning-rate") is { } rateNode ? ReadRate(reading, rateNode) : null;
        var updatesBiases = section.Optional("update-biases") is not { } flag || reading.Choice(flag, "update-biases", ["true", "false"], FileMessages.UnknownValue) != "false";
        var epochs = section.Optional("epochs") is { } epochNode ? ReadEpochs(reading, epochNode) : [];
        return rate is null ? null : new NumericExample(new Dictionary<Symbol, Rational>())
        {
            LearningRate = rate,
            UpdatesBiases = updatesBiases,
            Epochs = epochs.ToEquatableList(),
        };
    }

    private static Rational? ReadRate(FileReading reading, YamlNode node)
    {
        if (reading.Value(node, "learning-rate") is not { } scalar)
        {
            return null;
        }

        if (Rational.TryParse(scalar.Text, out var rate) && rate.Sign > 0 && Literal.CanBe(rate))
        {
            return rate;
        }

        reading.Report(ValueMessages.NotPositive(reading.PlaceOf(scalar), "learning-rate", scalar.Text));
        return null;
    }

    // A number says how many; a list which of them the table shows.
    private static List<int> ReadEpochs(FileReading reading, YamlNode node)
    {
        if (node is not YamlSequence)
        {
            return reading.Number(node, "epochs", 1, MostRows) is { } count ? [.. Enumerable.Range(1, count)] : [];
        }

        List<int> epochs = [.. reading.Items(node, "epochs").Select(item => reading.Number(item, "epochs", 1, MostEpochs)).OfType<int>()];
        if (epochs.Zip(epochs.Skip(1)).Any(pair => pair.First >= pair.Second) || epochs.Count > MostRows)
        {
            reading.Report(ValueMessages.NotAscending(reading.PlaceOf(node)));
        }

        return epochs;
    }
}
