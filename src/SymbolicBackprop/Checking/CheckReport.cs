using System.Collections.Immutable;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Checking;

/// <summary>What the check of a document found, formula by formula.</summary>
/// <param name="Document">The document.</param>
/// <param name="Format">The language around its formulas.</param>
/// <param name="Notation">How its formulas are written.</param>
/// <param name="Delta">What δ means in it, or null where it has none that would settle it.</param>
/// <param name="Formulas">All its formulas in order.</param>
/// <param name="Findings">What is wrong with the document itself, such as mathematics that does not end.</param>
public sealed partial record CheckReport(
    SourceText Document,
    DocumentFormat Format,
    Notation Notation,
    DeltaInference? Delta,
    ImmutableArray<CheckedFormula> Formulas,
    ImmutableArray<Finding> Findings)
{
    /// <summary>Whether the document makes a mistake.</summary>
    public bool HasMistakes => Formulas.Any(formula => formula.Relations.Any(relation => relation.Outcome.IsMistake));

    /// <summary>Whether all formulas could be read.</summary>
    public bool IsComplete => Findings.IsEmpty && Formulas.All(formula => formula.Error is null);
}

/// <summary>What δ means in a document: the convention under which most of what it says holds.</summary>
/// <param name="Convention">The convention.</param>
/// <param name="Holding">How many relations with δ hold under it.</param>
/// <param name="HoldingOtherwise">How many hold under the other one.</param>
public sealed record DeltaInference(DeltaConvention Convention, int Holding, int HoldingOtherwise);

/// <summary>A formula of a document and what was found of it.</summary>
/// <param name="Formula">The formula and its place.</param>
/// <param name="Relations">What it says, each <c>=</c> of a chain on its own, labels of braces among them; none where it says nothing.</param>
/// <param name="Error">Why it could not be read, with its place in the document, or null.</param>
public sealed record CheckedFormula(DocumentFormula Formula, ImmutableArray<CheckedRelation> Relations, Finding? Error)
{
    /// <summary>What was read, or null where it could not be read.</summary>
    public Statement? Statement { get; init; }
}

/// <summary>What kind of thing is said.</summary>
public enum ClaimKind
{
    /// <summary>Two sides are equal.</summary>
    Equality,

    /// <summary>The label of a brace says what it spans.</summary>
    BraceLabel,

    /// <summary>One quantity depends directly on the next.</summary>
    Path,
}

/// <summary>One thing that a formula says.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Sign">Where its sign stands in the document; for the label of a brace, where the label stands.</param>
/// <param name="Left">Where its left side stands; for the label of a brace, what the brace spans.</param>
/// <param name="Right">Where its right side stands; for the label of a brace, the label.</param>
/// <param name="Outcome">What was found.</param>
public sealed record CheckedRelation(ClaimKind Kind, TextSpan Sign, TextSpan Left, TextSpan Right, Outcome Outcome);
