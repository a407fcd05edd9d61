using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// What a claim speaks of: the units that occur in it, and the factors and terms made of them that may be missing. Units may have
/// index letters.
/// </summary>
internal sealed class Vocabulary
{
    private readonly HashSet<(Index Layer, Index Unit)> units = [];

    /// <param name="model">The model that the claim is about.</param>
    /// <param name="sides">The sides of the claim.</param>
    public Vocabulary(Model model, params IEnumerable<Formula> sides)
    {
        Model = model;
        foreach (var symbol in sides.SelectMany(side => side.WithParts()).OfType<Symbol>())
        {
            switch (symbol)
            {
                case { Role: Role.Weight, Layer: { } layer, Indices: [var from, var to] }:
                    units.Add((layer, to));
                    units.Add((Below(layer), from));
                    break;
                case { Role: Role.Input, Indices: [var input] }:
                    units.Add((0, input));
                    break;
                case { Role: Role.PreActivation or Role.Activation or Role.Bias or Role.Delta, Layer: { } layer, Indices: [var unit] }:
                    units.Add((layer, unit));
                    break;
            }
        }

        var outputs = model.Variables.Where(variable => variable.Symbol.Role == Role.Prediction).Select(variable => variable.Symbol);
        Differences = [.. outputs.Select(prediction => new Sum([prediction with { Role = Role.Target }, new Negative(prediction)]))];
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>y − ŷ of each output.</summary>
    public IReadOnlyList<Formula> Differences { get; }

    /// <summary>The index letters in use.</summary>
    public IEnumerable<string> Letters => units.SelectMany(unit => new[] { unit.Layer.Letter, unit.Unit.Letter }).OfType<string>().Distinct();

    /// <summary>The derivatives f′(z) of the units.</summary>
    public IEnumerable<Formula> FunctionDerivatives => Hidden.Select(unit => DerivativeAt(unit.Layer, unit.Unit));

    /// <summary>The error signals of the units.</summary>
    public IEnumerable<Symbol> Deltas => Hidden.Select(unit => Symbol.Delta(unit.Layer, unit.Unit));

    /// <summary>The activations of the units, inputs among them.</summary>
    public IEnumerable<Symbol> Activations => units.Select(unit => ActivationOf(unit.Layer, unit.Unit));

    /// <summary>The weighted sums of the units.</summary>
    public IEnumerable<Symbol> PreActivations => Hidden.Select(unit => Symbol.PreActivation(unit.Layer, unit.Unit));

    /// <summary>The biases of the units.</summary>
    public IEnumerable<Symbol> Biases => Hidden.Select(unit => Symbol.Bias(unit.Layer, unit.Unit));

    /// <summary>The weights between units of adjacent layers.</summary>
    public IEnumerable<Symbol> Weights =>
        from upper in Hidden
        from lower in units
        where lower.Layer == Below(upper.Layer)
        select Symbol.Weight(upper.Layer, lower.Unit, upper.Unit);

    private IEnumerable<(Index Layer, Index Unit)> Hidden => units.Where(unit => unit.Layer != 0);

    /// <summary>f′(z) of a unit.</summary>
    public static Call DerivativeAt(Index layer, Index unit) => new(FunctionSymbol.OfLayer(layer), 1, [Symbol.PreActivation(layer, unit)]);

    /// <summary>The activation of a unit; an input where the layer is 0.</summary>
    public static Symbol ActivationOf(Index layer, Index unit) => layer == 0 ? Symbol.Input(unit) : Symbol.Activation(layer, unit);

    /// <summary>The layer below.</summary>
    public static Index Below(Index layer) => layer.Letter is { } letter ? Index.Of(letter, layer.Number - 1) : layer.Number - 1;
}
