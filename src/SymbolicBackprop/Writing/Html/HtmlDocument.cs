using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.MathML;
using SymbolicBackprop.Writing.Svg;

namespace SymbolicBackprop.Writing.Html;

/// <summary>
/// Writes documents as web pages: one file each, with native MathML, that needs no network and no script. A few lines of script,
/// where scripts run, show where else a quantity occurs and copy the LaTeX of an equation.
/// </summary>
public static class HtmlDocument
{
    // The widths of formulas in em that fit beside the text's margins, on the screen of a computer and on that of a telephone.
    private const double WideScreen = 34;
    private const double NarrowScreen = 20;

    private static readonly string Style = Resource("sheet.css");
    private static readonly string Script = Resource("sheet.js");

    /// <summary>A complete page.</summary>
    public static string Write(Document document)
    {
        var direction = document.IsRightToLeft ? "rtl" : "ltr";
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));
        return $"""
            <!DOCTYPE html>
            <html lang="{document.Language.Code}" dir="{direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'">
            <title>{Letters.Escaped(document.Title)}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            <main data-copy="{Letters.Escaped(document.Language.PageWords.CopyLatex)}">
            <h1>{Letters.Escaped(document.Title)}</h1>
            {Body(document)}</main>
            <script>{Script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // Sections and their parts fold.
    private static string Body(Document document)
    {
        var text = new StringBuilder();
        var open = 0;
        foreach (var block in document.Blocks)
        {
            if (block is not Heading heading)
            {
                text.Append(Block(block, document));
                continue;
            }

            for (; open >= heading.Level; open--)
            {
                text.Append("</details>\n");
            }

            for (; open < heading.Level; open++)
            {
                text.Append(CultureInfo.InvariantCulture, $"<details open class=\"level-{open + 1}\">");
            }

            var tag = string.Create(CultureInfo.InvariantCulture, $"h{heading.Level + 1}");
            text.Append(CultureInfo.InvariantCulture, $"<summary><{tag}>{Prose(heading.Text, heading.Notation, document)}</{tag}></summary>\n");
        }

        for (; open > 0; open--)
        {
            text.Append("</details>\n");
        }

        return text.ToString();
    }

    /// <summary>The body alone, without pictures, for a page that has headings of its own: those of this one are words in bold.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mathematics">How its mathematics is written.</param>
    public static string WriteFragment(Document document, HtmlMathematics mathematics = HtmlMathematics.MathML) =>
        $"<div class=\"backprop\" lang=\"{document.Language.Code}\" dir=\"{(document.IsRightToLeft ? "rtl" : "ltr")}\">\n"
        + string.Concat(document.Blocks.Where(block => block is not Figure).Select(block => block is Heading heading
            ? $"<p><strong>{Prose(heading.Text, heading.Notation, document, mathematics)}</strong></p>\n"
            : Block(block, document, mathematics)))
        + "</div>\n";

    /// <summary>What pages that have no style for it need to show the body as it is meant: rules for what stands in the class backprop.</summary>
    public static string FragmentStyle { get; } = Resource("fragment.css");

    /// <summary>The running text of a paragraph.</summary>
    internal static string Write(Paragraph paragraph, Document document, HtmlMathematics mathematics) => Prose(paragraph.Text, paragraph.Notation, document, mathematics);

    private static string Block(Block block, Document document, HtmlMathematics mathematics = HtmlMathematics.MathML) => block switch
    {
        Paragraph paragraph => $"<p>{Prose(paragraph.Text, paragraph.Notation, document, mathematics)}</p>\n",
        Figure figure => $"<figure>\n{SvgPicture.WriteInline(figure.Picture, figure.Notation)}<figcaption>{Prose(figure.Caption, figure.Notation, document)}</figcaption>\n</figure>\n",
        Table table => $"<table>\n<thead>{Row(table, table.Header, "th", document, mathematics)}</thead>\n<tbody>\n{string.Concat(table.Rows.Select(row => Row(table, row, "td", document, mathematics) + "\n"))}</tbody>\n</table>\n",
        Equations equations when mathematics == HtmlMathematics.Tex => string.Concat(equations.Items.Select(equation => TexMathematics.Displayed(equation, equations.Notation))),
        Equations equations => string.Concat(equations.Items.Select(equation => Numbered(equation, equations.Notation, document))),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Row(Table table, IEnumerable<Prose> cells, string tag, Document document, HtmlMathematics mathematics) =>
        "<tr>" + string.Concat(cells.Select(cell => $"<{tag}>{Prose(cell, table.Notation, document, mathematics)}</{tag}>")) + "</tr>";

    private static string Numbered(Equation equation, Notation notation, Document document) => string.Create(CultureInfo.InvariantCulture, $"""
        <div class="equation" id="eq-{equation.Number}">{Displayed(equation, notation)}<span class="side"><span class="mark">{MarkOf(equation.Assurance, document)}</span><a class="number" href="#eq-{equation.Number}">({document.Digits.Write(equation.Number)})</a></span></div>

        """);

    // A page cannot know its width without a script: what does not fit on a narrow screen is there twice, and the style shows one.
    private static string Displayed(Equation equation, Notation notation)
    {
        var (wide, narrow) = (Rows(equation, notation, WideScreen), Rows(equation, notation, NarrowScreen));
        return wide == narrow
            ? $@"<div class=""formula"">{wide}</div>"
            : $@"<div class=""formula wide"">{wide}</div><div class=""formula narrow"" hidden>{narrow}</div>";
    }

    private static string Rows(Equation equation, Notation notation, double width)
    {
        var rows = new StringBuilder();
        foreach (var row in new StatementLines(new MathMLWriter(notation), notation, width).Write(equation.Statement, equation.Follows))
        {
            var indent = row.Depth > 0 ? string.Create(CultureInfo.InvariantCulture, $@"<mspace width=""{row.Depth}em""/>") : "";
            rows.Append(CultureInfo.InvariantCulture, $"<mtr><mtd>{row.Left}</mtd><mtd>{indent}{row.Right}</mtd></mtr>");
        }

        var latex = new LatexWriter(notation);
        return $@"<math display=""block"" dir=""ltr""><semantics><mtable displaystyle=""true"">{rows}</mtable><annotation encoding=""application/x-tex"">{Letters.Escaped((equation.Follows ? latex.Arrow : "") + latex.Write(equation.Statement))}</annotation></semantics></math>";
    }

    private static string Prose(Prose prose, Notation notation, Document document, HtmlMathematics mathematics = HtmlMathematics.MathML)
    {
        var writer = new MathMLWriter(notation, inText: true);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => Letters.Escaped(words.Text),
            WholeNumber number => document.Digits.Write(number.Value),
            InlineMath math when mathematics == HtmlMathematics.Tex => TexMathematics.InText(math.Statement, notation),
            InlineMath math => $@"<bdi dir=""ltr"">{string.Join("<wbr>", Pieces(math.Statement, writer).Select(piece => $@"<math dir=""ltr""><mrow>{piece}</mrow></math>"))}</bdi>",
            Mark mark => MarkOf(mark.Assurance, document),
            EquationReference reference => string.Create(CultureInfo.InvariantCulture, $@"<a href=""#eq-{reference.Equation}""><bdi>({document.Digits.Write(reference.Equation)})</bdi></a>"),
            _ => throw new InvalidOperationException($"Unknown text {part.GetType().Name}."),
        }));
    }

    // A browser does not break formulas, but between two of them: a line of text may end before a relation.
    private static IEnumerable<string> Pieces(Statement statement, MathMLWriter writer)
    {
        var pieces = statement.Links.Select(link => writer.Sign(link.Relation) + writer.Write(link.Side)).Prepend(writer.Write(statement.First));
        return statement.Range is { } range ? pieces.Append(writer.WideSpace + writer.Write(range)) : pieces;
    }

    private static string MarkOf(Assurance assurance, Document document) => assurance switch
    {
        Assurance.None => "",
        Assurance.Proved => Sign("✓", document.Language.PageWords.Proved),
        Assurance.Tested => Sign("≈", document.Language.PageWords.Tested),
        _ => throw new InvalidOperationException($"Unknown assurance {assurance}."),
    };

    // A sign with the word that is read for it.
    private static string Sign(string sign, string word) => $@"<span role=""img"" aria-label=""{Letters.Escaped(word)}"">{sign}</span>";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlDocument).Assembly.GetManifestResourceStream($"SymbolicBackprop.Writing.Html.{name}")
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
