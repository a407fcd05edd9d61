using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing;

/// <summary>What quantities are called in a notation: a letter, and what stands low and high on it.</summary>
internal sealed class SymbolNames(Notation notation)
{
    private readonly QuantityLetters letters = notation.Letters;

    /// <summary>The parts of a name.</summary>
    /// <returns>
    /// The letter as in LaTeX, such as <c>w</c>, <c>\delta</c>, <c>\hat{y}</c> or a word; the indices, such as <c>11</c>; the layer mark,
    /// such as <c>(3)</c>, with + after it for an updated value. The last two are empty where nothing stands there.
    /// </returns>
    public (string Letter, string Below, string Above) PartsOf(Symbol symbol)
    {
        if (symbol.Role == Role.Loss)
        {
            var index = notation.Loss.IndexOf("_{", StringComparison.Ordinal);
            return index < 0 ? (notation.Loss, "", Update(symbol)) : (notation.Loss[..index], notation.Loss[(index + 2)..^1], Update(symbol));
        }

        return (symbol.IsWhole ? Bold(symbol) : LetterOf(symbol), Subscript(symbol), (LayerOf(symbol) is { } layer ? Marked(layer, LetterOf(symbol)) : "") + (symbol.Sample is { } sample ? $"({sample})" : "") + Update(symbol));
    }

    /// <summary>The quantity that a derivative of the loss is written with, behind a d, or null where it is written otherwise: the z of dz, the w of dw.</summary>
    public Symbol? BehindD(Formula formula) => formula switch
    {
        _ when notation.Derivatives == DerivativeStyle.Leibniz => null,
        Symbol { Role: Role.Delta, IsWhole: false, Layer: null, Indices.Count: 0 } => null, // z with no index is whatever goes by that letter
        Symbol { Role: Role.Delta } delta => delta with { Role = notation.Delta.RoleOfUnit() },
        Derivative { Of: Symbol of, By: Symbol { IsUpdated: false, Role: Role.Weight or Role.Bias or Role.Input or Role.PreActivation or Role.Activation } by }
            when by.Role != notation.Delta.RoleOfUnit() && of == notation.LossBehindD(by) => by,
        _ => null,
    };

    /// <summary>
    /// Whether a number set high on a symbol without brackets would be read as a layer: in a notation whose layers stand there so,
    /// and on what is of a layer but does not say of which.
    /// </summary>
    public bool TakesPlainLayer(Symbol symbol) => letters.MayBeOfLayers(LetterOf(symbol)) && (notation.LayerMark == LayerMark.Plain
        || symbol is { Role: Role.PreActivation or Role.Activation or Role.Weight or Role.Bias or Role.Delta, Layer: null });

    /// <summary>Whether a letter set high on a symbol without brackets would be read as a layer: an input that looks like an activation of some layer.</summary>
    public bool TakesLayerLetter(Symbol symbol) => symbol.Role == Role.Input && notation.Inputs == InputStyle.UnmarkedActivation;

    /// <summary>The layer that is written on a symbol, or null.</summary>
    public Index? LayerOf(Symbol symbol) => symbol.Role switch
    {
        Role.Input => notation.Inputs == InputStyle.MarkedActivation || (notation.Inputs == InputStyle.UnmarkedActivation && symbol.Sample is not null) ? 0 : null,
        Role.Prediction when notation.Outputs == OutputStyle.LastActivation => Notation.LastLayer,
        Role.Loss or Role.DataLoss or Role.Penalty => null,
        _ => symbol.Layer,
    };

    /// <summary>The letter of an activation function of a layer with what stands low and high on it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="primes">How many primes it has.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The parts of its name. The primes are in it where they have to stand behind the mark, and then <c>Primes</c> is 0.</returns>
    public (string Letter, string Below, string Above, int Primes) PartsOf(Index layer, int primes, IReadOnlyList<Formula> arguments) => notation.Functions switch
    {
        FunctionMark.Superscript => (letters.Function, "", Marked(layer, letters.Function) + new string('\'', primes), 0),
        FunctionMark.Argument when arguments is [Symbol { Role: Role.PreActivation, Layer: { } own }] && own == layer => (letters.Function, "", "", primes),
        _ => (letters.Function, layer.ToString(), "", primes),
    };

    private static string Update(Symbol symbol) => symbol.IsUpdated ? "+" : "";

    // The argument of functions goes by the letter of what they are applied to.
    private string LetterOf(Symbol symbol) => symbol switch
    {
        { Role: Role.Input } => notation.Inputs == InputStyle.X ? letters.Input : letters.Activation,
        { Role: Role.Prediction } when notation.Outputs == OutputStyle.LastActivation => letters.Activation,
        { Role: Role.Loss } => notation.Loss,
        { Role: Role.Named } => symbol == Meaning.FreeArgument ? letters.PreActivation : symbol.Letter,
        _ => letters.Of(symbol.Role) ?? throw new InvalidOperationException($"No letter for {symbol.Role}."),
    };

    // Of a letter under a hat, the letter is bold; the matrix of weights goes by a capital one.
    // What all samples have together goes by a capital, where that is not the letter of the loss.
    private string Bold(Symbol symbol) => symbol.Role == Role.Weight ? QuantityLetters.WeightMatrix
        : symbol.IsBatch && QuantityLetters.Capital(LetterOf(symbol)) is { } capital && capital != notation.Loss ? capital
        : symbol == Symbol.Ones ? symbol.Letter
        : LetterOf(symbol) switch
        {
            var letter when letter.EndsWith('}') => letter.Replace("{", @"{\mathbf{", StringComparison.Ordinal) + "}",
            var letter when letter.StartsWith('\\') => $@"\boldsymbol{{{letter}}}",
            var letter => $@"\mathbf{{{letter}}}",
        };

    private string Subscript(Symbol symbol)
    {
        var indices = symbol.Indices.Select(index => index.ToString());
        if (symbol.Role == Role.Bias && letters.BiasIsWeight)
        {
            indices = indices.Prepend("0"); // from unit 0
        }

        var isWeight = symbol.Role == Role.Weight || (symbol.Role == Role.Bias && letters.BiasIsWeight);
        if (isWeight && notation.WeightOrder == WeightOrder.ToFrom)
        {
            indices = indices.Reverse();
        }

        var list = indices.ToList();
        return string.Join(NeedCommas(list, isWeight || symbol is { Role: Role.Named, Letter: "w" }) ? "," : "", list);
    }

    // In w_{11} everyone reads two indices; elsewhere digits side by side are one number.
    private bool NeedCommas(List<string> indices, bool isWeight) => indices.Exists(index => index.Length > 1)
        || (isWeight ? notation.WeightCommas == WeightCommas.Always
            : indices.Zip(indices.Skip(1)).Any(pair => char.IsDigit(pair.First[0]) && char.IsDigit(pair.Second[0])));

    // What no layer is expected on has brackets in any case.
    private string Marked(Index layer, string letter) => notation.LayerMark switch
    {
        LayerMark.Brackets => $"[{layer}]",
        LayerMark.Plain when letters.AreOfLayers(letter) || letter == letters.Function => layer.ToString(),
        _ => $"({layer})",
    };
}
