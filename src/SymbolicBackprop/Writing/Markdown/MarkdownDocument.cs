using System.Globalization;
using System.Text;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Svg;

namespace SymbolicBackprop.Writing.Markdown;

/// <summary>
/// Writes documents as Markdown with $…$ and $$…$$, in the LaTeX that KaTeX, MathJax and pdflatex share.
/// </summary>
public static class MarkdownDocument
{
    // What a page of a repository or of a documentation site shows without scrolling, in em.
    private const double PageWidth = 40;

    /// <summary>The text, and the pictures as SVG files beside it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name that the files of pictures start with; without one there are no pictures.</param>
    public static WrittenDocument Write(Document document, string? name = null)
    {
        var blocks = document.Blocks.Where(block => name is not null || block is not Figure).ToList();
        List<(string, string)> pictures = [.. blocks.OfType<Figure>().Select(figure => (NameOf(figure, name!), SvgPicture.Write(figure.Picture, figure.Notation)))];
        var title = ("# " + Escaped(document.Title) + "\n", IsWords: true);
        return new WrittenDocument(Joined([title, .. blocks.Select(block => (Written(block, name, document), block is not Equations))], document), pictures)
        {
            LacksPictures = name is null && document.Blocks.Any(block => block is Figure),
        };
    }

    /// <summary>The body alone, without pictures, for a document that has headings of its own: those of this one are words in bold.</summary>
    public static string WriteFragment(Document document) => Joined(
        document.Blocks.Where(block => block is not Figure).Select(block => (
            block is Heading heading ? $"**{Prose(heading.Text, heading.Notation, document)}**\n" : Written(block, null, document), block is not Equations)),
        document);

    /// <summary>The running text of a paragraph.</summary>
    internal static string Write(Paragraph paragraph, Document document) => Prose(paragraph.Text, paragraph.Notation, document);

    /// <summary>An equation with its mark and number, as one formula for a display.</summary>
    internal static string Aligned(Equation equation, Notation notation, double width = PageWidth)
    {
        var lines = new LatexLines(notation, width).Write(equation.Statement, equation.Follows).ToList();

        // \tag is not for $$…$$ in LaTeX, so the number is part of the formula.
        lines[^1] += string.Create(CultureInfo.InvariantCulture, $@"\qquad{MarkOf(equation.Assurance)}\text{{({equation.Number})}}");
        return "\\begin{aligned}\n  " + string.Join(" \\\\\n  ", lines) + "\n\\end{aligned}";
    }

    // Displayed formulas stand between the stretches of words that run from right to left: not every page keeps them from that.
    private static string Joined(IEnumerable<(string Text, bool IsWords)> parts, Document document)
    {
        var text = new StringBuilder();
        var hasWords = false;
        foreach (var (part, isWords) in parts)
        {
            Turn(isWords);
            text.Append(text.Length == 0 ? "" : "\n").Append(part);
        }

        Turn(toWords: false);
        return text.ToString();

        void Turn(bool toWords)
        {
            if (document.IsRightToLeft && toWords != hasWords)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(toWords ? "<div dir=\"rtl\">\n" : "</div>\n");
                hasWords = toWords;
            }
        }
    }

    private static string Written(Block block, string? name, Document document) => block switch
    {
        Heading heading => new string('#', heading.Level + 1) + " " + Prose(heading.Text, heading.Notation, document) + "\n",
        Paragraph paragraph => Write(paragraph, document) + "\n",
        Figure figure => $"![{Escaped(PictureDescription.Of(figure.Picture, figure.Notation))}]({Uri.EscapeDataString(NameOf(figure, name!))})\n\n{Prose(figure.Caption, figure.Notation, document)}\n",
        Table table => Row(table, table.Header, document) + Rule(table) + string.Concat(table.Rows.Select(row => Row(table, row, document))),
        Equations equations => string.Join('\n', equations.Items.Select(equation => $"$$\n{Aligned(equation, equations.Notation)}\n$$\n")),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string NameOf(Figure figure, string name) => string.Create(CultureInfo.InvariantCulture, $"{name}.{figure.Number}.svg");

    private static string Row(Table table, IEnumerable<Prose> cells, Document document) =>
        "| " + string.Join(" | ", cells.Select(cell => Prose(cell, table.Notation, document).Replace("|", @"\vert ", StringComparison.Ordinal))) + " |\n";

    private static string Rule(Table table) => "|" + string.Concat(table.Header.Select(_ => "---:|")) + "\n";

    private static string Prose(Prose prose, Notation notation, Document document)
    {
        var writer = new LatexWriter(notation, inText: true);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => Escaped(words.Text),
            WholeNumber number => document.Digits.Write(number.Value),
            InlineMath math => $"${writer.Write(math.Statement)}$",
            Mark mark => $"${MarkOf(mark.Assurance)}$",
            EquationReference reference => string.Create(CultureInfo.InvariantCulture, $"({reference.Equation})"),
            _ => throw new InvalidOperationException($"Unknown text {part.GetType().Name}."),
        }));
    }

    private static string MarkOf(Assurance assurance) => assurance switch
    {
        Assurance.None => "",
        Assurance.Proved => @"\checkmark\;",
        Assurance.Tested => @"\approx\;",
        _ => throw new InvalidOperationException($"Unknown assurance {assurance}."),
    };

    // What Markdown or HTML would take for something else.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            escaped.Append(character is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '$' or '|' or '~' or '&' ? "\\" : "").Append(character);
        }

        return escaped.ToString();
    }
}
