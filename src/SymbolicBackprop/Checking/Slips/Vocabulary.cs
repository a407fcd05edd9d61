using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// What a claim speaks of: the units that occur in it, and the factors and terms made of them that may be missing. Units may have
/// index letters.
/// </summary>
internal sealed class Vocabulary
{
    // Of more, nobody guesses the one that is missing.
    private const int MostDefined = 40;

    private readonly HashSet<(Index Layer, Index Unit)> units = [];
    private readonly HashSet<Index> letters = []; // on quantities with a letter of their own
    private readonly Dictionary<Index, int> unitsOf;
    private readonly Lazy<ILookup<Symbol, AppliedActivation>> applied;

    /// <param name="model">The model that the claim is about.</param>
    /// <param name="sides">The sides of the claim.</param>
    /// <param name="values">The values of formulas at a point.</param>
    public Vocabulary(Model model, IEnumerable<Formula> sides, PointValues values)
    {
        (Model, Values) = (model, values);
        foreach (var symbol in sides.SelectMany(side => side.WithParts()).OfType<Symbol>())
        {
            switch (symbol)
            {
                case { Role: Role.Named, Indices: [{ Letter: not null } index] }:
                    letters.Add(index);
                    break;
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

        unitsOf = model.Variables.Where(variable => variable.Symbol is { Role: Role.PreActivation, Layer: not null }).CountBy(variable => variable.Symbol.Layer!.Value).ToDictionary();
        LargestIndex = Math.Min(9, unitsOf.Select(layer => Math.Max(layer.Key.Number, layer.Value)).Append(model.Variables.Count(variable => variable.Symbol.Role == Role.Input)).Max());
        applied = new(() => PreActivations.Prepend(Meaning.FreeArgument).SelectMany(argument => AppliedActivation.To(argument, model)).ToLookup(own => own.Argument));
        var outputs = model.Variables.Where(variable => variable.Symbol.Role == Role.Prediction).Select(variable => variable.Symbol);
        Differences = [.. outputs.Select(prediction => new Sum([prediction with { Role = Role.Target }, new Negative(prediction)]))];
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>The values of formulas at a point.</summary>
    public PointValues Values { get; }

    /// <summary>
    /// The activation functions that a formula may write out: it is made of one weighted sum, to which the function of its layer belongs,
    /// or of the free argument, to which all do. Functions with kinks are left out: nobody writes them out in one formula.
    /// </summary>
    public IEnumerable<AppliedActivation> AppliedIn(Formula formula)
    {
        Symbol? argument = null;
        foreach (var part in formula.WithParts())
        {
            if (part is Derivative or Directional or PathShare || (part is Symbol symbol && symbol != (argument ??= symbol)))
            {
                return [];
            }
        }

        return argument is null ? [] : applied.Value[argument];
    }

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

    /// <summary>In a model without layers, what is defined between the given quantities and the loss, also with the indices of the claim.</summary>
    public IEnumerable<Symbol> Intermediate => Defined.Concat(
        from name in Defined
        where name.Indices.Count == 1
        from index in letters
        select name with { Indices = [index] }).Distinct();

    private IEnumerable<Symbol> Defined => Model.Variables
        .Where(variable => variable.Symbol.Role is Role.Named or Role.Prediction && !Model.HasLayers && variable.Node.Definition is not null)
        .Take(MostDefined)
        .Select(variable => variable.Symbol);

    /// <summary>The weighted sums of the units.</summary>
    public IEnumerable<Symbol> PreActivations => Hidden.Select(unit => Symbol.PreActivation(unit.Layer, unit.Unit));

    /// <summary>The biases of the units.</summary>
    public IEnumerable<Symbol> Biases => Hidden.Select(unit => Symbol.Bias(unit.Layer, unit.Unit));

    /// <summary>The terms of the units' weighted sums as the network defines them.</summary>
    public IEnumerable<Formula> TermsOfDefinitions => PreActivations
        .SelectMany(z => Model.TryFind(z, out var variable) && variable.Definition is Sum definition ? definition.Terms : (IEnumerable<Formula>)[]);

    /// <summary>The weights between units of adjacent layers.</summary>
    public IEnumerable<Symbol> Weights =>
        from upper in Hidden
        from lower in units
        where lower.Layer == Below(upper.Layer)
        select Symbol.Weight(upper.Layer, lower.Unit, upper.Unit);

    private IEnumerable<(Index Layer, Index Unit)> Hidden => units.Where(unit => unit.Layer != 0);

    /// <summary>The largest index that a slip of the pen may have come from: that of a layer or of a unit, up to nine.</summary>
    public int LargestIndex { get; }

    /// <summary>How many units a layer has.</summary>
    public int UnitsOf(Index layer) => unitsOf.TryGetValue(layer, out var count) ? count : 0;

    /// <summary>Whether a function is one of the network's by its own name.</summary>
    public bool IsActivation(FunctionSymbol function) => Model.Functions.Values.Any(own => own.Name == function.Name);

    /// <summary>Whether a formula is f′(z) of a unit, whatever it is written like.</summary>
    public bool IsFunctionDerivative(Formula formula) =>
        formula is Call { Primes: 1 } or Derivative { Of: Symbol { Role: Role.Activation }, By: Symbol { Role: Role.PreActivation } }
        || AppliedIn(formula).Any(own => Values.AreSame(formula, own.Derivative));

    /// <summary>f′(z) of a unit.</summary>
    public static Call DerivativeAt(Index layer, Index unit) => new(FunctionSymbol.OfLayer(layer), 1, [Symbol.PreActivation(layer, unit)]);

    /// <summary>The activation of a unit; an input where the layer is 0.</summary>
    public static Symbol ActivationOf(Index layer, Index unit) => layer == 0 ? Symbol.Input(unit) : Symbol.Activation(layer, unit);

    /// <summary>The layer below.</summary>
    public static Index Below(Index layer) => layer.Letter is { } letter ? Index.Of(letter, layer.Number - 1) : layer.Number - 1;
}
