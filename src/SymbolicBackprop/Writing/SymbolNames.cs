using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>What quantities are called in a notation: a letter, and what stands low and high on it.</summary>
internal sealed class SymbolNames(Notation notation)
{
    /// <summary>The parts of a name.</summary>
    /// <returns>
    /// The letter as in LaTeX, such as <c>w</c>, <c>\delta</c>, <c>\hat{y}</c> or a word; the indices, such as <c>11</c>; the layer mark,
    /// such as <c>(3)</c>, with + after it for an updated value. The last two are empty where nothing stands there.
    /// </returns>
    public (string Letter, string Below, string Above) PartsOf(Symbol symbol)
    {
        var (letter, layer) = symbol.Role switch
        {
            Role.Input when notation.Inputs == InputStyle.X => ("x", null),
            Role.Input when notation.Inputs == InputStyle.UnmarkedActivation && symbol.Sample is null => ("a", null),
            Role.Input => ("a", 0),
            Role.Named => (symbol.Letter, symbol.Layer),
            Role.PreActivation => ("z", symbol.Layer),
            Role.Activation => ("a", symbol.Layer),
            Role.Weight => ("w", symbol.Layer),
            Role.Bias => ("b", symbol.Layer),
            Role.Target => ("y", symbol.Layer),
            Role.Prediction => (@"\hat{y}", symbol.Layer),
            Role.Loss => (notation.Loss, (Index?)null),
            Role.DataLoss => ("D", null),
            Role.Penalty => ("R", null),
            Role.Delta => (@"\delta", symbol.Layer),
            _ => throw new InvalidOperationException($"Unknown role {symbol.Role}."),
        };
        return (letter, Subscript(symbol), (layer is { } mark ? Marked(mark) : "") + (symbol.Sample is { } sample ? $"({sample})" : "") + (symbol.IsUpdated ? "+" : ""));
    }

    private string Subscript(Symbol symbol)
    {
        var indices = symbol.Indices.Select(index => index.ToString());
        if (symbol.Role == Role.Weight && notation.WeightOrder == WeightOrder.ToFrom)
        {
            indices = indices.Reverse();
        }

        var list = indices.ToList();
        return string.Join(NeedCommas(list, symbol.Role) ? "," : "", list);
    }

    // In w_{11} everyone reads two indices; elsewhere digits side by side are one number.
    private static bool NeedCommas(List<string> indices, Role role) => indices.Exists(index => index.Length > 1)
        || (role != Role.Weight && indices.Zip(indices.Skip(1)).Any(pair => char.IsDigit(pair.First[0]) && char.IsDigit(pair.Second[0])));

    private string Marked(Index layer) => notation.LayerMark == LayerMark.Brackets ? $"[{layer}]" : $"({layer})";
}
