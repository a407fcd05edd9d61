using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models.Matrices;

namespace SymbolicBackprop.Models;

/// <summary>A formula says nothing in a model; the message tells which part of it and why.</summary>
/// <param name="message">Which part, and why.</param>
/// <param name="missing">The quantity, function or path that the model does not have, where that is why.</param>
public sealed class MeaninglessException(string message, Formula? missing = null) : Exception(message)
{
    /// <summary>The quantity, function or share of a path that the model does not have, or null where something else is wrong.</summary>
    public Formula? Missing { get; } = missing;

    /// <summary>The two parts whose shapes do not go together, or null where something else is wrong.</summary>
    public ShapeMistake? Shapes { get; init; }
}
