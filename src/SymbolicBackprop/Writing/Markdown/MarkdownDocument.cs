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
        var pictures = new List<(string, string)>();
        var text = new StringBuilder();
        var hasWords = false;
        Append("# " + Escaped(document.Title) + "\n", isWords: true);
        foreach (var block in document.Blocks.Where(block => name is not null || block is not Figure))
        {
            if (block is Figure drawn)
            {
                pictures.Add((NameOf(drawn, name!), SvgPicture.Write(drawn.Picture, drawn.Notation)));
            }

            Append(block switch
            {
                Heading heading => new string('#', heading.Level + 1) + " " + Prose(heading.Text, heading.Notation, document) + "\n",
                Paragraph paragraph => Prose(paragraph.Text, paragraph.Notation, document) + "\n",
                Figure figure => $"![{Escaped(PictureDescription.Of(figure.Picture, figure.Notation))}]({Uri.EscapeDataString(NameOf(figure, name!))})\n\n{Prose(figure.Caption, figure.Notation, document)}\n",
                Table table => Row(table, table.Header, document) + Rule(table) + string.Concat(table.Rows.Select(row => Row(table, row, document))),
                Equations equations => string.Join('\n', equations.Items.Select(equation => Displayed(equation, equations.Notation))),
                _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
            }, isWords: block is not Equations);
        }

        Turn(toWords: false);
        return new WrittenDocument(text.ToString(), pictures) { LacksPictures = name is null && document.Blocks.Any(block => block is Figure) };

        void Append(string part, bool isWords)
        {
            Turn(isWords);
            text.Append(text.Length == 0 ? "" : "\n").Append(part);
        }

        // Displayed formulas stand between the stretches of words that run from right to left: not every page keeps them from that.
        void Turn(bool toWords)
        {
            if (document.IsRightToLeft && toWords != hasWords)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(toWords ? "<div dir=\"rtl\">\n" : "</div>\n");
                hasWords = toWords;
            }
        }
    }

    private static string NameOf(Figure figure, string name) => string.Create(CultureInfo.InvariantCulture, $"{name}.{figure.Number}.svg");

    private static string Row(Table table, IEnumerable<Prose> cells, Document document) =>
        "| " + string.Join(" | ", cells.Select(cell => Prose(cell, table.Notation, document).Replace("|", @"\vert ", StringComparison.Ordinal))) + " |\n";

    private static string Rule(Table table) => "|" + string.Concat(table.Header.Select(_ => "---:|")) + "\n";

    // \tag is not for $$…$$ in LaTeX, so the number is part of the formula.
    private static string Displayed(Equation equation, Notation notation)
    {
        var lines = new LatexLines(notation, PageWidth).Write(equation.Statement, equation.Follows).ToList();
        lines[^1] += string.Create(CultureInfo.InvariantCulture, $@"\qquad{MarkOf(equation.Assurance)}\text{{({equation.Number})}}");
        return "$$\n\\begin{aligned}\n  " + string.Join(" \\\\\n  ", lines) + "\n\\end{aligned}\n$$\n";
    }

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
