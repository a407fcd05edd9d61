using System.Globalization;
using System.Text.RegularExpressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Files;

/// <summary>The name that values stand under in a network file: one quantity, or all of a letter and a layer.</summary>
/// <param name="Role">What the quantities are; <see cref="Role.Named"/> for parameters.</param>
/// <param name="Letter">The letter of parameters; empty for all others.</param>
/// <param name="Layer">The layer, or null where the name has none.</param>
/// <param name="Indices">The indices in the order of symbols; none for all quantities of the kind.</param>
internal sealed partial record ValueKey(Role Role, string Letter, int? Layer, EquatableList<int> Indices)
{
    private static readonly QuantityLetters UsualLetters = new();

    /// <summary>Reads a name such as <c>w^{(1)}</c> or <c>w_{11}^{[1]}</c>, or returns null.</summary>
    public static ValueKey? Read(string written, Notation notation)
    {
        if (NamePattern().Match(written.Trim()) is not { Success: true } match)
        {
            return null;
        }

        var letter = match.Groups["letter"].Value;
        int? layer = match.Groups["layer"] is { Success: true, Value: var mark } ? NumberOf(mark) : null;
        var role = notation.Letters.RoleOf(letter) ?? UsualLetters.RoleOf(letter) ?? (letter == QuantityLetters.WeightMatrix ? Role.Weight : Role.Named);
        if (role == Role.Activation && (layer is 0 || (layer is null && notation.Inputs == InputStyle.UnmarkedActivation)))
        {
            role = Role.Input;
        }

        var indices = IndicesOf(match.Groups["indices"].Value, role);
        if (role == Role.Weight && notation.WeightOrder == WeightOrder.ToFrom)
        {
            indices.Reverse();
        }

        return new ValueKey(role, role == Role.Named ? letter : "", role == Role.Input ? null : layer, indices.ToEquatableList());
    }

    /// <summary>The name of a quantity as it is written in a file; without indices, that of all of its kind.</summary>
    public static string Of(Symbol symbol, Notation notation)
    {
        var letters = notation.Letters;
        var letter = symbol.Role switch
        {
            Role.Input when notation.Inputs == InputStyle.UnmarkedActivation => letters.Activation,
            Role.Bias when letters.BiasIsWeight => UsualLetters.Bias,
            _ => letters.Of(symbol.Role) ?? symbol.Letter,
        };
        var indices = symbol.Role == Role.Weight && notation.WeightOrder == WeightOrder.ToFrom ? symbol.Indices.Reverse() : symbol.Indices;
        var below = string.Join(symbol.Indices.Any(index => index.Number > 9) ? "," : "", indices);
        return letter + (below.Length switch { 0 => "", 1 => "_" + below, _ => $"_{{{below}}}" }) + (symbol.Layer is { } layer ? $"^{{({layer})}}" : "");
    }

    /// <summary>Whether a quantity is one of those that the name stands for.</summary>
    public bool Names(Variable variable) => variable.Symbol is var symbol
        && symbol.Role == Role && symbol.Letter == Letter && symbol.Layer?.Number == Layer
        && (Indices.Count == 0 || symbol.Indices.Select(index => index.Number).SequenceEqual(Indices) || (symbol.Indices.Count == 0 && Indices is [1] && Layer is null));

    // In w_{11} everyone reads two indices.
    private static List<int> IndicesOf(string written, Role role)
    {
        IEnumerable<string> parts = role == Role.Weight && written.Length == 2 && !written.Contains(',', StringComparison.Ordinal)
            ? written.Select(digit => digit.ToString())
            : written.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. parts.Select(NumberOf)];
    }

    // In the digits of any script.
    private static int NumberOf(string digits) => digits.Aggregate(0, (number, digit) => (10 * number) + CharUnicodeInfo.GetDecimalDigitValue(digit));

    [GeneratedRegex(@"^(?<letter>\\?[A-Za-z]+|\p{L})(_(\{\s*(?<indices>\d{1,4}(\s*,\s*\d{1,4})?)\s*\}|(?<indices>\d)))?(\^\{?\s*[(\[]?\s*(?<layer>\d{1,4})\s*[)\]]?\s*\}?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
