using System.Collections.Frozen;
using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Exporting;

/// <summary>How a system writes expressions. What is not here is the same in all of them: sums, products, quotients and signs.</summary>
internal sealed record Syntax
{
    /// <summary>A number that is not negative.</summary>
    public required Func<Rational, Piece> Number { get; init; }

    /// <summary>A power, with its base in place of {0} and its exponent in place of {1}.</summary>
    public required string Power { get; init; }

    /// <summary>Functions, with their arguments in place of {0} and {1}. Those that are lacking are written by their definition.</summary>
    public required FrozenDictionary<Function, string> Functions { get; init; }

    /// <summary>{1} where {0} is above 0, and {2} elsewhere.</summary>
    public required string Choice { get; init; }

    /// <summary>Whether a power is written between its base and its exponent, and not as a function of them.</summary>
    public bool IsPowerInfix => Power.StartsWith("{0}", StringComparison.Ordinal);

    /// <summary>Whether it can write a function as it is.</summary>
    public bool Has(Function function) => Functions.ContainsKey(function);
}

/// <summary>How firmly the parts of a text hold together.</summary>
internal enum Binding
{
    Sum,
    Negative,
    Product,
    Power,
    Atom,
}

/// <summary>A part of an expression, written.</summary>
/// <param name="Text">The text.</param>
/// <param name="Binding">How firmly its parts hold together.</param>
internal readonly record struct Piece(string Text, Binding Binding)
{
    /// <summary>The text as a part of something that binds so firmly.</summary>
    public string Within(Binding least) => Binding < least ? $"({Text})" : Text;
}
