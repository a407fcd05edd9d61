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
    private readonly Func<string, ValueKey?> nameOf;
    private readonly List<Variable> given;
    private readonly Dictionary<Symbol, Rational> values = [];
    private readonly Dictionary<Symbol, int> lines = [];
    private readonly Model model;
    private bool isSound = true;

    private ValueSection(FileReading reading, Model model, Notation notation, Func<string, ValueKey?> nameOf)
    {
        this.nameOf = nameOf;
        this.reading = reading;
        this.model = model;
        this.notation = notation;
        given = [.. model.Variables.Where(variable => variable.Node.Definition is null)];
    }

    /// <summary>The values, or null where something is wrong with them.</summary>
    /// <param name="reading">The file.</param>
    /// <param name="node">The values.</param>
    /// <param name="model">The model.</param>
    /// <param name="notation">The notation of the file.</param>
    /// <param name="nameOf">Reads the name of quantities.</param>
    public static IReadOnlyDictionary<Symbol, Rational>? Read(FileReading reading, YamlNode node, Model model, Notation notation, Func<string, ValueKey?> nameOf)
    {
        var section = new ValueSection(reading, model, notation, nameOf);
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

        var missing = given.Where(variable => !values.ContainsKey(variable.Symbol)).Select(variable => NameOf(variable.Symbol)).Distinct().ToList();
        if (isSound && missing.Count > 0)
        {
            Report(ValueMessages.Missing(reading.PlaceOf(mapping), missing));
        }

        return isSound;
    }

    private void ReadEntry(YamlScalar key, YamlNode value)
    {
        var place = reading.PlaceOf(key);
        if (nameOf(key.Text) is not { } name)
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

        return named[0].Symbol is { Role: Role.Weight } or { Role: Role.Named, Indices.Count: 2 } || (named[0].Symbol.Sample is not null && named.GroupBy(variable => variable.Symbol.Indices).Count() > 1) ? Matrix(key, named, value) : List(key, named, value, Wording.Count(named.Count, "number"));
    }

    // The rows go by the index of weights that is written first, or by the sample.
    private IEnumerable<(Variable, Rational)> Matrix(string key, List<Variable> named, YamlNode value)
    {
        var first = notation.WeightOrder == WeightOrder.FromTo || named[0].Symbol.Role == Role.Named ? 0 : 1;
        var rows = named.GroupBy(variable => (variable.Symbol.Sample ?? variable.Symbol.Indices[first]).Number).OrderBy(row => row.Key)
            .Select(row => row.OrderBy(variable => variable.Symbol.Indices[variable.Symbol.Sample is null ? 1 - first : 0].Number).ToList()).ToList();
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
