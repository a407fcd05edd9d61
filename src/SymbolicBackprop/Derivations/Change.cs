using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Derivations;

/// <summary>The derivative of a quantity, or of an error signal, in the one direction that all of them are differentiated in.</summary>
/// <param name="Of">The quantity, or the one whose signal it is.</param>
/// <param name="Name">The derivative as it is named.</param>
/// <param name="Value">What it is, term by term.</param>
internal sealed record Change(Variable Of, Formula Name, Formula Value)
{
    /// <summary>What it is as it is written, with Σ where the terms follow one pattern.</summary>
    public required Formula Written { get; init; }

    /// <summary>What has to be fulfilled for it to hold, or null for nothing.</summary>
    public Statement? Given { get; init; }
}
