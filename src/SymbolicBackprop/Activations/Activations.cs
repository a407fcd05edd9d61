using System.Collections.Immutable;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Activations;

/// <summary>interim</summary>
public static class Catalogue
{
    /// <summary>interim</summary>
    public static Activation Tanh { get; } = new("tanh", z => (StandardFunctions.Exp.Of(z) - StandardFunctions.Exp.Of(-z)) / (StandardFunctions.Exp.Of(z) + StandardFunctions.Exp.Of(-z)));

    /// <summary>interim</summary>
    public static Activation Sigmoid { get; } = new("sigmoid", z => 1 / (1 + StandardFunctions.Exp.Of(-z)));

    /// <summary>interim</summary>
    public static Activation Identity { get; } = new("identity", z => z);

    /// <summary>interim</summary>
    public static ImmutableArray<Activation> All => [Tanh, Sigmoid, Identity];
}
