using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Notations;

/// <summary>
/// The letters that quantities go by, as in LaTeX: a letter, a command such as <c>\delta</c> or <c>\hat{y}</c>, or a word, which is
/// set upright. No two that occur together may be the same, but for those of weights and biases: a bias that goes by the letter of
/// weights is written as the weight from unit 0.
/// </summary>
public sealed record QuantityLetters
{
    /// <summary>An input.</summary>
    public string Input { get; init; } = "x";

    /// <summary>The weighted sum that enters a unit.</summary>
    public string PreActivation { get; init; } = "z";

    /// <summary>The activation that leaves a unit.</summary>
    public string Activation { get; init; } = "a";

    /// <summary>A weight.</summary>
    public string Weight { get; init; } = "w";

    /// <summary>A bias.</summary>
    public string Bias { get; init; } = "b";

    /// <summary>A target.</summary>
    public string Target { get; init; } = "y";

    /// <summary>A prediction, an output of the network.</summary>
    public string Prediction { get; init; } = @"\hat{y}";

    /// <summary>The error signal of a unit.</summary>
    public string ErrorSignal { get; init; } = @"\delta";

    /// <summary>The activation function of a layer.</summary>
    public string Function { get; init; } = FunctionSymbol.LayerFunction;

    /// <summary>What the loss is without a penalty.</summary>
    public string DataLoss { get; init; } = "D";

    /// <summary>A penalty on weights.</summary>
    public string Penalty { get; init; } = "R";

    /// <summary>Whether a bias is written as the weight from unit 0.</summary>
    public bool BiasIsWeight => Bias == Weight;

    /// <summary>The letter of a role, but for the loss and what has a letter of its own.</summary>
    public string? Of(Role role) => role switch
    {
        Role.Input => Input,
        Role.PreActivation => PreActivation,
        Role.Activation => Activation,
        Role.Weight => Weight,
        Role.Bias => Bias,
        Role.Target => Target,
        Role.Prediction => Prediction,
        Role.Delta => ErrorSignal,
        Role.DataLoss => DataLoss,
        Role.Penalty => Penalty,
        Role.Loss or Role.Named => null,
        _ => throw new InvalidOperationException($"Unknown role {role}."),
    };

    /// <summary>The role that a letter is that of, or null.</summary>
    public Role? RoleOf(string letter)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            if (Of(role) == letter)
            {
                return role;
            }
        }

        return null;
    }

    /// <summary>The letter in a bold one; others are what they are.</summary>
    internal static string Undressed(string letter)
    {
        var start = letter.IndexOf(Bold, StringComparison.Ordinal);
        return start < 0 || !letter.EndsWith('}') ? letter
            : start == 0 ? letter[Bold.Length..^1]
            : letter[..start] + letter[(start + Bold.Length)..^1]; // \hat{\mathbf{y}}
    }

    private const string Bold = @"\mathbf{";

    /// <summary>The capital of a letter, also under a hat; null for what has none.</summary>
    internal static string? Capital(string letter) => letter switch
    {
        [>= 'a' and <= 'z' and var small, .. var rest] => char.ToUpperInvariant(small) + rest,
        @"\delta" => @"\Delta",
        [.. var hat, '{', >= 'a' and <= 'z' and var small, '}'] when hat.StartsWith('\\') => $"{hat}{{{char.ToUpperInvariant(small)}}}",
        _ => null,
    };

    /// <summary>The role of what goes by the capital of a letter when it is that of all samples together, or null.</summary>
    internal Role? RoleOfCapital(string letter) => RoleOf(letter) is not null ? null
        : Array.Find(OfSamples, role => Capital(Of(role)!) == letter) is var found and not Role.Named ? found
        : null;

    private static readonly Role[] OfSamples = [Role.Input, Role.PreActivation, Role.Activation, Role.Target, Role.Prediction, Role.Delta];

    /// <summary>The letter of the matrix of weights, in all notations.</summary>
    internal const string WeightMatrix = "W";

    /// <summary>Whether quantities of layers go by a letter.</summary>
    public bool AreOfLayers(string letter) =>
        letter == WeightMatrix || RoleOf(letter) is Role.PreActivation or Role.Activation or Role.Weight or Role.Bias or Role.Delta;

    /// <summary>Whether quantities of layers may go by a letter, be it a bold one or the capital for all samples.</summary>
    internal bool MayBeOfLayers(string letter) =>
        AreOfLayers(Undressed(letter)) || RoleOfCapital(letter) is Role.PreActivation or Role.Activation or Role.Delta;

    /// <summary>
    /// Whether activation functions of layers go by a letter: that of this notation, or a usual one which is no quantity's:
    /// f_2, g^{[2]}, φ_2 and σ^{(2)} are one function.
    /// </summary>
    public bool AreFunctions(string letter) => letter == Function || (FunctionSymbol.IsLayerLetter(letter) && RoleOf(letter) is null);

    /// <summary>Whether a letter is that of a quantity, a whole layer or the functions of layers, so that the loss cannot go by it.</summary>
    internal bool IsTaken(string letter) => RoleOf(letter) is not null || letter == WeightMatrix || RoleOfCapital(letter) is not null || AreFunctions(letter);

    /// <summary>How many letters a name shows.</summary>
    internal static int CountIn(string name) => name.StartsWith('\\') ? 1 : name.Count(char.IsLetterOrDigit);
}
