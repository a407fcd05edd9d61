using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>What a letter with its indices and its layer stands for: the model decides, then the notation, then custom.</summary>
internal static class SymbolReading
{
    private const string PreActivation = "z";

    // The letters that losses go by. A notation's own name comes first.
    private static readonly string[] UsualLosses = ["loss", "Loss", "L", "C", "J", "E", @"\mathcal{L}", @"\mathcal{J}", @"\mathcal{C}", @"\mathcal{E}", @"\ell"];

    /// <summary>Whether a letter or a word is that of the loss.</summary>
    public static bool IsLoss(string head, ReadingContext context) => head == context.Notation.Loss || UsualLosses.Contains(head, StringComparer.Ordinal);

    /// <summary>Whether a letter is that of a quantity that layers have.</summary>
    public static bool IsOfLayer(string head) => head is "a" or PreActivation or "w" or "b" or @"\delta" or "W" || FunctionSymbol.IsLayerLetter(head);

    /// <summary>The quantity.</summary>
    /// <param name="head">Its letter.</param>
    /// <param name="layer">Its layer.</param>
    /// <param name="indices">Its indices in the order of writing.</param>
    /// <param name="context">What the reader knows.</param>
    public static Symbol Of(string head, Index? layer, EquatableList<Index> indices, ReadingContext context)
    {
        var named = new Symbol(Role.Named, layer, indices, head);
        if (context.LettersAreNames || context.Knows(named))
        {
            return named;
        }

        if (layer is null && indices.Count == 1 && IsLayerCounted(head, context))
        {
            (layer, indices) = (indices[0], []);
        }

        var role = RoleOf(head, layer, indices, context);
        return role switch
        {
            Role.Named => named,
            Role.Weight when indices.Count == 2 && context.Notation.WeightOrder == WeightOrder.ToFrom => new Symbol(role, layer, [indices[1], indices[0]]),
            Role.Input when layer == 0 => new Symbol(role, null, indices),
            _ => new Symbol(role, layer, indices),
        };
    }

    /// <summary>A quantity of a sample. Of what is in no layer the only mark is that of its sample.</summary>
    public static Symbol OfSample(this Symbol symbol, Index? sample) =>
        symbol is { Role: Role.Input or Role.Target or Role.Prediction or Role.DataLoss, Layer: not null } ? symbol with { Layer = null, Sample = symbol.Layer }
        : sample is null ? symbol
        : symbol with { Sample = sample };

    /// <summary>Whether a letter is that of a weight. Entries of W are, where the model has weights and no W.</summary>
    public static bool IsWeight(string head, Index? layer, ReadingContext context) =>
        head == "w" || (head == "W" && layer is { } own && context.Model is { } model && model.HasInLayer(Role.Weight, "", own));

    /// <summary>Whether a letter with indices is a quantity as it is, without a layer.</summary>
    public static bool IsKnownWithoutLayer(string head, EquatableList<Index> indices, ReadingContext context)
    {
        var named = new Symbol(Role.Named, null, indices, head);
        return context.Knows(named) || named == Meaning.FreeArgument || (indices.Count == 1 && IsLayerCounted(head, context))
            || (head == "a" ? context.Notation.Inputs == InputStyle.UnmarkedActivation && indices.Count == 1
                : context.Model!.ExtentOf(RoleOf(head, null, indices, context), "", null) is not null);
    }

    // In a chain of single units everyone counts the layers below: z_2 = w_2 a_1 + b_2.
    private static bool IsLayerCounted(string head, ReadingContext context) =>
        head is PreActivation or "w" or "b" or @"\delta" or "W" || (head == "a" && context.Notation.Inputs != InputStyle.UnmarkedActivation)
            ? context.Model is { IsChain: true }
            : false;

    private static bool HasOneInput(ReadingContext context) => context.Model?.ExtentOf(Role.Input, "", null) is [1];

    private static Role RoleOf(string head, Index? layer, EquatableList<Index> indices, ReadingContext context) => head switch
    {
        "x" => (layer is null || context.Model is not { SampleCount: 0 }) && (indices.Count == 1 || (indices.Count == 0 && HasOneInput(context))) ? Role.Input : Role.Named,
        "a" => IsInput(layer, indices, context) ? Role.Input : Role.Activation,
        PreActivation when layer is null && indices.Count == 0 => Role.Named, // the free argument of f(z)
        PreActivation => Role.PreActivation,
        "w" or "W" when IsWeight(head, layer, context) => Role.Weight,
        "b" => Role.Bias,
        "y" => Role.Target,
        Letters.Prediction => Role.Prediction,
        @"\delta" => Role.Delta,
        _ when indices.Count > 0 => Role.Named,
        "D" when context.Model is not { } model || model.ExtentOf(Role.DataLoss, "", null) is not null => Role.DataLoss,
        "R" when layer is null && (context.Model is not { } model || model.ExtentOf(Role.Penalty, "", null) is not null) => Role.Penalty,
        _ => layer is null && IsLoss(head, context) ? Role.Loss : Role.Named,
    };

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
