using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Files.Equations;

/// <summary>An equation as it is written.</summary>
/// <param name="Formula">The equation.</param>
/// <param name="For">The values of its indices, where they stand by themselves.</param>
internal sealed record EquationText(PlacedText Formula, PlacedText? For = null);

/// <summary>An equation that has been read.</summary>
/// <param name="Text">Where it stands.</param>
/// <param name="Spans">Where its parts stand in it.</param>
/// <param name="Statement">What it says; its first side is one quantity, and it has one other.</param>
internal sealed record Equation(PlacedText Text, SpanTable Spans, Statement Statement)
{
    /// <summary>What it defines, perhaps with an index letter.</summary>
    public Symbol Left => (Symbol)Statement.First;

    /// <summary>What that is.</summary>
    public Formula Right => Statement.Links[0].Side;

    /// <summary>The place of a part; of the whole where it has none.</summary>
    public Place PlaceOf(Formula part) => Spans.TryFind(part, out var span) ? Text.PlaceAt(span.Offset, Math.Max(1, span.Length)) : Text.Whole;
}

/// <summary>One quantity that an equation defines, with numbers for its indices.</summary>
/// <param name="Symbol">The quantity.</param>
/// <param name="Right">What it is.</param>
/// <param name="Equation">The equation.</param>
internal sealed record EquationInstance(Symbol Symbol, Formula Right, Equation Equation);
