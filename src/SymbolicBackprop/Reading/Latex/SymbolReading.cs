using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>What a letter with its indices and its layer stands for: the model decides, then the notation, then custom.</summary>
internal static class SymbolReading
{
    // The letters that losses go by. A notation's own letters come first.
    private static readonly string[] UsualLosses = ["loss", "Loss", "L", "C", "J", "E", @"\mathcal{L}", @"\mathcal{J}", @"\mathcal{C}", @"\mathcal{E}", @"\ell"];

    /// <summary>Whether a letter or a word is that of the loss.</summary>
    public static bool IsLoss(string head, ReadingContext context) => head == context.Notation.Loss
        || (UsualLosses.Contains(head, StringComparer.Ordinal) && context.Letters.RoleOf(head) is null or Role.DataLoss);

    /// <summary>Whether a word is that of a quantity in the notation.</summary>
    public static bool IsWord(string head, ReadingContext context) => IsLoss(head, context) || (head.Length > 1 && context.Letters.RoleOf(head) is not null);

    /// <summary>Whether a letter is that of a quantity that layers have.</summary>
    public static bool IsOfLayer(string head, ReadingContext context) =>
        context.Letters.AreOfLayers(WholeLayerReading.Undressed(head)) || context.Letters.AreFunctions(head);

    /// <summary>The quantity.</summary>
    /// <param name="head">Its letter.</param>
    /// <param name="layer">Its layer.</param>
    /// <param name="indices">Its indices in the order of writing.</param>
    /// <param name="context">What the reader knows.</param>
    /// <param name="isAmongLayers">Whether the text speaks of whole layers elsewhere.</param>
    public static Symbol Of(string head, Index? layer, EquatableList<Index> indices, ReadingContext context, bool isAmongLayers = false)
    {
        var named = new Symbol(Role.Named, layer, indices, head);
        if (context.LettersAreNames || context.Knows(named))
        {
            return named;
        }

        if (WholeLayerReading.Of(head, layer, indices, context, isAmongLayers) is { } whole)
        {
            return whole;
        }

        if (layer is null && indices.Count == 1 && IsLayerCounted(head, context))
        {
            (layer, indices) = (indices[0], []);
        }

        var role = RoleOf(head, layer, indices, context);
        return role switch
        {
            Role.Named when IsFreeArgument(head, layer, indices, context) => Meaning.FreeArgument,
            Role.Named => named,
            Role.Weight => Weight(layer, indices, context),
            Role.Loss or Role.Penalty => new Symbol(role, null, []),
            Role.DataLoss => new Symbol(role, layer, []),
            Role.Input when layer == 0 => new Symbol(role, null, indices),
            Role.Prediction when layer == Notation.LastLayer && context.Letters.RoleOf(head) == Role.Activation => new Symbol(role, null, indices),
            _ => new Symbol(role, layer, indices),
        };
    }

    /// <summary>A quantity of a sample. Of what is in no layer the only mark is that of its sample.</summary>
    public static Symbol OfSample(this Symbol symbol, Index? sample) =>
        symbol is { Role: Role.Input or Role.Target or Role.Prediction or Role.DataLoss, Layer: not null } ? symbol with { Layer = null, Sample = symbol.Layer }
        : sample is null ? symbol
        : symbol with { Sample = sample, IsBatch = false };

    /// <summary>Whether a letter is that of a weight. Entries of W are, where the model has weights and no W.</summary>
    public static bool IsWeight(string head, Index? layer, ReadingContext context) => head == context.Letters.Weight
        || (head == QuantityLetters.WeightMatrix && layer is { } own && context.Model is { } model && model.HasInLayer(Role.Weight, "", own));

