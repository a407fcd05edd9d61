using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Files.Yaml;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Files;

/// <summary>
/// Reads the key <c>values</c> of a network file: a number for every quantity that is given, one by one as in <c>w_{11}^{(1)}: 0.15</c>,
/// or all of a letter and a layer, <c>x: [0.05, 0.1]</c> and <c>w^{(1)}: [[0.15, 0.25], [0.2, 0.3]]</c> with <c>w_{ij}</c> in row i and
/// column j, as the notation counts them.
/// </summary>
internal sealed class ValueSection
{
    private readonly FileReading reading;
    private readonly Notation notation;
    private readonly List<Variable> given;
    private readonly Dictionary<Symbol, Rational> values = [];
    private readonly Dictionary<Symbol, int> lines = [];
    private readonly Model model;
    private bool isSound = true;

    private ValueSection(FileReading reading, Model model, Notation notation)
    {
        this.reading = reading;
        this.model = model;
        this.notation = notation;
        given = [.. model.Variables.Where(variable => variable.Node.Definition is null)];
    }

    /// <summary>The values, or null where something is wrong with them.</summary>
    public static IReadOnlyDictionary<Symbol, Rational>? Read(FileReading reading, YamlNode node, Model model, Notation notation)
    {
        var section = new ValueSection(reading, model, notation);
        return section.ReadAll(node) ? section.values : null;
    }

    private bool ReadAll(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            if (node is not YamlRefused)
            {
                reading.Report(FileMessages.KeysExpected(reading.PlaceOf(node), "the values", node, Known));
            }

            return false;
        }

        foreach (var (key, value) in mapping.Entries)
        {
            ReadEntry(key, value);
        }

        var missing = given.Where(variable => !values.ContainsKey(variable.Symbol)).Select(variable => NameOf(variable.Symbol)).ToList();
        if (isSound && missing.Count > 0)
        {
            Report(ValueMessages.Missing(reading.PlaceOf(mapping), missing));
        }

        return isSound;
    }

    private void ReadEntry(YamlScalar key, YamlNode value)
    {
        var place = reading.PlaceOf(key);
        if (ValueKey.Read(key.Text, notation) is not { } name)
        {
            Report(ValueMessages.NoName(place, key.Text));
            return;
        }

        var named = given.Where(name.Names).ToList();
        if (named.Count == 0)
        {
            Report(model.Variables.Any(name.Names) ? ValueMessages.Computed(place, key.Text) : ValueMessages.Unknown(place, key.Text, Known));
            return;
        }

        foreach (var (variable, number) in Numbers(key.Text, named, value))
        {
            if (!values.TryAdd(variable.Symbol, number))
            {
                Report(ValueMessages.Again(place, NameOf(variable.Symbol), lines[variable.Symbol]));
                return;
            }

            lines.Add(variable.Symbol, place.Line);
        }
    }

    private IEnumerable<(Variable Variable, Rational Number)> Numbers(string key, List<Variable> named, YamlNode value)
    {
        if (named is [var only] && value is YamlScalar)
        {
            return Number(key, value) is { } number ? [(only, number)] : [];
        }

        return named[0].Symbol.Role == Role.Weight ? Matrix(key, named, value) : List(key, named, value, Wording.Count(named.Count, "number"));
    }

    // The rows go by the index that is written first.
    private IEnumerable<(Variable, Rational)> Matrix(string key, List<Variable> named, YamlNode value)
    {
        var first = notation.WeightOrder == WeightOrder.FromTo ? 0 : 1;
        var rows = named.GroupBy(weight => weight.Symbol.Indices[first].Number).OrderBy(row => row.Key)
            .Select(row => row.OrderBy(weight => weight.Symbol.Indices[1 - first].Number).ToList()).ToList();
        var shape = $"{Wording.Count(rows.Count, "row")} of {Wording.Count(rows[0].Count, "number")}";
        return Items(key, value, rows.Count, shape) is { } items
            ? [.. items.Zip(rows).SelectMany(pair => List(key, pair.Second, pair.First, shape))]
            : [];
    }

    private IEnumerable<(Variable, Rational)> List(string key, List<Variable> named, YamlNode value, string shape) => Items(key, value, named.Count, shape) is { } items
        ? [.. named.Zip(items).Select(pair => (pair.First, Number: Number(key, pair.Second))).Where(pair => pair.Number is not null).Select(pair => (pair.First, pair.Number!.Value))]
        : [];

    private IReadOnlyList<YamlNode>? Items(string key, YamlNode value, int count, string shape)
    {
        if (value is YamlSequence { Items: var items } && items.Count == count)
        {
            return items;
        }

        if (value is not YamlRefused)
        {
            Report(ValueMessages.WrongShape(
                reading.PlaceOf(value), key, shape, value is YamlSequence list ? $"stands a list of {list.Items.Count}" : "stands no list"));
        }

        isSound = false;
        return null;
    }

    private Rational? Number(string key, YamlNode value)
    {
        if (value is YamlScalar { IsQuoted: false } scalar && scalar.Text.Length <= ReadingContext.MostDigits && Rational.TryParse(scalar.Text, out var number))
        {
            return number;
        }

        if (value is not YamlRefused)
        {
            Report(ValueMessages.NotANumber(reading.PlaceOf(value), key, value is YamlScalar other ? other.Text : "a list"));
        }

        isSound = false;
        return null;
    }

    private IReadOnlyCollection<string> Known => [.. given
        .Select(variable => NameOf(variable.Symbol with { Indices = [] }))
        .Distinct()];

    private string NameOf(Symbol symbol) => ValueKey.Of(symbol, notation);

    private void Report(Diagnostic diagnostic)
    {
        reading.Report(diagnostic);
        isSound = false;
    }
}
