using SymbolicBackprop.Derivations;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Sheets;

/// <summary>What a sheet says, before any format: headings, prose, numbered equations and figures. It knows nothing of networks.</summary>
/// <param name="Title">The title.</param>
/// <param name="Language">The language of its sentences.</param>
/// <param name="Blocks">The blocks in reading order.</param>
public sealed partial record Document(string Title, Language Language, IReadOnlyList<Block> Blocks)
{
    /// <summary>Whether its sentences run from right to left. Mathematics does not.</summary>
    public bool IsRightToLeft { get; init; } = Language.IsRightToLeft;

    /// <summary>The digits of numbers in its sentences and of its equations. Those of mathematics are Latin.</summary>
    public DigitSet Digits { get; init; } = Language.DigitSets[0];
}

/// <summary>A part of a document.</summary>
/// <param name="Notation">How its mathematics is written.</param>
public abstract record Block(Notation Notation);

/// <summary>A heading.</summary>
/// <param name="Level">1 for a section, 2 for a part of one.</param>
/// <param name="Text">What it says.</param>
/// <param name="Notation">How its mathematics is written.</param>
public sealed record Heading(int Level, Prose Text, Notation Notation) : Block(Notation);

/// <summary>A paragraph.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Notation">How its mathematics is written.</param>
public sealed record Paragraph(Prose Text, Notation Notation) : Block(Notation);

/// <summary>A picture that stands where it is needed.</summary>
/// <param name="Number">Its number in the document, from 1.</param>
/// <param name="Picture">What it shows.</param>
/// <param name="Caption">What is said under it, its number included.</param>
/// <param name="Notation">How its names are written.</param>
public sealed record Figure(int Number, Picture Picture, Prose Caption, Notation Notation) : Block(Notation);

/// <summary>Rows of cells under headings.</summary>
/// <param name="Header">What stands over each column.</param>
/// <param name="Rows">The rows, each with as many cells as there are columns.</param>
/// <param name="Notation">How its mathematics is written.</param>
public sealed record Table(IReadOnlyList<Prose> Header, IReadOnlyList<IReadOnlyList<Prose>> Rows, Notation Notation) : Block(Notation)
{
    /// <summary>All cells in reading order, the headings among them.</summary>
    public IEnumerable<Prose> Cells => Header.Concat(Rows.SelectMany(row => row));
}

/// <summary>Equations set together, aligned at their relations.</summary>
/// <param name="Items">The equations.</param>
/// <param name="Notation">How they are written.</param>
public sealed record Equations(IReadOnlyList<Equation> Items, Notation Notation) : Block(Notation);

/// <summary>A numbered equation.</summary>
/// <param name="Number">Its number in the document, from 1.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Follows">Whether it follows from what stands before it, and is written with ⇒.</param>
/// <param name="Assurance">How sure it is.</param>
public sealed record Equation(int Number, Statement Statement, bool Follows, Assurance Assurance);
