using SymbolicBackprop.Expressions;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
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
    public static NumericExample? Read(FileReading reading, YamlSection section, Network? network, Notation notation)
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

        if (network is null || ValueSection.Read(reading, values, network.Model, notation) is not { } given || shown is null || setting is null)
        {
            return null;
        }

        if (setting.Epochs is { Count: > 0 } epochs && (long)epochs[^1] * network.Model.Variables.Count > MostWork)
        {
            reading.Report(ValueMessages.TooMuchTraining(reading.PlaceOf(training!), epochs[^1]));
            return null;
        }

        var example = setting with { Values = given, Digits = shown };
        if (NotFinite(network, example) is { } quantity)
        {
            reading.Report(ValueMessages.NotFinite(reading.PlaceOf(values), quantity.ToString()));
            return null;
        }

        return example;
    }

    // Sums that overflow and logarithms of 0 are told before a sheet is begun.
    private static Symbol? NotFinite(Network network, NumericExample example)
    {
        var values = Valuation.Of(network.Model, example.Given);
        return network.Model.Variables.FirstOrDefault(variable => !values.Of(variable.Node).IsFinite)?.Symbol;
    }

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
