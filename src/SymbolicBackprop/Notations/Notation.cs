using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Notations;

/// <summary>How the layer stands on a symbol.</summary>
public enum LayerMark
{
    /// <summary>As in z^{(3)}.</summary>
    Parentheses,

    /// <summary>As in z^{[3]}.</summary>
    Brackets,

    /// <summary>As in z^3, where a power is written (z^3)^2.</summary>
    Plain,
}

/// <summary>The order of the two indices of a weight.</summary>
public enum WeightOrder
{
    /// <summary>w_{ij} leads from unit i to unit j.</summary>
    FromTo,

    /// <summary>w_{ji} leads from unit i to unit j, so that the weights form the matrix of z = W a.</summary>
    ToFrom,
}

/// <summary>What stands between the two indices of a weight.</summary>
public enum WeightCommas
{
    /// <summary>A comma where the indices would run together, as in w_{12,1}.</summary>
    WhereNeeded,

    /// <summary>Always a comma, as in w_{1,2}.</summary>
    Always,
}

/// <summary>How the vector of a layer is laid out.</summary>
public enum VectorLayout
{
    /// <summary>As a column, so that z = W a.</summary>
    Columns,

    /// <summary>As a row, so that z = a W.</summary>
    Rows,
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

/// <summary>How the outputs of the network are written.</summary>
public enum OutputStyle
{
    /// <summary>With a letter of their own, such as ŷ_1.</summary>
    Letter,

    /// <summary>As the activations of the last layer L, such as a_1^{(L)}.</summary>
    LastActivation,
}

/// <summary>How the activation function of a layer says which layer it belongs to.</summary>
public enum FunctionMark
{
    /// <summary>As in f_2(z_1^{(2)}).</summary>
    Subscript,

    /// <summary>With the mark of the layer, as in f^{(2)}(z_1^{(2)}).</summary>
    Superscript,

    /// <summary>By its argument, as in f(z_1^{(2)}); where that does not tell, with a subscript.</summary>
    Argument,
}

/// <summary>How derivatives of the loss are written.</summary>
public enum DerivativeStyle
{
    /// <summary>As fractions, with a letter of its own for the error signal: ∂L/∂w, δ.</summary>
    Leibniz,

    /// <summary>With d before the quantity: dw is ∂L/∂w, and dz stands for δ.</summary>
    Differentials,
}

/// <summary>How mathematics is written: letters, marks, orders and conventions. Two notations with equal settings are equal.</summary>
public sealed record Notation
{
    /// <summary>Layer marks in parentheses, δ = ∂loss/∂a, weights from–to: the notation of the handwritten sheet.</summary>
    public static Notation Parentheses { get; } = new();

    /// <summary>The same with layer marks in brackets.</summary>
    public static Notation Brackets { get; } = new() { LayerMark = LayerMark.Brackets };

    /// <summary>The letters of quantities.</summary>
    public QuantityLetters Letters { get; init; } = new();

    /// <summary>How the layer stands on a symbol.</summary>
    public LayerMark LayerMark { get; init; }

    /// <summary>The order of the indices of a weight.</summary>
    public WeightOrder WeightOrder { get; init; }

    /// <summary>What stands between the indices of a weight.</summary>
    public WeightCommas WeightCommas { get; init; }

    /// <summary>How vectors of whole layers are laid out.</summary>
    public VectorLayout Vectors { get; init; }

    /// <summary>What δ stands for.</summary>
    public DeltaConvention Delta { get; init; }

    /// <summary>How derivatives of the loss are written.</summary>
    public DerivativeStyle Derivatives { get; init; }

    /// <summary>How inputs are written.</summary>
    public InputStyle Inputs { get; init; }

    /// <summary>How the outputs are written.</summary>
    public OutputStyle Outputs { get; init; }

    /// <summary>How the activation function of a layer says which layer it belongs to.</summary>
    public FunctionMark Functions { get; init; }

    /// <summary>
    /// The name of the loss; a name of more than one letter is set upright. Profiles may have a command such as <c>\mathcal{L}</c>, or
    /// an index, as in <c>E_{total}</c>.
    /// </summary>
    public string Loss { get; init; } = "loss";

    /// <summary>The words in formulas. A sheet has those of its language.</summary>
    public FormulaWords Words { get; init; } = FormulaWords.English;

    /// <summary>The letter of the last layer, as in a_1^{(L)}.</summary>
    internal static Index LastLayer { get; } = Index.Of("L");

    /// <summary>How whole layers are laid out in matrices.</summary>
    internal MatrixLayout Layout => new(Vectors == VectorLayout.Rows, WeightOrder == WeightOrder.ToFrom);

    /// <summary>The loss that is differentiated where d stands before a quantity: what belongs to a sample may have one of its own.</summary>
    internal Symbol LossBehindD(Symbol by) => Delta == DeltaConvention.OfSample && (by.IsBatch || by.Sample is not null) ? Symbol.LossOfSample(by.Sample) : Symbol.Loss;

    /// <summary>This notation with the layer marks of a formula that was written by somebody; where it has none, with its own.</summary>
    internal Notation WithMarksOf(string latex) =>
        latex.Contains("^{[", StringComparison.Ordinal) ? this with { LayerMark = LayerMark.Brackets }
        : latex.Contains("^{(", StringComparison.Ordinal) ? this with { LayerMark = LayerMark.Parentheses }
        : this;
}
