namespace SymbolicBackprop.Formulas;

/// <summary>What a symbol stands for; notations choose its letter from this.</summary>
public enum Role
{
    /// <summary>A quantity with a letter of its own, such as a variable of a model given by equations.</summary>
    Named,

    /// <summary>An input x of the network. Indices: the unit.</summary>
    Input,

    /// <summary>The weighted sum z that enters a unit. Indices: the unit.</summary>
    PreActivation,

    /// <summary>The activation a = f(z) that leaves a unit. Indices: the unit.</summary>
    Activation,

    /// <summary>A weight w. Indices: the unit it leads from, then the unit it leads to, whatever the order in writing.</summary>
    Weight,

    /// <summary>A bias b. Indices: the unit, or none where all units of the layer share it.</summary>
    Bias,

    /// <summary>A target y. Indices: none, or the output.</summary>
    Target,

    /// <summary>A prediction ŷ. Indices: none, or the output.</summary>
    Prediction,

    /// <summary>The loss.</summary>
    Loss,

    /// <summary>What the loss is without a penalty.</summary>
    DataLoss,

    /// <summary>A penalty on weights, which is added to the loss.</summary>
    Penalty,

    /// <summary>The error signal δ of a unit, a derivative of the loss by convention. Indices: the unit.</summary>
    Delta,
}

/// <summary>The name of a quantity: what it is, its layer and its indices. How it is written is up to a notation.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Layer">The layer, counted from 1, or null where there is none.</param>
/// <param name="Indices">The unit, or for a weight the unit it leads from and the unit it leads to.</param>
/// <param name="Letter">The letter of a <see cref="Role.Named"/> quantity; empty for all others.</param>
public sealed record Symbol(Role Role, Index? Layer, EquatableList<Index> Indices, string Letter = "") : Formula
{
    /// <summary>The sample that it belongs to, counted from 1, or null where there is one sample only, or for what all of them share.</summary>
    public Index? Sample { get; init; }

    /// <summary>Whether it is the value after a step of gradient descent, as in w⁺ = w − η ∂loss/∂w.</summary>
    public bool IsUpdated { get; init; }

    /// <summary>Whether it stands for the quantities of all units of its layer at once: the vector z^{[2]}, the matrix W^{[2]}.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether it stands for a whole layer of all samples at once: the matrix Z^{[2]} with a column or a row for each sample.</summary>
    public bool IsBatch { get; init; }

    /// <summary>All quantities of a role in a layer at once.</summary>
    /// <param name="role">What they are.</param>
    /// <param name="layer">Their layer, or null where they are in none.</param>
    /// <param name="isBatch">Whether those of all samples are meant. Weights and biases are the same for all of them.</param>
    public static Symbol Whole(Role role, Index? layer = null, bool isBatch = false) =>
        new(role, layer, []) { IsWhole = true, IsBatch = isBatch && role is not (Role.Weight or Role.Bias) };

    /// <summary>The column with a 1 for each sample. A product with it adds up over the samples, or repeats something for each of them.</summary>
    public static Symbol Ones { get; } = new(Role.Named, null, [], @"\mathbf{1}") { IsWhole = true, IsBatch = true };

    /// <summary>An input.</summary>
    public static Symbol Input(Index unit) => new(Role.Input, null, [unit]);

    /// <summary>The weighted sum that enters a unit.</summary>
    public static Symbol PreActivation(Index layer, Index unit) => new(Role.PreActivation, layer, [unit]);

    /// <summary>The activation that leaves a unit.</summary>
    public static Symbol Activation(Index layer, Index unit) => new(Role.Activation, layer, [unit]);

    /// <summary>The weight into a layer, from a unit of the layer before it to one of its own.</summary>
    public static Symbol Weight(Index layer, Index from, Index to) => new(Role.Weight, layer, [from, to]);

    /// <summary>The bias of a unit.</summary>
    public static Symbol Bias(Index layer, Index unit) => new(Role.Bias, layer, [unit]);

    /// <summary>The one bias of all units of a layer.</summary>
    public static Symbol SharedBias(Index layer) => new(Role.Bias, layer, []);

    /// <summary>The error signal of a unit.</summary>
    public static Symbol Delta(Index layer, Index unit) => new(Role.Delta, layer, [unit]);

    /// <summary>The loss.</summary>
    public static Symbol Loss { get; } = new(Role.Loss, null, []);

    /// <summary>The loss that a sample has by itself; without a sample, that of each.</summary>
    internal static Symbol LossOfSample(Index? sample) => new(Role.DataLoss, null, []) { Sample = sample };

    /// <summary>A quantity with a letter of its own.</summary>
    public static Symbol Named(string letter, params ReadOnlySpan<Index> indices) => new(Role.Named, null, EquatableList.Create(indices), letter);

    /// <summary>The letter of the plain name.</summary>
    internal string PlainLetter => Role switch
    {
        Role.Named => Letter,
        Role.Input => "x",
        Role.PreActivation => "z",
        Role.Activation => "a",
        Role.Weight => IsWhole ? "W" : "w",
        Role.Bias => "b",
        Role.Target => "y",
        Role.Prediction => "ŷ",
        Role.Loss => "loss",
        Role.DataLoss => "D",
        Role.Penalty => "R",
        Role.Delta => "δ",
        _ => throw new InvalidOperationException($"Unknown role {Role}."),
    };

    /// <summary>A plain name such as <c>w_{1,1}^(3)</c>, the same in all notations; expressions and messages go by it.</summary>
    public override string ToString()
    {
        var indices = Indices.Count switch
        {
            0 => "",
            1 => "_" + Indices[0],
            _ => "_{" + string.Join(",", Indices) + "}",
        };
        return PlainLetter + indices + (Layer is null && Sample is null ? "" : "^") + (Layer is { } layer ? $"({layer})" : "") + (Sample is { } sample ? $"({sample})" : "") + (IsUpdated ? "⁺" : "");
    }

    /// <summary>The symbol whose first index is another number.</summary>
    internal Symbol WithFirstIndex(int number)
    {
        Index[] indices = [.. Indices.AsSpan()];
        indices[0] = number;
        return this with { Indices = EquatableList.Create<Index>(indices) };
    }

    /// <inheritdoc/>
    /// <remarks>Of what most symbols differ in: models look every quantity up by its name, and the generated hash goes through all properties.</remarks>
    public override int GetHashCode()
    {
        const int prime = 16777619; // of the hash by Fowler, Noll and Vo
        var hash = (((int)Role * prime) ^ (Layer?.Number ?? 0)) * prime;
        foreach (var index in Indices.AsSpan())
        {
            hash = (hash ^ index.Number) * prime;
        }

        return (hash ^ (Sample?.Number ?? 0)) + (Letter.Length == 0 ? 0 : Letter.GetHashCode(StringComparison.Ordinal));
    }

    internal override Symbol Bind(string letter, int value) => this with
    {
        Layer = Layer?.Bind(letter, value),
        Sample = Sample?.Bind(letter, value),
        Indices = Indices.Select(index => index.Bind(letter, value)).ToEquatableList(),
    };
}
