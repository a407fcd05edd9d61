using System.Collections.Immutable;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Checking;

/// <summary>What was found of one thing that a document says.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Whether the document is wrong here. What follows rightly from an earlier mistake is not a mistake of its own.</summary>
    public bool IsMistake => this is Refuted or SomePaths;

    /// <summary>It holds.</summary>
    /// <param name="Verdict">How that was shown.</param>
    /// <param name="IsDefinition">Whether it says what a quantity of the network is made of, and agrees with the network.</param>
    public sealed record Holds(Verdict Verdict, bool IsDefinition) : Outcome
    {
        /// <summary>What makes it hold where a glance at the network tells, such as that both are the same function; or null.</summary>
        public string? Reason { get; init; }

        /// <summary>Whether it is about numbers, and holds as far as they are rounded.</summary>
        public bool IsNumeric { get; init; }
    }

    /// <summary>It holds, but only because things happen to agree in this network that need not.</summary>
    /// <param name="Verdict">How it was shown to hold.</param>
    /// <param name="Reason">What happens to agree.</param>
    /// <param name="Correction">How it should read, as LaTeX.</param>
    public sealed record HoldsHereOnly(Verdict Verdict, string Reason, string Correction) : Outcome;

    /// <summary>
    /// It claims to be a whole derivative, and is only what some of the paths contribute: k paths of n.
    /// </summary>
    /// <param name="Taken">The paths whose contributions it is.</param>
    /// <param name="Missing">The others.</param>
    public sealed record SomePaths(ImmutableArray<DependencyPath> Taken, ImmutableArray<DependencyPath> Missing) : Outcome
    {
        /// <summary>The number of all paths.</summary>
        public int Total => Taken.Length + Missing.Length;
    }

    /// <summary>It does not hold.</summary>
    /// <param name="Witness">A point at which the two sides differ, or null where one of them has no value in this network.</param>
    /// <param name="Reason">What is wrong where there is no witness, such as a unit that the network does not have.</param>
    /// <param name="Cause">The slip that explains it, or null where none of the usual ones does.</param>
    public sealed record Refuted(Witness? Witness, string? Reason, Cause? Cause) : Outcome
    {
        /// <summary>The two parts whose shapes do not go together, or null where something else is wrong.</summary>
        public ShapeMistake? Shapes { get; init; }

        /// <summary>The first wrong term or factor, where no slip explains the mistake and there is something to hold the side against.</summary>
        public Difference? Difference { get; init; }
    }

    /// <summary>It does not hold, but follows rightly from a mistake that was made, and reported, earlier.</summary>
    /// <param name="Formula">The number of the formula in which the mistake was made; the same formula where it is a chain that goes on.</param>
    public sealed record FollowsFrom(int Formula) : Outcome;

    /// <summary>It gives a meaning to a name that the network does not have; later formulas may use it.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="IsUsed">Whether a later formula does.</param>
    /// <param name="Reason">Why the meaning is not one within this network, or null where it is.</param>
    public sealed record Introduces(Symbol Name, bool IsUsed, string? Reason) : Outcome;

    /// <summary>It asks and claims nothing.</summary>
    public sealed record Asks : Outcome;

    /// <summary>It speaks of things that this network says nothing about.</summary>
    /// <param name="Reason">Of what.</param>
    public sealed record NotAboutModel(string Reason) : Outcome;

    /// <summary>Neither could be shown.</summary>
    /// <param name="Reason">Why not.</param>
    public sealed record Undecided(string Reason) : Outcome;
}
