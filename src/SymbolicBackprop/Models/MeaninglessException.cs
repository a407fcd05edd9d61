using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models;

/// <summary>A formula says nothing in a model; the message tells which part of it and why.</summary>
/// <param name="message">Which part, and why.</param>
/// <param name="missing">The name that the model does not have, where that is why.</param>
public sealed class MeaninglessException(string message, Symbol? missing = null) : Exception(message)
{
    /// <summary>The name that the model does not have, or null where something else is wrong.</summary>
    public Symbol? Missing { get; } = missing;
}
