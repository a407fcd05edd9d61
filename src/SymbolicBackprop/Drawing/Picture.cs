using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Drawing;

/// <summary>A point. The unit of length is about the height of three lines of text; y grows downwards.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Down.</param>
public readonly record struct Point(double X, double Y)
{
    /// <summary>The point on the way to another.</summary>
    /// <param name="other">The other point.</param>
    /// <param name="share">0 for this point, 1 for the other.</param>
    public Point Towards(Point other, double share) => new(X + (share * (other.X - X)), Y + (share * (other.Y - Y)));

    /// <summary>The distance to another point.</summary>
    public double DistanceTo(Point other) => Math.Sqrt(Math.Pow(other.X - X, 2) + Math.Pow(other.Y - Y, 2));

    /// <summary>The point at an angle on a circle around this one.</summary>
    /// <param name="radius">The radius of the circle.</param>
    /// <param name="degrees">The angle, from the right and clockwise.</param>
    public Point OnCircle(double radius, double degrees) => new(X + (radius * Math.Cos(degrees * Math.PI / 180)), Y + (radius * Math.Sin(degrees * Math.PI / 180)));
}

/// <summary>
/// A drawing, before any format: shapes in the order in which they are drawn. It knows nothing of networks. Two pictures that look
/// the same and show the same are equal.
/// </summary>
/// <param name="Width">The width; the left edge is at 0.</param>
/// <param name="Height">The height; the upper edge is at 0.</param>
/// <param name="Shapes">The shapes, each over those before it.</param>
/// <param name="Summary">What is to be seen, for those who cannot, in signs that need no language.</param>
/// <param name="Shown">What is shown in colours: where paths begin and end; null where there are none.</param>
public sealed record Picture(double Width, double Height, EquatableList<Shape> Shapes, string Summary, Statement? Shown)
{
    /// <summary>The numbers of the paths that are drawn, from 1.</summary>
    public IEnumerable<int> Paths => Shapes.Select(shape => shape.Path).Where(path => path > 0).Distinct().Order();
}

/// <summary>A part of a drawing.</summary>
/// <param name="Path">The number of the path that it belongs to, from 1, which gives it its colour; 0 for none.</param>
public abstract record Shape(int Path)
{
    /// <summary>The quantities that it stands for.</summary>
    public EquatableList<Symbol> Names { get; init; }
}

/// <summary>A circle, filled with the colour of the page.</summary>
/// <param name="Center">Its centre.</param>
/// <param name="Radius">Its radius.</param>
/// <param name="Path">The path that it belongs to, or 0.</param>
public sealed record Circle(Point Center, double Radius, int Path) : Shape(Path);

/// <summary>A part of the rim of a circle.</summary>
/// <param name="Center">The centre of the circle.</param>
/// <param name="Radius">Its radius.</param>
/// <param name="From">Where it starts, in degrees from the right and clockwise.</param>
/// <param name="To">Where it ends, at most half a turn further.</param>
/// <param name="Path">The path that it belongs to.</param>
public sealed record Arc(Point Center, double Radius, double From, double To, int Path) : Shape(Path);

/// <summary>A box with rounded corners, filled with the colour of the page.</summary>
/// <param name="Center">Its centre.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
/// <param name="Path">The path that it belongs to, or 0.</param>
public sealed record Box(Point Center, double Width, double Height, int Path) : Shape(Path);

/// <summary>A straight line.</summary>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Path">The path that it belongs to, or 0.</param>
public sealed record Line(Point From, Point To, int Path) : Shape(Path)
{
    /// <summary>Whether an arrow stands at its end.</summary>
    public bool HasArrow { get; init; }
}

/// <summary>The name of a quantity.</summary>
/// <param name="Center">The centre of the name.</param>
/// <param name="Name">The quantity.</param>
/// <param name="Path">The path that it belongs to, or 0.</param>
public sealed record Label(Point Center, Symbol Name, int Path) : Shape(Path)
{
    /// <summary>Whether it stands on lines: smaller than the names of units, on a ground of its own.</summary>
    public bool IsSmall { get; init; }
}

/// <summary>Three dots above one another, for what is left out.</summary>
/// <param name="Center">Their centre.</param>
public sealed record Ellipsis(Point Center) : Shape(0);
