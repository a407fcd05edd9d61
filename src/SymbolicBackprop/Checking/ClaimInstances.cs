using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Checking;

/// <summary>Both sides of a claim for one choice of its index letters, or an entry of both.</summary>
/// <param name="Values">The values of the letters, in the order of the letters.</param>
/// <param name="Left">What the left side means.</param>
/// <param name="Right">What the right side means.</param>
internal sealed record ClaimInstance(IReadOnlyList<KeyValuePair<string, int>> Values, Expr Left, Expr Right);

/// <summary>What claims say in a model: for each choice of their index letters for which all their quantities exist.</summary>
internal sealed class ClaimInstances
{
    // More choices than this would not be looked at by anybody; they are spread over all values.
    private const int MostChoices = 512;

    private readonly Model model;
    private readonly int layers;
    private readonly int units;

    public ClaimInstances(Model model)
    {
        this.model = model;
        layers = Largest(model.Variables.Select(variable => variable.Symbol.Layer ?? 0));
        units = Largest(model.Variables.SelectMany(variable => variable.Symbol.Indices).Append(model.SampleCount));
    }

    /// <summary>The sides of a claim for each choice of index letters.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <param name="range">The values that the statement gives for a letter, or null.</param>
    /// <param name="meaning">What formulas mean.</param>
    /// <exception cref="MeaninglessException">The claim says nothing in the model.</exception>
    public List<ClaimInstance> Of(Formula left, Formula right, IndexRange? range, Meaning meaning)
    {
        (left, right) = BareFunctions.Applied(left.WithLastLayer(layers), right.WithLastLayer(layers), model, meaning);
        var letters = FreeIndices.Of([left, right]);
        if (letters.Count == 0)
        {
            return [.. Compared([], left, right, meaning)];
        }

        var instances = new List<ClaimInstance>();
        MeaninglessException? reason = null;
        foreach (var values in Choices(letters, range))
        {
            var (boundLeft, boundRight) = (Bound(left, values), Bound(right, values));
            if (!Exists(boundLeft, meaning) || !Exists(boundRight, meaning))
            {
                continue;
            }

            try
            {
                instances.AddRange(Compared(values, boundLeft, boundRight, meaning));
            }
            catch (MeaninglessException exception) when (exception.Shapes is null)
            {
                reason ??= exception;
            }
        }

        return instances.Count > 0 ? instances
            : throw reason ?? NoChoice([left, right], meaning);
    }

    // Entry by entry; the label that says a shape has none.
    private IEnumerable<ClaimInstance> Compared(IReadOnlyList<KeyValuePair<string, int>> values, Formula left, Formula right, Meaning meaning)
    {
        var matrices = new MatrixMeaning(meaning);
        if (right is not Dimensions shape)
        {
            return matrices.Pairs(left, right).Select(pair => new ClaimInstance(values, pair.Left, pair.Right));
        }

        matrices.CheckLabel(left, shape);
        return [new ClaimInstance(values, model.Graph.Zero, model.Graph.Zero)];
    }

    /// <summary>What puts the first choice of a claim's index letters for which all its quantities exist into formulas.</summary>
    public Func<Formula, Formula> FirstChoice(Formula left, Formula right, IndexRange? range, Meaning meaning)
    {
        if (FreeIndices.Of([left, right]).Count == 0)
        {
            return formula => formula;
        }

        var (boundLeft, boundRight) = (left.WithLastLayer(layers), right.WithLastLayer(layers));
        var choices = Choices(FreeIndices.Of([boundLeft, boundRight]), range);
        var first = choices.FirstOrDefault(values => Exists(Bound(boundLeft, values), meaning) && Exists(Bound(boundRight, values), meaning)) ?? choices.First();
        return formula => Bound(formula.WithLastLayer(layers), first);
    }

    // Which quantity it is that exists for no values of its letters.
    private MeaninglessException NoChoice(IEnumerable<Formula> sides, Meaning meaning)
    {
        var unknown = sides.SelectMany(side => side.WithParts()).OfType<Symbol>()
            .FirstOrDefault(symbol => !Choices(FreeIndices.Of([symbol]), null).Any(values => Exists(Bound(symbol, values), meaning)));
        return new MeaninglessException(unknown is null ? "The network has no quantities that go together like this." : $"The network has no {unknown}.", unknown);
    }

    /// <summary>A formula with numbers in the place of index letters.</summary>
    public static T Bound<T>(T formula, IReadOnlyList<KeyValuePair<string, int>> values)
        where T : Formula => values.Aggregate(formula, (bound, value) => (T)bound.Bind(value.Key, value.Value));

    private static int Largest(IEnumerable<Index> indices) => indices.Select(index => index.Number).DefaultIfEmpty(0).Max();

    private bool Exists(Formula formula, Meaning meaning) => formula
        .WithParts(opens: part => part is not Summation)
        .All(part => part switch
        {
            Symbol { IsWhole: true } whole => whole == Symbol.Ones || meaning.ExtentOf(whole) is not null,
            Symbol { Role: Role.Delta } delta => meaning.TryFind((Symbol)meaning.WhatDeltaIs(delta).By, out _),
            Symbol { Role: not Role.Named } symbol => meaning.TryFind(symbol with { IsUpdated = false }, out _),
            Call { Function.Layer: { } layer } => model.Functions.ContainsKey(FunctionSymbol.OfLayer(layer)) || (model.VectorFunctions.ContainsKey(layer) && part.SpeaksOfLayers()),
            Summation sum => IsEmpty(sum) || Exists(sum.Body.Bind(sum.Letter, sum.From?.Number ?? 1), meaning),
            _ => true,
        });

    private static bool IsEmpty(Summation sum) => sum is { From: { } from, To: { Letter: null } to } && to.Number < from.Number;

    private IEnumerable<IReadOnlyList<KeyValuePair<string, int>>> Choices(SortedDictionary<string, bool> letters, IndexRange? range)
    {
        var ranges = letters.Select(letter => (Letter: letter.Key, Values: ValuesOf(letter.Key, letter.Value, range))).ToList();
        var total = ranges.Aggregate(1L, (product, each) => Math.Min(product * each.Values.Count, int.MaxValue));
        var step = Math.Max(1, total / MostChoices);
        for (var choice = 0L; choice < total; choice += step)
        {
            var rest = choice;
            var values = new KeyValuePair<string, int>[ranges.Count];
            for (var k = 0; k < values.Length; k++)
            {
                values[k] = new(ranges[k].Letter, ranges[k].Values[(int)(rest % ranges[k].Values.Count)]);
                rest /= ranges[k].Values.Count;
            }

            yield return values;
        }
    }

    // A range of a statement that ends in a letter, as in j = 1, …, n, goes as far as there are units.
    private List<int> ValuesOf(string letter, bool isLayer, IndexRange? range)
    {
        var most = isLayer ? layers : units;
        var (from, to) = range?.Of(letter) is { } given
            ? (given.From.Number, given.To.Letter is null ? given.To.Number : most)
            : (1, most);
        return [.. Enumerable.Range(from, Math.Max(0, Math.Min(to, most + 1) - from + 1))];
    }
}
