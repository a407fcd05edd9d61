using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>What numbers say of a relation.</summary>
/// <param name="Sides">The positions of the sides that it relates; one where it relates a brace to its label.</param>
/// <param name="Holds">Whether it holds; null where there is nothing that it could be about.</param>
internal sealed record NumericVerdict(Range Sides, bool? Holds)
{
    public bool IsEquality => Sides.End.Value - Sides.Start.Value == 2;

    public bool Concerns(int side) => Sides.Start.Value <= side && side < Sides.End.Value;
}

/// <summary>Whether relations hold, found out by numbers alone: both sides at random points, for all values of free index letters.</summary>
internal sealed class NumericTruth(Setting setting)
{
    // Behind units that are switched off everything is 0 and agrees; at some of so many points they are on.
    private const int Points = 16;

    private readonly Meaning meaning = new(setting.Model, setting.Delta);
    private readonly Dependencies dependencies = new(setting.Model);

    /// <summary>Looks at all relations of a statement but questions.</summary>
    public List<NumericVerdict> Of(Statement statement)
    {
        var found = new List<NumericVerdict>();
        var left = statement.First;
        for (var i = 0; i <= statement.Links.Count; i++)
        {
            var side = i == 0 ? left : statement.Links[i - 1].Side;
            found.AddRange(side.WithParts().OfType<Underbrace>().Select(brace => new NumericVerdict(i..(i + 1), Holds(brace.Body, brace.Label, statement.Range))));
            if (i > 0 && IsEquality(left, statement.Links[i - 1]))
            {
                found.Add(new NumericVerdict((i - 1)..(i + 1), Holds(left, side, statement.Range)));
            }

            left = side;
        }

        return found;
    }

    // f ⇒ tanh says that f is tanh.
    private static bool IsEquality(Formula left, Link link) => link.Side is not Unknown && (link.Relation is Relation.Equal or Relation.Defined
        || (link.Relation == Relation.Implies && left is Call { Primes: 0, Arguments.Count: 0, Function.Layer: not null } && link.Side is Call { Arguments.Count: 0, Function.Layer: null }));

    private bool? Holds(Formula left, Formula right, IndexRange? range)
    {
        List<string> letters = [.. LettersOf(left).Concat(LettersOf(right)).Distinct()];
        bool? holds = letters.All(letter => range?.Of(letter) is not null) ? false : null; // what is said of quantities that do not exist is wrong
        var instances = 0;
        foreach (var (a, b) in Instances(left, right, letters, range))
        {
            try
            {
                var within = MeaningFor(a, b);
                var (x, y) = (within.Of(a), within.Of(b));
                holds = (instances++ == 0 || holds is true) && Agree(x, y);
            }
            catch (MeaninglessException)
            {
            }
        }

        return holds;
    }

    private static bool Agree(Expr x, Expr y)
    {
        var graph = x.Graph;
        Expr[] jumps = [.. NodeSet.Below([x, y]).Ids.ToArray().Where(id => graph.KindOf(id) == ExprKind.Function && graph.FunctionOf(id) == StandardFunctions.Step)
            .Select(id => new Expr(graph, id).Child(0))];
        return Enumerable.Range(0, Points).All(point => Agree(x, y, jumps, point));
    }

    // At a kink itself, such as that of a ReLU of a unit that is switched off, a derivative is what one agrees upon.
    private static bool Agree(Expr x, Expr y, Expr[] jumps, int point)
    {
        var random = new Random(point);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        double ValueOf(Expr variable) => values.TryGetValue(variable.Name, out var value) ? value : values[variable.Name] = (random.NextDouble() * 3) - 1.5;

        var both = Evaluation.Evaluate([x, y, .. jumps], ValueOf);
        return both.Skip(2).Contains(0) || Math.Abs(both[0] - both[1]) <= 1e-9 * (1e-3 + Math.Abs(both[0]));
    }

    // With each letter from 1 to 5, more than there are layers or units.
    private static IEnumerable<(Formula Left, Formula Right)> Instances(Formula left, Formula right, List<string> letters, IndexRange? range)
    {
        IEnumerable<(Formula Left, Formula Right)> instances = [(left, right)];
        foreach (var letter in letters)
        {
            var (from, to) = range?.Of(letter) is { } values ? (values.From.Number, values.To.Number) : (1, 5);
            instances = instances.SelectMany(each => Enumerable.Range(from, to - from + 1).Select(value => (each.Left.Bind(letter, value), each.Right.Bind(letter, value))));
        }

        return instances;
    }

    private static IEnumerable<string> LettersOf(Formula formula)
    {
        var bound = formula.WithParts().OfType<Summation>().Select(sum => sum.Letter).ToHashSet();
        return formula.WithParts().SelectMany(part => part switch
        {
            Symbol symbol => symbol.Indices.Append(symbol.Layer ?? 0),
            Call { Function.Layer: { } layer } => [layer],
            KroneckerDelta equal => [equal.Left, equal.Right],
            _ => Array.Empty<SymbolicBackprop.Formulas.Index>(),
        }).Select(index => index.Letter).OfType<string>().Where(letter => !bound.Contains(letter));
    }

    // The paths of the first share's derivative.
    private Meaning MeaningFor(Formula left, Formula right)
    {
        var whole = left.WithParts().Concat(right.WithParts()).OfType<PathShare>().FirstOrDefault()?.Whole;
        return (whole is Symbol { Role: Role.Delta } delta ? meaning.WhatDeltaIs(delta) : whole) is Derivative { Of: Symbol of, By: Symbol by }
            ? meaning.With(dependencies.PathsBetween(meaning.VariableOf(of), meaning.VariableOf(by)))
            : meaning;
    }
}
