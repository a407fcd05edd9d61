using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Checking;

/// <summary>
/// What a writer has got wrong so far. A later claim that does not hold, but would if one of these were right, is no mistake of its
/// own.
/// </summary>
internal sealed class Beliefs(Model model, ClaimInstances instances, Meaning meaning)
{
    // Nobody goes on from a mistake that so many others have been made after.
    private const int Most = 64;

    private readonly Queue<(int Formula, Claim Claim)> mistaken = [];

    /// <summary>Remembers a claim that does not hold.</summary>
    /// <param name="formula">The number of its formula.</param>
    /// <param name="claim">The claim.</param>
    public void Add(int formula, Claim claim)
    {
        if (claim.Kind == ClaimKind.Equality)
        {
            mistaken.Enqueue((formula, claim));
            if (mistaken.Count > Most)
            {
                mistaken.Dequeue();
            }
        }
    }

    /// <summary>The number of the formula whose mistake a claim follows from, or null.</summary>
    public int? SourceOf(Claim claim, IndexRange? range)
    {
        foreach (var (formula, belief) in mistaken)
        {
            if (FollowsInWriting(claim, range, belief) || FollowsByChainRule(claim, belief))
            {
                return formula;
            }
        }

        return null;
    }

    // The one side of the belief written for the other.
    private bool FollowsInWriting(Claim claim, IndexRange? range, Claim belief)
    {
        foreach (var (from, to) in ((Formula, Formula)[])[(belief.Left, belief.Right), (belief.Right, belief.Left)])
        {
            if (from is Literal)
            {
                continue;
            }

            // Inside of ∂u/∂v and of shares nothing is replaced: there are names, not values.
            Formula? Replaced(Formula part) => part == from ? to : part is Derivative or PathShare ? part : null;

            var (left, right) = (claim.Left.Rewrite(Replaced), claim.Right.Rewrite(Replaced));
            if ((right != claim.Right && Holds(claim.Left, right, range)) || (left != claim.Left && Holds(left, claim.Right, range)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(Formula left, Formula right, IndexRange? range)
    {
        try
        {
            return Agreement.Holds([.. instances.Of(left, right, range, meaning).Select(instance => (instance.Left, instance.Right))]);
        }
        catch (MeaninglessException)
        {
            return false;
        }
    }

    // With a wrong ∂u/∂v = B the derivative ∂y/∂x comes out as ∂y/∂x + ∂y/∂u (B − ∂u/∂v) ∂v/∂x, and with a wrong definition u = B as
    // ∂y/∂x + ∂y/∂u (∂B/∂x − ∂u/∂x).
    private bool FollowsByChainRule(Claim claim, Claim belief)
    {
        if (LeibnizOf(claim.Left) is not { Of: Symbol y, By: Symbol x } whole)
        {
            return false;
        }

        try
        {
            var error = (LeibnizOf(belief.Left), belief.Left) switch
            {
                ({ Of: Symbol u, By: Symbol v } wrong, _) => Total(y, u) * (meaning.Of(belief.Right) - meaning.Of(wrong)) * Total(v, x),
                (null, Symbol u) => Total(y, u) * (meaning.Of(new Derivative(belief.Right, x)) - Total(u, x)),
                _ => model.Graph.Zero,
            };
            return !error.IsZero && Agreement.Holds((meaning.Of(whole) + error, meaning.Of(claim.Right)));
        }
        catch (MeaninglessException)
        {
            return false;
        }
    }

    private Expr Total(Symbol of, Symbol by) => of == by ? model.Graph.One : meaning.Of(new Derivative(of, by));

    // δ, f′(z) and ∂u/∂v as a derivative of one quantity by another.
    private Derivative? LeibnizOf(Formula side) => side switch
    {
        Derivative derivative => derivative,
        Symbol { Role: Role.Delta } delta => meaning.WhatDeltaIs(delta),
        Call { Primes: 1, Arguments: [Symbol { Role: Role.PreActivation } z] } => new Derivative(z with { Role = Role.Activation }, z),
        _ => null,
    };
}
