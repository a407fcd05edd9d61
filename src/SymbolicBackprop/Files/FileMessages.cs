using System.Globalization;
using System.Text;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>What can be wrong with what a network file says.</summary>
internal static class FileMessages
{
    public static Diagnostic UnknownKey(Place place, string key, string what, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"unknown key {Wording.Quoted(key)}; {what} has {Wording.List(known)}",
        Wording.DidYouMean(key, known) ?? "remove it");

    public static Diagnostic DuplicateKey(Place place, string key, int firstLine) => Diagnostic.Error(
        place,
        FormattableString.Invariant($"the key '{key}' stands here for the second time; it stands in line {firstLine} already"),
        "keep one of the two");

    public static Diagnostic MissingKey(Place place, string key, string what) => Diagnostic.Error(
        place, $"the key '{key}' is missing; {what} needs it", $"add {Example(key, what)}");

    public static Diagnostic NoValue(Place place, string key, string what) => Diagnostic.Error(
        place, $"'{key}' has no value", $"write {Example(key, what)}");

    public static Diagnostic KeysExpected(Place place, string what, YamlNode found, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"{what} must be keys with values, not {KindOf(found)}",
        $"its keys are {Wording.List(known)}; write each as 'key: value'");

    public static Diagnostic WrongKind(Place place, string what, string expected, YamlNode found) => Diagnostic.Error(
        place,
        $"{what} must be {expected}, not {KindOf(found)}",
        expected == "a list" ? "write each item on a line of its own that starts with '- '" : "write it in the line of its key");

    public static Diagnostic EmptyList(Place place, string key) => Diagnostic.Error(
        place, $"'{key}' is empty", $"write {Example(key)}");

    public static Diagnostic EmptyItem(Place place, string key) => Diagnostic.Error(
        place, $"this item of '{key}' is empty", "write something after the '-', or remove it");

    public static Diagnostic NotOneLine(Place place, string key) => Diagnostic.Error(
        place, $"'{key}' must be a text of one line", "write it in the line of its key");

    public static Diagnostic NotPrintable(Place place, Rune character, Language language) => Diagnostic.Error(
        place,
        $"the fonts of a complete document have no {Wording.Quoted(character.ToString())} (U+{character.Value.ToString("X4", CultureInfo.InvariantCulture)})",
        (character.IsBmp ? Language.All.FirstOrDefault(other => other.HasLetter((char)character.Value)) : null) is { } other && other != language
            ? $"write 'language: {other.Code}', or a --fragment, for a document with other fonts"
            : "use Latin letters and the usual signs, or write a --fragment, for a document with other fonts");

    public static Diagnostic NumberInQuotes(Place place, string key, int least, int most) => Diagnostic.Error(
        place, $"'{key}' must be {WholeNumber(least, most)}, not a text in quotes", "leave the quotes out");

    public static Diagnostic NotANumber(Place place, string key, string written, int least, int most) => Diagnostic.Error(
        place,
        $"'{key}' must be {WholeNumber(least, most)}, not {Wording.Quoted(written)}",
        written.TrimStart('-').All(char.IsAsciiDigit) ? $"write a number such as {Example(key)}" : $"write it with the digits 0 to 9, such as {Example(key)}");

    public static Diagnostic UnknownName(Place place, string thing, string written, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"unknown {thing} {Wording.Quoted(written)}; {Known(known)}",
        Wording.DidYouMean(written, known) ?? Choose(known));

    public static Diagnostic UnknownActivation(Place place, string written, IReadOnlyCollection<string> known)
    {
        var unknown = UnknownName(place, "activation", written, known);
        return Wording.Closest(written, known) is null ? unknown with { Hint = "choose one of these, or write a formula in z such as 'z/(1+e^{-z})'" } : unknown;
    }

    public static Diagnostic UnknownLoss(Place place, string written, IReadOnlyCollection<string> known)
    {
        var unknown = UnknownName(place, "loss", written, known);
        return Wording.Closest(written, known) is null ? unknown with { Hint = @"choose one of these, or write a formula such as '(y-\hat{y})^4'" } : unknown;
    }

    public static Diagnostic OneUnitTogether(Place place, string activation) => Diagnostic.Error(
        place, $"{activation} makes the activations of several units together, and this layer has one", "give the layer 2 or more units, or another activation");

    public static Diagnostic EscapesInFormula(Place place) => Diagnostic.Error(
        place,
        "in double quotes a backslash with some letters is a control character, and no LaTeX command",
        @"write the formula in single quotes, such as '\tanh(z)'");

    public static Diagnostic ParameterLikeLoss(Place place, string name) => Diagnostic.Error(
        place, $"the loss is called '{name}', and so is a parameter of this formula", "use another letter for the parameter, or give the loss another name");

