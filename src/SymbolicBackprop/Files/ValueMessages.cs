using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Files;

/// <summary>What can be wrong with the numbers of a network file.</summary>
internal static class ValueMessages
{
    private const string Sample = "write a name such as x, y, w^{(1)} or w_{11}^{(1)}";

    public static Diagnostic NoName(Place place, string written) => Diagnostic.Error(place, $"{Wording.Quoted(written)} is no name of quantities", Sample);

    public static Diagnostic Unknown(Place place, string written, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"there is no quantity {Wording.Quoted(written)} that a value could be given for",
        $"values are given for {Wording.List(known)}, all at once or one by one");

    public static Diagnostic Computed(Place place, string written) => Diagnostic.Error(
        place, $"{Wording.Quoted(written)} is computed, not given", "remove it");

    public static Diagnostic Again(Place place, string name, int line) => Diagnostic.Error(
        place, FormattableString.Invariant($"{name} has a value from line {line} already"), "keep one of the two");

    public static Diagnostic Missing(Place place, IReadOnlyList<string> names)
    {
        const int most = 8;
        var listed = Wording.List(names.Count > most ? [.. names.Take(most), $"{names.Count - most} more"] : names);
        return Diagnostic.Error(place, $"no value is given for {listed}", $"add a line such as '{names[0]}: 0.5'");
    }

    public static Diagnostic NotANumber(Place place, string key, string written) => Diagnostic.Error(
        place, $"the value of {Wording.Quoted(key)} must be a number, not {Wording.Quoted(written)}", "write it with digits and a point, such as -0.15");

    public static Diagnostic WrongShape(Place place, string key, string expected, string found) => Diagnostic.Error(
        place, $"{Wording.Quoted(key)} is {expected}, and here {found}", "give one number for each");

    public static Diagnostic NotFinite(Place place, string quantity) => Diagnostic.Error(
        place, $"with these values {quantity} is too large, or is not defined, so there is no number to print", "choose smaller values, or others");

    public static Diagnostic NotPositive(Place place, string key, string written) => Diagnostic.Error(
        place, $"'{key}' must be a positive number, not {Wording.Quoted(written)}", $"write a number such as '{key}: 0.5'");

    public static Diagnostic NoParameters(Place place) => Diagnostic.Error(
        place, "training changes the parameters, and the file does not say which quantities these are", "add a line such as 'parameters: [u, v]'");

    public static Diagnostic BiasesOfEquations(Place place) => Diagnostic.Error(
        place, "equations have no biases, but the parameters that are named", "remove 'update-biases'; what stays as it is, leave out of 'parameters'");

    public static Diagnostic RateIsQuantity(Place place, string rate) => Diagnostic.Error(
        place, $"the learning rate goes by the name {rate} on the sheet, and so does a quantity", "give the quantity another letter");

    public static Diagnostic NotAParameterName(Place place, string written) => Diagnostic.Error(
        place, $"{Wording.Quoted(written)} is no name of a quantity", "write a letter that stands in the equations, such as u or w_1");

    public static Diagnostic UnknownParameter(Place place, string written, IReadOnlyList<string> given) => Diagnostic.Error(
        place, $"the equations have no given quantity {Wording.Quoted(written)}", $"given are {Wording.List(given)}");

    public static Diagnostic ParameterAgain(Place place, string written) => Diagnostic.Error(
        place, $"{Wording.Quoted(written)} is named already", "name each parameter once");

    public static Diagnostic ParametersOfNetwork(Place place) => Diagnostic.Error(
        place, "the parameters of a network are its weights and biases", "remove 'parameters'; it says which quantities of equations are learned");

    public static Diagnostic NoDigits(Place place) => Diagnostic.Error(
        place, "'digits-shown' counts either places or significant digits", "write { places: 4 } or { significant: 6 }");

    public static Diagnostic NotAscending(Place place) => Diagnostic.Error(
        place, "the epochs of a table go up", "write each once, the smallest first");

    public static Diagnostic TooMuchTraining(Place place, int epochs) => Diagnostic.Error(
        place, FormattableString.Invariant($"{epochs} epochs of a model of this size would take too long"), "ask for fewer");

    public static Diagnostic WithoutValues(Place place, string key) => Diagnostic.Error(
        place, $"'{key}' speaks of numbers, and the file gives none", "add 'values:', or remove it");
}
