using System.Globalization;
using System.Text;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Writes pictures as TikZ, for documents that load the package tikz.</summary>
public static class TikzPicture
{
    // Centimetres to the unit; what would not fit on a page is made smaller, its names too.
    private const double Scale = 0.8;
    private const double WidestInCentimetres = 15.5;
    private const double HighestInCentimetres = 20;

    /// <summary>A picture as a <c>tikzpicture</c> environment.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="notation">How the names in it are written.</param>
    public static string Write(Picture picture, Notation notation)
    {
        var shrinking = Math.Min(1, Math.Min(WidestInCentimetres / (picture.Width * Scale), HighestInCentimetres / (picture.Height * Scale)));
        var writer = new LatexWriter(notation);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\\begin{{tikzpicture}}[x={Number(Scale)}cm, y=-{Number(Scale)}cm, line width=0.4pt{(shrinking < 1 ? $", scale={Number(shrinking)}, transform shape" : "")}]\n");
        foreach (var path in picture.Paths)
        {
            text.Append(CultureInfo.InvariantCulture, $"  \\definecolor{{path{path}}}{{HTML}}{{{Palette.DigitsOf(path)}}}\n");
        }

        foreach (var shape in picture.Shapes)
        {
            text.Append("  ").Append(Shape(shape, writer)).Append('\n');
        }

        return text.Append("\\end{tikzpicture}").ToString();
    }

    private static string Shape(Shape shape, LatexWriter writer) => shape switch
    {
        Line line => $@"\draw[{(line.HasArrow ? "-latex, " : "")}{Pen(line, "black!35")}] {At(line.From)} -- {At(line.To)};",
        Circle circle => $@"\filldraw[fill=white, {Pen(circle, "black")}] {At(circle.Center)} circle[radius={Number(circle.Radius)}];",
        Arc arc => $@"\draw[{Pen(arc, "black")}] {At(arc.Center.OnCircle(arc.Radius, arc.From))} arc[start angle={Number(arc.From)}, end angle={Number(arc.To)}, radius={Number(arc.Radius)}];",
        Box box => $@"\filldraw[fill=white, rounded corners=2pt, {Pen(box, "black")}] {At(new Point(box.Center.X - (box.Width / 2), box.Center.Y - (box.Height / 2)))} rectangle {At(new Point(box.Center.X + (box.Width / 2), box.Center.Y + (box.Height / 2)))};",
        Label label => $@"\node[inner sep=1pt, {(label.IsSmall ? @"font=\scriptsize, fill=white" : @"font=\small")}] at {At(label.Center)} {{${writer.Write(label.Name)}$}};",
        Ellipsis dots => $@"\node at {At(dots.Center)} {{$\vdots$}};",
        _ => throw new InvalidOperationException($"Unknown shape {shape.GetType().Name}."),
    };

    private static string Pen(Shape shape, string otherwise) => shape.Path == 0
        ? $"draw={otherwise}"
        : string.Create(CultureInfo.InvariantCulture, $"draw=path{shape.Path}, line width=1.4pt");

    private static string At(Point point) => $"({Number(point.X)}, {Number(point.Y)})";

    private static string Number(double value) => (Math.Round(value, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture);
}
