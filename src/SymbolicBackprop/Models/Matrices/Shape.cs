using System.Globalization;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Models.Matrices;

/// <summary>The shape of a matrix. A vector has one column or one row.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
public readonly record struct Shape(int Rows, int Columns)
{
    /// <summary>Whether it is that of a number, which can be a factor of any matrix.</summary>
    public bool IsNumber { get; private init; }

    /// <summary>The shape of a number.</summary>
    public static Shape Number { get; } = new(1, 1) { IsNumber = true };

    /// <summary>The shape with rows and columns exchanged.</summary>
    public Shape Transposed => this with { Rows = Columns, Columns = Rows };

    /// <summary>The number of entries.</summary>
    internal int Count => Rows * Columns;

    /// <summary>Whether something of this shape can be equal to something of another; a number can be to a matrix of one entry.</summary>
    public bool Fits(Shape other) => (Rows, Columns) == (other.Rows, other.Columns);

    /// <summary>The shape as <c>3×2</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows}×{Columns}");
}

/// <summary>What asks for shapes that go together.</summary>
public enum ShapeRule
{
    /// <summary>A product: the left factor has as many columns as the right one has rows.</summary>
    Product,

    /// <summary>⊙: both factors have one shape.</summary>
    Entrywise,

    /// <summary>A sum: both terms have one shape.</summary>
    Sum,

    /// <summary>An equality: both sides have one shape.</summary>
    Equality,

    /// <summary>The label under a matrix says its shape.</summary>
    Label,
}

/// <summary>Two parts of a formula whose shapes do not go together.</summary>
/// <param name="Rule">What asks for it.</param>
/// <param name="Left">The left part.</param>
/// <param name="LeftShape">Its shape.</param>
/// <param name="Right">The right part.</param>
/// <param name="RightShape">Its shape.</param>
public sealed record ShapeMistake(ShapeRule Rule, Formula Left, Shape LeftShape, Formula Right, Shape RightShape);
