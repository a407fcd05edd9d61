using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>∂ with a quantity, while the other half of the derivative is still to come. No formula that is read contains one.</summary>
/// <param name="Of">The quantity, or null for a bare ∂ over a fraction bar.</param>
internal sealed record Differential(Formula? Of) : Formula
{
    internal override Formula Bind(string letter, int value) => throw new InvalidOperationException("Half a derivative is no formula.");
}
