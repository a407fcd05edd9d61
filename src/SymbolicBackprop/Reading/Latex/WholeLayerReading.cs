using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Which letters stand for a whole layer: bold ones and capitals, and small ones without an index where a layer has several units.</summary>
internal static class WholeLayerReading
{
    /// <summary>The whole layer that a letter stands for, or null.</summary>
    /// <param name="head">The letter.</param>
    /// <param name="layer">Its layer.</param>
    /// <param name="indices">Its indices. A whole layer has none; only biases that are written as weights from unit 0 have that.</param>
    /// <param name="context">What the reader knows.</param>
    /// <param name="isAmongLayers">Whether the text speaks of whole layers elsewhere, so that an x can be nothing but the inputs.</param>
    public static Symbol? Of(string head, Index? layer, EquatableList<Index> indices, ReadingContext context, bool isAmongLayers)
    {
        var letter = QuantityLetters.Undressed(head);
        var capital = CapitalOf(letter, context);
        var isCapital = capital is { } great && (layer is not null || great is Role.Input or Role.Target or Role.Prediction
            || (great == Role.Activation && context.Notation.Inputs == InputStyle.UnmarkedActivation));
        var isSure = letter != head || isCapital;
        if ((capital ?? context.Letters.RoleOf(letter)) is not { } role || (letter == head && letter.Any(char.IsAsciiLetterUpper) && !isCapital))
        {
            return null;
        }

        if (context.Letters.BiasIsWeight && letter != head && role == Role.Weight && indices == [0])
        {
            (role, indices) = (Role.Bias, []);
        }

        if (indices.Count > 0)
        {
            return null;
        }

        (role, layer) = role != Role.Activation ? (role, layer)
            : layer == 0 || (layer is null && context.Notation.Inputs == InputStyle.UnmarkedActivation) ? (Role.Input, null)
            : layer == Notation.LastLayer && context.Notation.Outputs == OutputStyle.LastActivation ? (Role.Prediction, null)
            : (role, layer);
        var belongs = role switch
        {
            Role.Input or Role.Target or Role.Prediction => layer is null,
            Role.PreActivation or Role.Activation or Role.Weight or Role.Bias or Role.Delta => layer is not null,
            _ => false,
        };
        if (!belongs && letter != head && layer is { } mark && role is Role.Input or Role.Target or Role.Prediction && context.Model is { SampleCount: > 0 })
        {
            return Symbol.Whole(role) with { Sample = mark }; // of what is in no layer the only mark is that of its sample
        }

        var isThere = belongs && (context.Model is null ? isSure
            : isSure ? AreThere(role, layer, context.Model)
            : Units(role, layer, context.Model) > 1 && (layer is not null || isAmongLayers));
        return isThere ? Symbol.Whole(role, layer, isBatch: context.Model is { } model ? model.SampleCount > 0 : isCapital) : null;
    }

    // W, and the capitals of the letters of vectors where they are nothing else.
    private static Role? CapitalOf(string letter, ReadingContext context) => letter == QuantityLetters.WeightMatrix ? Role.Weight
        : letter is [>= 'A' and <= 'Z' and var capital] && context.Letters.RoleOf(letter) is null && !SymbolReading.IsLoss(letter, context)
            && context.Letters.RoleOf(char.ToLowerInvariant(capital).ToString()) is (Role.PreActivation or Role.Activation) and var role ? role
        : OfSamples(letter, context);

    /// <summary>The role of a capital letter that stands for a whole layer of all samples, or null.</summary>
    public static Role? OfSamples(string letter, ReadingContext context) =>
        context.Model is null or { SampleCount: > 0 } && !SymbolReading.IsLoss(letter, context) ? context.Letters.RoleOfCapital(letter) : null;

    // Whether the model has such quantities, be it in another layer: then this one is missing.
    private static bool AreThere(Role role, Index? layer, Model model) => layer is null
        ? model.ExtentOf(role, "", null) is not null
        : model.HasInLayer(Underlying(role), "", Index.Of("l"));

    // The largest number of units; none where the model has no such layer. A letter can be any layer.
    private static int Units(Role role, Index? layer, Model model) => layer is { Letter: not null } any
        ? model.HasInLayer(Underlying(role), "", any) && !model.IsChain ? int.MaxValue : 0
        : model.ExtentOf(Underlying(role), "", layer?.Number)?.DefaultIfEmpty(1).Max() ?? 0;

    private static Role Underlying(Role role) => role == Role.Delta ? Role.PreActivation : role;
}