    /// <summary>Whether a letter with indices is a quantity as it is, without a layer.</summary>
    public static bool IsKnownWithoutLayer(string head, EquatableList<Index> indices, ReadingContext context)
    {
        var named = new Symbol(Role.Named, null, indices, head);
        return context.Knows(named) || IsFreeArgument(head, null, indices, context) || (indices.Count == 1 && IsLayerCounted(head, context))
            || (head == context.Letters.Activation ? context.Notation.Inputs == InputStyle.UnmarkedActivation && indices.Count == 1
                : context.Model!.ExtentOf(RoleOf(head, null, indices, context), "", null) is not null);
    }

    // The argument of f(z) goes by the letter of what functions are applied to.
    private static bool IsFreeArgument(string head, Index? layer, EquatableList<Index> indices, ReadingContext context) =>
        head == context.Letters.PreActivation && layer is null && indices.Count == 0;

    // In a chain of single units everyone counts the layers below: z_2 = w_2 a_1 + b_2.
    private static bool IsLayerCounted(string head, ReadingContext context) =>
        context.Letters.AreOfLayers(head)
        && !(head == context.Letters.Activation && context.Notation.Inputs == InputStyle.UnmarkedActivation)
        && context.Model is { IsChain: true };

    private static bool HasOneInput(ReadingContext context) => context.Model?.ExtentOf(Role.Input, "", null) is [1];

    // The weight from unit 0 is the bias, in notations that write it so.
    private static Symbol Weight(Index? layer, EquatableList<Index> indices, ReadingContext context)
    {
        var isToFrom = context.Notation.WeightOrder == WeightOrder.ToFrom;
        EquatableList<Index> fromTo = isToFrom && indices.Count == 2 ? [indices[1], indices[0]] : indices;
        return context.Letters.BiasIsWeight && fromTo is [{ Letter: null, Number: 0 }, ..]
            ? new Symbol(Role.Bias, layer, [.. fromTo.Skip(1)])
            : new Symbol(Role.Weight, layer, fromTo);
    }

    private static Role RoleOf(string head, Index? layer, EquatableList<Index> indices, ReadingContext context)
    {
        if (IsLossWithIndex(head, layer, indices, context))
        {
            return Role.Loss;
        }

        switch (context.Letters.RoleOf(head))
        {
            case Role.Input:
                return (layer is null || context.Model is not { SampleCount: 0 }) && (indices.Count == 1 || (indices.Count == 0 && HasOneInput(context))) ? Role.Input : Role.Named;
            case Role.Activation:
                return IsInput(layer, indices, context) ? Role.Input
                    : layer == Notation.LastLayer && context.Notation.Outputs == OutputStyle.LastActivation ? Role.Prediction
                    : Role.Activation;
            case Role.PreActivation:
                return IsFreeArgument(head, layer, indices, context) ? Role.Named : Role.PreActivation;
            case Role.DataLoss or Role.Penalty:
                break;
            case { } role:
                return role;
            case null when IsWeight(head, layer, context):
                return Role.Weight;
        }

        if (indices.Count > 0)
        {
            return Role.Named;
        }

        return context.Letters.RoleOf(head) is { } part && (layer is null || part == Role.DataLoss) && (context.Model is not { } model || model.ExtentOf(part, "", null) is not null) ? part
            : layer is null && IsLoss(head, context) ? Role.Loss
            : Role.Named;
    }

    // E_{total}: letters that touch are one word.
    private static bool IsLossWithIndex(string head, Index? layer, EquatableList<Index> indices, ReadingContext context) =>
        layer is null && indices.Count > 1 && context.Notation.Loss == $"{head}_{{{string.Concat(indices)}}}";

    // Activations of layer 0 are inputs; those without a layer are where the notation writes inputs so, or the model leaves no other reading.
    private static bool IsInput(Index? layer, EquatableList<Index> indices, ReadingContext context)
    {
        if (layer is not null || indices.Count != 1)
        {
            return layer == 0 && indices.Count == 1;
        }

        return context.Notation.Inputs == InputStyle.UnmarkedActivation
            || (context.Knows(Symbol.Input(indices[0].Letter is null ? indices[0] : 1)) && !context.Knows(new Symbol(Role.Activation, null, indices)));
    }
}