    public static Diagnostic UnknownValue(Place place, string setting, string written, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"unknown value {Wording.Quoted(written)} of '{setting}'; {Known(known)}",
        Wording.DidYouMean(written, known) ?? Choose(known));

    public static Diagnostic Deceptive(Place place, string what) => Diagnostic.Error(place, $"the character {what}", "type it again with the letters of one script");

    public static Diagnostic NotALossName(Place place, string written) => Diagnostic.Error(
        place,
        $"{Wording.Quoted(written)} cannot be a name of the loss",
        "use letters and digits, words separated by a space or a hyphen, a letter first, 40 characters at most");

    public static Diagnostic LossLikeQuantity(Place place, string written) => Diagnostic.Error(
        place, $"'{written}' is the letter of another quantity in this notation", "give the loss another name, such as 'loss: cost'");

    public static Diagnostic LossWithoutEquations(Place place) => Diagnostic.Error(
        place, "'loss' names what equations define, and this file has no 'equations'", "write the loss of a network below 'network'");

    public static Diagnostic NetworkAndEquations(Place place) => Diagnostic.Error(
        place, "this file has a network and equations; a model is one or the other", "keep one of the two");

    public static Diagnostic TooManyLayers(Place place, int layers, int most) => Diagnostic.Error(
        place,
        FormattableString.Invariant($"the network has {layers} layers; a network file may have {most}"),
        "build larger networks with the library; " + Limit.Hint("layers"));

    public static Diagnostic TooManyParameters(Place place, long parameters, int most) => Diagnostic.Error(
        place,
        FormattableString.Invariant($"the network has {parameters} weights and biases; a network file may have {most}"),
        "build larger networks with the library; " + Limit.Hint("parameters"));

    private static string Known(IReadOnlyCollection<string> names) => names.Count == 1 ? $"only {names.First()} is known" : $"known are {Wording.List(names)}";

    private static string Choose(IReadOnlyCollection<string> names) => $"choose {(names.Count == 1 ? names.First() : "one of these")}";

    private static string WholeNumber(int least, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private static string KindOf(YamlNode node) => node switch
    {
        YamlScalar => "a single value",
        YamlSequence => "a list",
        YamlMapping => "keys with values",
        _ => throw new InvalidOperationException($"Unknown node {node.GetType().Name}."),
    };

    // What a person can write in place of what is wrong.
    private static string Example(string key, string what = "") => key switch
    {
        "inputs" when what == NotationSection.Name => "'inputs: x'",
        "loss" when what == NotationSection.Name => "'loss: L'",
        "values" => "'values:' with items such as 'x: [0.05, 0.1]' and 'w_{11}^{(1)}: 0.15' below it",
        "digits-shown" => "'digits-shown: { places: 4 }'",
        "places" => "'places: 4'",
        "significant" => "'significant: 6'",
        "training" => "'training: { learning-rate: 0.5 }'",
        "learning-rate" => "'learning-rate: 0.5'",
        "update-biases" => "'update-biases: false'",
        "epochs" => "'epochs: 3'",
        "bias" => "'bias: shared'",
        "file" => "'file: network.yaml'",
        "name" => "'name: mlp'",
        "title" => "'title: Backpropagation by hand'",
        "language" => "'language: en'",
        "digits" => "'digits: latin'",
        "network" => "'network:' with 'inputs:', 'layers:' and 'loss:' below it",
        "inputs" => "'inputs: 2'",
        "equations" => @"'equations:' with items such as '- L = (y - \hat{y})^2' below it",
        "equation" => @"'equation: L = (y - \hat{y})^2'",
        "for" => "'for: t = 1..3'",
        "parameters" => "'parameters: [u, v]'",
        "loss" when what == "the file" => "'loss: L'",
        "layers" => "'layers:' with items such as '- { units: 2, activation: tanh }' below it",
        "units" => "'units: 2'",
        "activation" => "'activation: tanh'",
        "loss" => "'loss: squared'",
        "penalty" => "'penalty: l2'",
        "samples" => "'samples: 3'",
        "reduction" => "'reduction: mean'",
        "notation" => "'notation:' with settings such as 'layer-marks: brackets' below it",
        "max-paths" => "'max-paths: 8'",
        "marks" => "'marks: false'",
        "pictures" => "'pictures: false'",
        "detail" => "'detail: full'",
        "questions" => "'questions:' with items such as '- w_{11}^{(1)}' below it",
        "of" => "'of: w_{11}^{(1)}'",
        _ when NotationSetting.All.FirstOrDefault(setting => setting.Name == key) is { Choices: [var first, ..] } => $"'{key}: {first.Name}'",
        _ => throw new InvalidOperationException($"No example of the key {key}."),
    };
}
