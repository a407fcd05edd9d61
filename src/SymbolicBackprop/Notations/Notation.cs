using SymbolicBackprop.Models;

namespace SymbolicBackprop.Notations;

/// <summary>How the layer stands on a symbol.</summary>
public enum LayerMark
{
    /// <summary>As in z^{(3)}.</summary>
    Parentheses,

    /// <summary>As in z^{[3]}.</summary>
    Brackets,
}

/// <summary>The order of the two indices of a weight.</summary>
public enum WeightOrder
{
    /// <summary>w_{ij} leads from unit i to unit j.</summary>
    FromTo,

    /// <summary>w_{ji} leads from unit i to unit j, so that the weights form the matrix of z = W a.</summary>
    ToFrom,
}

/// <summary>How the inputs are written.</summary>
public enum InputStyle
{
    /// <summary>As x_1.</summary>
    X,

    /// <summary>As a_1, an activation without a layer mark.</summary>
    UnmarkedActivation,

    /// <summary>As a_1^{(0)}, the activations of layer 0.</summary>
    MarkedActivation,
}

/// <summary>How mathematics is written: letters, marks, orders and conventions. Two notations with equal settings are equal.</summary>
public sealed record Notation
{
    /// <summary>Layer marks in parentheses, δ = ∂loss/∂a, weights from–to: the notation of the handwritten sheet.</summary>
    public static Notation Parentheses { get; } = new();

    /// <summary>The same with layer marks in brackets.</summary>
    public static Notation Brackets { get; } = new() { LayerMark = LayerMark.Brackets };

    /// <summary>How the layer stands on a symbol.</summary>
    public LayerMark LayerMark { get; init; }

    /// <summary>The order of the indices of a weight.</summary>
    public WeightOrder WeightOrder { get; init; }

    /// <summary>What δ stands for.</summary>
    public DeltaConvention Delta { get; init; }

    /// <summary>How inputs are written.</summary>
    public InputStyle Inputs { get; init; }

    /// <summary>The name of the loss; a name of more than one letter is set upright.</summary>
    public string Loss { get; init; } = "loss";

    /// <summary>The words in formulas. A sheet has those of its language.</summary>
    public FormulaWords Words { get; init; } = FormulaWords.English;

    /// <summary>This notation with the layer marks of a formula that was written by somebody; where it has none, with its own.</summary>
    internal Notation WithMarksOf(string latex) =>
        latex.Contains("^{[", StringComparison.Ordinal) ? this with { LayerMark = LayerMark.Brackets }
        : latex.Contains("^{(", StringComparison.Ordinal) ? this with { LayerMark = LayerMark.Parentheses }
        : this;
}
