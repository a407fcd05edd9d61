using System.Text.Json.Nodes;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Tests.Docs;

/// <summary>The JSON Schema of network files, for editors. Its keys, names and limits are those of the readers.</summary>
internal static class NetworkFileSchema
{
    /// <summary>The schema.</summary>
    public static JsonObject Make()
    {
        var file = Keys("A network file: a network or equations, and the derivatives asked for.", SheetFileReader.Keys, new()
        {
            ["title"] = Kinds("The title of the sheet.", "string", "number"),
            ["language"] = OneOf("The language of the sheet.", Language.All.Select(language => language.Code)),
            ["digits"] = OneOf("The digits that it is written with; which ones depends on the language.", Language.All.SelectMany(language => language.DigitSets).Select(set => set.Name).Distinct()),
            ["network"] = Network(),
            ["equations"] = List("A model without layers: what each quantity is.", Either(
                Kinds(@"An equation in LaTeX, such as L = (y - \hat{y})^2.", "string"),
                Keys("An equation for several values of its index.", EquationSection.Keys, new()
                {
                    ["equation"] = Kinds("The equation in LaTeX.", "string"),
                    ["for"] = Kinds("The values of its index, such as t = 1..3.", "string"),
                }, "equation"))),
            ["loss"] = Kinds("Beside equations: which quantity is differentiated; the last one unless this says another.", "string"),
            ["parameters"] = List("Beside equations: the given quantities that are learned, each by its name or all of a letter.", Kinds("A name, such as u or w_1.", "string")),
            ["notation"] = Notation(),
            ["max-paths"] = Whole("More paths than this are not worked out one by one.", 1, Limits.Default.Paths),
            ["marks"] = Kinds("Whether each equality is marked as proved or tested.", "boolean"),
            ["pictures"] = Kinds("Whether the network and its paths are drawn.", "boolean"),
            ["detail"] = Detail(),
            ["values"] = Described("A number for everything that is given: x: [0.05, 0.1], w^{(1)}: [[0.15, 0.25], [0.2, 0.3]], or b_1^{(1)}: 0.35.", new()
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = Names("number", "string", "array") },
            }),
            ["digits-shown"] = ExactlyOne(Keys("How printed numbers are rounded.", NumberSection.DigitKeys, new()
            {
                ["places"] = Whole("Decimal places.", 0, DigitsShown.Most),
                ["significant"] = Whole("Significant digits.", 1, DigitsShown.Most),
            }), NumberSection.DigitKeys),
            ["training"] = Keys("Gradient descent with the numbers of 'values'.", NumberSection.TrainingKeys, new()
            {
                ["learning-rate"] = Kinds("The learning rate, more than 0.", "number", "string"),
                ["update-biases"] = Kinds("Whether the biases move too.", "boolean"),
                ["epochs"] = Either(
                    Whole("How many steps the table shows.", 1),
                    List("Which of them it shows, ascending.", Whole("A step.", 1))),
            }, "learning-rate"),
            ["questions"] = List("The derivatives asked for.", Either(
                Kinds(@"A quantity, such as w_{11}^{(1)}, or a derivative, such as \frac{\partial \hat{y}_1}{\partial x_2}.", "string"),
                Keys("A question with settings of its own.", QuestionSection.Keys, new()
                {
                    ["of"] = Kinds("The quantity or the derivative.", "string"),
                    ["notation"] = Notation(),
                    ["detail"] = Detail(),
                }, "of"))),
        });
        file.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        file["dependencies"] = new JsonObject { ["loss"] = Names("equations"), ["parameters"] = Names("equations"), ["training"] = Names("values"), ["digits-shown"] = Names("values") };
        return ExactlyOne(file, "network", "equations");
    }

    private static JsonObject Network() => Keys("A network of dense layers.", NetworkSection.Keys, new()
    {
        ["inputs"] = Whole("How many inputs.", 1, Limits.Default.Units),
        ["layers"] = List("The layers, from the first to the last.", Keys("A layer.", NetworkSection.LayerKeys, new()
        {
            ["units"] = Whole("How many units.", 1, Limits.Default.Units),
            ["activation"] = NameOr("a formula in z, such as 'z/(1+e^{-z})'", Activation.All.Select(activation => activation.Name).Concat(VectorActivation.All.Select(activation => activation.Name))),
            ["bias"] = OneOf("Whether each unit has a bias of its own, or all share one.", ["own", "shared"]),
        }, "units", "activation")),
        ["loss"] = NameOr(@"a formula in y and \hat{y}, such as '(y-\hat{y})^4'", Loss.All.Select(loss => loss.Name)),
        ["penalty"] = OneOf("What is added to the loss for large weights.", Penalty.All.Select(penalty => penalty.Name)),
        ["samples"] = Whole("How many samples the loss is taken over.", 1, NetworkSection.MostSamples),
        ["reduction"] = OneOf("What the loss of several samples is.", ["mean", "sum"]),
    }, "inputs", "layers");

    private static JsonObject Notation() => Either(
        Choice(NotationSetting.Profile),
        Keys("Settings, each with one of its values.", [.. NotationSetting.All.Select(setting => setting.Name)], NotationSetting.All.ToDictionary(
            setting => setting.Name,
            setting => setting.Choices.Length == 0 ? Kinds(setting.Summary, "string") : Choice(setting))));

    private static JsonObject Choice(NotationSetting setting) => OneOf(
        $"{setting.Summary}: {string.Join("; ", setting.Choices.Select(choice => $"{choice.Name} – {choice.Summary}"))}", setting.Choices.Select(choice => choice.Name));

    private static JsonObject Detail() => OneOf("How much is shown of the way to a result.", DetailNames.All);

    // A key that nothing is said of here stops it: a reader that learns one is followed at once.
    private static JsonObject Keys(string description, string[] keys, Dictionary<string, JsonObject> values, params string[] required)
    {
        var made = Described(description, new() { ["type"] = "object", ["additionalProperties"] = false });
        made["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key, (JsonNode?)values[key])));
        if (required.Length > 0)
        {
            made["required"] = Names(required);
        }

        return made;
    }

    private static JsonObject ExactlyOne(JsonObject made, params string[] keys)
    {
        made["oneOf"] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = Names(key) })]);
        return made;
    }

    private static JsonObject Described(string description, JsonObject made)
    {
        made.Insert(0, "description", description);
        return made;
    }

    private static JsonObject Kinds(string description, params string[] kinds) => Described(description, new() { ["type"] = kinds is [var kind] ? kind : Names(kinds) });

    private static JsonObject OneOf(string description, IEnumerable<string> names) => Described(description, new() { ["enum"] = Names([.. names]) });

    private static JsonObject NameOr(string other, IEnumerable<string> names) => Either(OneOf($"A name, or {other}.", names), Kinds($"A name, or {other}.", "string"));

    private static JsonObject Whole(string description, int least, int? most = null)
    {
        var made = Described(description, new() { ["type"] = "integer", ["minimum"] = least });
        if (most is { } limit)
        {
            made["maximum"] = limit;
        }

        return made;
    }

    private static JsonObject List(string description, JsonObject item) => Described(description, new() { ["type"] = "array", ["minItems"] = 1, ["items"] = item });

    private static JsonObject Either(JsonObject first, JsonObject second) => new() { ["anyOf"] = new JsonArray(first, second) };

    private static JsonArray Names(params string[] names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
