using SymbolicBackprop.Expressions;

namespace SymbolicBackprop.Models.Matrices;

/// <summary>What a formula about whole layers means: an expression in each row and column.</summary>
internal sealed class Matrix
{
    private readonly Expr[] entries;

    private Matrix(Shape shape, Expr[] entries) => (Shape, this.entries) = (shape, entries);

    /// <summary>Its shape.</summary>
    public Shape Shape { get; }

    /// <summary>The entries, row by row.</summary>
    public IReadOnlyList<Expr> Entries => entries;

    /// <summary>The entry in a row and a column, both from 0. A number stands in all of them, a vector in each column or each row.</summary>
    public Expr this[int row, int column] => entries[((Shape.Rows == 1 ? 0 : row) * Shape.Columns) + (Shape.Columns == 1 ? 0 : column)];

    /// <summary>A number.</summary>
    public static Matrix Of(Expr number) => new(Shape.Number, [number]);

    /// <summary>A matrix of a shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="entry">What stands in a row and a column.</param>
    public static Matrix Of(Shape shape, Func<int, int, Expr> entry)
    {
        var entries = new Expr[shape.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = entry(i / shape.Columns, i % shape.Columns);
        }

        return new Matrix(shape, entries);
    }

    /// <summary>The matrix with something done to each entry.</summary>
    public Matrix Map(Func<Expr, Expr> change) => new(Shape, [.. entries.Select(change)]);
}
