using System.Numerics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>Finds out whether something that claims to be a whole derivative is what some of its paths contribute.</summary>
internal sealed class PathContributions(Model model, Dependencies dependencies, Meaning meaning)
{
    // Subsets of so many paths are all tried.
    private const int MostPaths = 12;

    // At one point alone much agrees where functions have kinks. A point at which something has no value does not count.
    private const int Points = 4;
    private const int MostPoints = 8;

    /// <summary>The paths whose contributions a value is, or null where it is not one of some paths, but not all, of several.</summary>
    /// <param name="whole">The side that stands for the whole: a derivative or an error signal.</param>
    /// <param name="value">The value of the other side.</param>
    public Outcome.SomePaths? Find(Formula whole, Expr value)
    {
        if (PathsOf(whole) is not { } paths)
        {
            return null;
        }

        Expr[] shares = [.. paths.Select(ShareOf)];
        var points = Enumerable.Range(1, MostPoints)
            .Select(seed => Evaluation.Evaluate([.. shares, value], new RandomPoint(seed).ValueOf))
            .Where(values => Array.TrueForAll(values, double.IsFinite))
            .Take(Points)
            .ToList();
        HashSet<int> agreeing = points.Count > 0 ? [.. Enumerable.Range(1, (1 << paths.Count) - 2)] : []; // sets of paths as bits, neither none nor all
        foreach (var values in points)
        {
            var sums = new double[1 << paths.Count];
            for (var set = 1; set < sums.Length; set++)
            {
                sums[set] = sums[set & (set - 1)] + values[BitOperations.TrailingZeroCount(set)];
            }

            agreeing.RemoveWhere(set => !PointValues.AreNear(sums[set], values[^1]));
        }

        var taken = agreeing.Order().FirstOrDefault(set => Identity.Compare(model.Graph.Sum([.. shares.Where((_, k) => IsIn(set, k))]), value).Holds);
        return taken == 0 ? null : new Outcome.SomePaths([.. paths.Where((_, k) => IsIn(taken, k))], [.. paths.Where((_, k) => !IsIn(taken, k))]);

        static bool IsIn(int set, int path) => (set >> path & 1) == 1;
    }

    private IReadOnlyList<DependencyPath>? PathsOf(Formula whole)
    {
        var derivative = whole switch
        {
            Derivative leibniz => leibniz,
            Symbol { Role: Role.Delta } delta => meaning.WhatDeltaIs(delta),
            _ => null,
        };
        if (derivative is not { Of: Symbol of, By: Symbol by } || !meaning.TryFind(of, out var from) || !meaning.TryFind(by, out var to))
        {
            return null;
        }

        var count = dependencies.CountPaths(from, to);
        return count > 1 && count <= MostPaths ? dependencies.PathsBetween(from, to) : null;
    }

    private Expr ShareOf(DependencyPath path)
    {
        var product = model.Graph.One;
        for (var i = 0; i + 1 < path.Nodes.Count; i++)
        {
            product *= meaning.Partial(path.Nodes[i], path.Nodes[i + 1]);
        }

        return product;
    }
}
