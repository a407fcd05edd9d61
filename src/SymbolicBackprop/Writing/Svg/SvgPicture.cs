using System.Globalization;
using System.Text;
using SymbolicBackprop.Drawing;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.MathML;

namespace SymbolicBackprop.Writing.Svg;

/// <summary>Writes pictures as SVG, without script and without fonts of its own.</summary>
public static class SvgPicture
{
    private const double Scale = 30;
    private const double FontSize = 15;
    private const double SmallFontSize = 12;
    private const double ScriptScale = 0.72;

    private const string Style = """
        <style>.network{--ink:#222;--paper:#fff;--edge:#aaa}@media(prefers-color-scheme:dark){.network{--ink:#eee;--paper:#1b1b1f;--edge:#777}}</style>

        """;

    /// <summary>A picture as a file of its own, whose ink turns light on dark pages.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="notation">How the names in it are written.</param>
    public static string Write(Picture picture, Notation notation) => Element(picture, notation, Style);

    /// <summary>A picture as a part of a page that defines the colours <c>--ink</c>, <c>--paper</c> and <c>--edge</c>.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="notation">How the names in it are written.</param>
    public static string WriteInline(Picture picture, Notation notation) => Element(picture, notation, style: "");

    private static string Element(Picture picture, Notation notation, string style)
    {
        var names = new SymbolNames(notation);
        var (width, height) = (Number(picture.Width * Scale), Number(picture.Height * Scale));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" class="network" direction="ltr" fill="var(--ink)" font-family="'Latin Modern Math','STIX Two Math','Cambria Math',serif">""").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"<title>{Letters.Escaped(PictureDescription.Of(picture, notation))}</title>\n");
        text.Append(style.ReplaceLineEndings("\n"));
        foreach (var shape in picture.Shapes)
        {
            text.Append(Shape(shape, names)).Append('\n');
        }

        return text.Append("</svg>\n").ToString();
    }

    private static string Shape(Shape shape, SymbolNames names) => shape switch
    {
        Line line => LineBetween(line, Pen(line, "edge", 1)) + (line.HasArrow ? Arrow(line) : "") + (line is { Path: 0, Names.Count: > 0 } ? LineBetween(line, Invisible) : ""),
        Circle circle => $"""<circle cx="{X(circle.Center)}" cy="{Y(circle.Center)}" r="{Number(circle.Radius * Scale)}" fill="var(--paper)" {Pen(circle, "ink", 1.2)}{NamesOf(circle)}/>""",
        Arc arc => $"""<path d="M{OnRim(arc, arc.From)} A{Number(arc.Radius * Scale)} {Number(arc.Radius * Scale)} 0 0 1 {OnRim(arc, arc.To)}" fill="none" {Pen(arc, "ink", 1.2)}/>""",
        Box box => $"""<rect x="{Number((box.Center.X - (box.Width / 2)) * Scale)}" y="{Number((box.Center.Y - (box.Height / 2)) * Scale)}" width="{Number(box.Width * Scale)}" height="{Number(box.Height * Scale)}" rx="5" fill="var(--paper)" {Pen(box, "ink", 1.2)}/>""",
        Label label => Name(label, names),
        Ellipsis dots => string.Concat(new[] { -1, 0, 1 }.Select(i => $"""<circle cx="{X(dots.Center)}" cy="{Number((dots.Center.Y * Scale) + (6 * i))}" r="1.5"/>""")),
        _ => throw new InvalidOperationException($"Unknown shape {shape.GetType().Name}."),
    };

    // Over thin lines, so that a pointer finds them.
    private const string Invisible = """stroke="transparent" stroke-width="9" """;

    private static string LineBetween(Line line, string pen) =>
        $"""<line x1="{X(line.From)}" y1="{Y(line.From)}" x2="{X(line.To)}" y2="{Y(line.To)}" {pen.TrimEnd()}{NamesOf(line)}/>""";

    private static string Pen(Shape shape, string otherwise, double width) => shape.Path == 0
        ? $"""stroke="var(--{otherwise})" stroke-width="{Number(width)}" """.TrimEnd()
        : $"""stroke="#{Palette.DigitsOf(shape.Path)}" stroke-width="3" data-path="{Number(shape.Path)}" """.TrimEnd();

    private static string NamesOf(Shape shape) => DataNames.Attribute(shape.Names);

    private static string Arrow(Line line)
    {
        var angle = Math.Atan2(line.To.Y - line.From.Y, line.To.X - line.From.X) * 180 / Math.PI;
        return $"""<path d="M-7,-3.5 L0,0 L-7,3.5 Z" transform="translate({X(line.To)} {Y(line.To)}) rotate({Number(angle)})" fill="var(--edge)"/>""";
    }

    // The scripts are set by hand: low and high ones one over the other.
    private static string Name(Label label, SymbolNames names)
    {
        var by = names.BehindD(label.Name);
        var (name, below, above) = names.PartsOf(by ?? label.Name);
        var letter = (by is null ? "" : "d") + Letters.Plain(name);
        var size = label.IsSmall ? SmallFontSize : FontSize;
        var script = size * ScriptScale;
        var isWord = letter.Length > 1 && by is null && !letter.Contains('\u0302', StringComparison.Ordinal);
        var letterWidth = size * (isWord ? 0.5 * letter.Length : letter == "w" ? 0.73 : 0.55);
        var scriptWidth = script * 0.52 * Math.Max(below.Length, above.Length);
        var left = -(letterWidth + scriptWidth) / 2;
        var baseline = size * 0.33;
        var ground = label.IsSmall
            ? $"""<rect x="{Number(left - 1)}" y="{Number(-size * 0.7)}" width="{Number(letterWidth + scriptWidth + 2)}" height="{Number(size * 1.4)}" fill="var(--paper)"/>"""
            : "";
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""<g transform="translate({X(label.Center)} {Y(label.Center)})"{NamesOf(label)}>{ground}""");
        text.Append(CultureInfo.InvariantCulture, $"""<text x="{Number(left)}" y="{Number(baseline)}" font-size="{Number(size)}"{(isWord ? "" : """ font-style="italic" """.TrimEnd())}>{Letters.Escaped(letter)}</text>""");
        text.Append(Script(below, left + letterWidth, baseline + (size * 0.25), script)).Append(Script(above, left + letterWidth, baseline - (size * 0.4), script));
        return text.Append("</g>").ToString();
    }

    private static string Script(string script, double x, double y, double size) => script.Length == 0 ? ""
        : $"""<text x="{Number(x)}" y="{Number(y)}" font-size="{Number(size)}">{Letters.Escaped(script)}</text>""";

    private static string OnRim(Arc arc, double angle) => $"{X(arc.Center.OnCircle(arc.Radius, angle))} {Y(arc.Center.OnCircle(arc.Radius, angle))}";

    private static string X(Point point) => Number(point.X * Scale);

    private static string Y(Point point) => Number(point.Y * Scale);

    private static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
