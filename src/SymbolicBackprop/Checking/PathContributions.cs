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

    // Of the points at which subsets are compared before one is proved.
    private const double Tolerance = 1e-9;

    /// <summary>The paths whose contributions a value is, or null where it is not one of some paths, but not all, of several.</summary>
    /// <param name="whole">The side that stands for the whole: a derivative or an error signal.</param>
    /// <param name="value">The value of the other side.</param>
    public Outcome.SomePaths? Find(Formula whole, Expr value)
    {
        if (PathsOf(whole) is not { Count: > 1 and <= MostPaths } paths)
        {
            return null;
        }

        Expr[] shares = [.. paths.Select(ShareOf)];
        var values = Evaluation.Evaluate([.. shares, value], new RandomPoint(1).ValueOf);
        for (var subset = 1; subset < (1 << paths.Count) - 1; subset++)
        {
            var sum = Enumerable.Range(0, paths.Count).Where(k => (subset >> k & 1) == 1).Sum(k => values[k]);
            if (Math.Abs(sum - values[^1]) <= Tolerance * Math.Max(1e-3, Math.Abs(sum)))
            {
                var taken = Enumerable.Range(0, paths.Count).Where(k => (subset >> k & 1) == 1).ToList();
                if (Identity.Compare(model.Graph.Sum([.. taken.Select(k => shares[k])]), value).Holds)
                {
                    return new Outcome.SomePaths(
                        [.. taken.Select(k => paths[k])],
                        [.. Enumerable.Range(0, paths.Count).Except(taken).Select(k => paths[k])]);
                }
            }
        }

        return null;
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
