using System.Diagnostics.CodeAnalysis;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>Which quantities of a model symbols name, with what everyone leaves out or adds.</summary>
/// <param name="model">The model.</param>
/// <param name="convention">What δ stands for.</param>
internal sealed class Naming(Model model, DeltaConvention convention)
{
    /// <summary>The derivative that δ of a unit stands for.</summary>
    public Derivative WhatDeltaIs(Symbol delta) => new(LossOf(delta), delta with { Role = convention.RoleOfUnit() });

    private Symbol LossOf(Symbol delta) => convention == DeltaConvention.OfSample && model.SampleCount > 0 ? Symbol.LossOfSample(delta.Sample) : Symbol.Loss;

    /// <summary>The variable that a symbol names. What everyone leaves out or adds is understood: see <see cref="Understood"/>.</summary>
    /// <exception cref="MeaninglessException">The model has no such variable.</exception>
    public Variable VariableOf(Symbol symbol) => TryFind(symbol, out var variable)
        ? variable
        : throw new MeaninglessException($"The network has no {symbol}.", symbol);

    /// <summary>Looks for the variable that a symbol names.</summary>
    public bool TryFind(Symbol symbol, [MaybeNullWhen(false)] out Variable variable) =>
        model.TryFind(symbol, out variable) || (symbol.Role != Role.Delta && model.TryFind(Understood(symbol), out variable));

    // The index of an only output or of an only unit may stand or not, and a weight from or to one has no need of that index.
    private Symbol Understood(Symbol symbol)
    {
        var named = Underlying(symbol);
        var indices = (named.Role, named.Indices, model.ExtentOf(named.Role, named.Letter, named.Layer?.Number)) switch
        {
            (Role.Target or Role.Prediction, [{ Letter: null, Number: 1 }], []) => [],
            (Role.Input or Role.PreActivation or Role.Activation or Role.Bias, [], [1]) => [1],
            (Role.Weight, [], [1, 1]) => [1, 1],
            (Role.Weight, [var from], [_, 1]) => [from, 1],
            (Role.Weight, [var to], [1, _]) => [1, to],
            _ => named.Indices,
        };
        return named with { Indices = indices, Sample = named.Sample ?? AnySample(named.Role) };
    }

    // What is said without a sample is said of each.
    private Index? AnySample(Role role) => model.SampleCount > 0 && role is not (Role.Named or Role.Weight or Role.Bias or Role.Loss or Role.Penalty) ? 1 : null;

    // δ is a derivative by another quantity, and the activations of layer 0 are the inputs.
    private Symbol Underlying(Symbol symbol) => symbol switch
    {
        { Role: Role.Delta } => (Symbol)WhatDeltaIs(symbol).By,
        { Role: Role.Activation, Layer: { Letter: null, Number: 0 } } => symbol with { Role = Role.Input, Layer = null },
        _ => symbol,
    };

    /// <summary>The largest index in each position of the quantities that a symbol stands for as a whole; null where the model has none.</summary>
    public IReadOnlyList<int>? ExtentOf(Symbol whole)
    {
        var named = Underlying(whole);
        return named.Layer?.Letter is null ? model.ExtentOf(named.Role, named.Letter, named.Layer?.Number) : null;
    }

    // Whether there are quantities of its kind.
    private bool IsThere(Symbol symbol) => symbol.Sample is not null && model.SampleCount == 0 ? false
        : symbol.Layer is { } layer
        ? model.HasInLayer(symbol.Role, symbol.Letter, layer)
        : model.ExtentOf(symbol.Role, symbol.Letter, null) is not null;

    /// <summary>
    /// How many units the index of a sum runs over that has no number to end with: as many as the quantities have that bear it. Where
    /// they do not all have as many, one of them is missing when the sum is worked out.
    /// </summary>
    /// <exception cref="MeaninglessException">No quantity bears it.</exception>
    public int UnitsOver(Summation summation)
    {
        var bearing = summation.Body
            .WithParts(opens: part => part is not Summation inner || inner.Letter != summation.Letter)
            .OfType<Symbol>()
            .Where(symbol => symbol.Indices.Any(index => index.Letter == summation.Letter) || symbol.Layer?.Letter == summation.Letter || symbol.Sample?.Letter == summation.Letter)
            .ToList();
        var units = bearing.SelectMany(symbol => UnitsOf(symbol, summation.Letter)).DefaultIfEmpty(0).Max();
        return units > 0 ? units
            : bearing.Find(symbol => !IsThere(Underlying(symbol))) is { } first ? throw new MeaninglessException($"The network has no {first}.")
            : throw new MeaninglessException($"It is not clear what the sum over {summation.Letter} goes over; write its limits.");
    }

    // The largest values that a letter can have where it is an index of a symbol.
    private IEnumerable<int> UnitsOf(Symbol symbol, string letter)
    {
        if (symbol.Sample?.Letter == letter)
        {
            return [model.SampleCount];
        }

        var named = Underlying(symbol);
        var extent = named.Layer?.Letter is null ? model.ExtentOf(named.Role, named.Letter, named.Layer?.Number) : null;
        return extent?.Count == named.Indices.Count
            ? named.Indices.Select((index, k) => (index, k)).Where(each => each.index.Letter == letter).Select(each => extent[each.k] - each.index.Number)
            : [];
    }
}
