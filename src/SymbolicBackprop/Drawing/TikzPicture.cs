using System.Globalization;
using System.Text;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Drawing;

/// <summary>Writes pictures as TikZ, for documents that load the package tikz.</summary>
public static class TikzPicture
{
    // Centimetres to the unit; wide pictures are made smaller.
    private const double Scale = 0.8;
    private const double WidestInCentimetres = 15.5;

    /// <summary>A picture as a <c>tikzpicture</c> environment.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="notation">How the names in it are written.</param>
    public static string Write(Picture picture, Notation notation)
    {
        var scale = Math.Min(Scale, WidestInCentimetres / picture.Width);
        var writer = new LatexWriter(notation);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\\begin{{tikzpicture}}[x={Number(scale)}cm, y=-{Number(scale)}cm, line width=0.4pt]\n");
        foreach (var path in picture.Shapes.Select(shape => shape.Path).Where(path => path > 0).Distinct().Order())
        {
            text.Append(CultureInfo.InvariantCulture, $"  \\definecolor{{path{path}}}{{HTML}}{{{Palette.Of(path)}}}\n");
        }

        foreach (var shape in picture.Shapes)
        {
            text.Append("  ").Append(Shape(shape, writer, scale)).Append('\n');
        }

        return text.Append("\\end{tikzpicture}").ToString();
    }

    private static string Shape(Shape shape, LatexWriter writer, double scale) => shape switch
    {
        Line line => $@"\draw[{(line.HasArrow ? "-latex, " : "")}{Pen(line, "black!35", 1.4)}] {At(line.From)} -- {At(line.To)};",
        Circle circle => $@"\filldraw[fill=white, {Pen(circle, "black", 1.2)}] {At(circle.Center)} circle[radius={Number(circle.Radius * scale)}cm];",
        Box box => $@"\filldraw[fill=white, rounded corners=2pt, {Pen(box, "black", 1.2)}] {At(new Point(box.Center.X - (box.Width / 2), box.Center.Y - (box.Height / 2)))} rectangle {At(new Point(box.Center.X + (box.Width / 2), box.Center.Y + (box.Height / 2)))};",
        Label label => $@"\node[inner sep=1pt{(label.IsSmall ? $", font=\\scriptsize, fill=white, fill opacity=0.8, text opacity=1, rotate={Number(-label.Angle)}, anchor=south" : @", font=\small")}] at {At(label.Center)} {{${writer.Write(label.Name)}$}};",
        Ellipsis dots => $@"\node at {At(dots.Center)} {{$\vdots$}};",
        _ => throw new InvalidOperationException($"Unknown shape {shape.GetType().Name}."),
    };

    private static string Pen(Shape shape, string otherwise, double width) => shape.Path == 0
        ? $"draw={otherwise}"
        : string.Create(CultureInfo.InvariantCulture, $"draw=path{shape.Path}, line width={width}pt");

    private static string At(Point point) => $"({Number(point.X)}, {Number(point.Y)})";

    private static string Number(double value) => (Math.Round(value, 3) + 0.0).ToString("0.###", CultureInfo.InvariantCulture);
}
