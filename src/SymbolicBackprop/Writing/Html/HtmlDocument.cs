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

    private static string Block(Block block, Document document) => block switch
    {
        Paragraph paragraph => $"<p>{Prose(paragraph.Text, paragraph.Notation, document)}</p>\n",
        Figure figure => $"<figure>\n{SvgPicture.WriteInline(figure.Picture, figure.Notation)}<figcaption>{Prose(figure.Caption, figure.Notation, document)}</figcaption>\n</figure>\n",
        Equations equations => string.Concat(equations.Items.Select(equation => Numbered(equation, equations.Notation, document))),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Numbered(Equation equation, Notation notation, Document document) => string.Create(CultureInfo.InvariantCulture, $"""
        <div class="equation" id="eq-{equation.Number}"><div class="formula">{Displayed(equation, notation)}</div><span class="mark">{MarkOf(equation.Assurance, document)}</span><a class="number" href="#eq-{equation.Number}">({document.Digits.Write(equation.Number)})</a></div>

        """);

    // A row for each relation, aligned at its sign.
    private static string Displayed(Equation equation, Notation notation)
    {
        var writer = new MathMLWriter(notation);
        var statement = equation.Statement;
        var arrow = equation.Follows ? writer.Sign(Relation.Implies) + @"<mspace width=""0.6em""/>" : "";
        var rows = new StringBuilder();
        for (var i = 0; i < Math.Max(statement.Links.Count, 1); i++)
        {
            var left = i == 0 ? arrow + writer.Write(statement.First) : "";
            var right = i < statement.Links.Count ? writer.Sign(statement.Links[i].Relation) + writer.Write(statement.Links[i].Side) : "";
            var range = statement.Range is { } values && i == statement.Links.Count - 1 ? @"<mspace width=""2em""/>" + writer.Write(values) : "";
            rows.Append(CultureInfo.InvariantCulture, $"<mtr><mtd>{left}</mtd><mtd>{right}{range}</mtd></mtr>");
        }

        var latex = (equation.Follows ? @"\Rightarrow\quad " : "") + new LatexWriter(notation).Write(statement);
        return $@"<math display=""block"" dir=""ltr""><semantics><mtable displaystyle=""true"">{rows}</mtable><annotation encoding=""application/x-tex"">{Letters.Escaped(latex)}</annotation></semantics></math>";
    }

    private static string Prose(Prose prose, Notation notation, Document document)
    {
        var writer = new MathMLWriter(notation, inText: true);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => Letters.Escaped(words.Text),
            WholeNumber number => document.Digits.Write(number.Value),
            InlineMath math => $@"<bdi><math dir=""ltr""><mrow>{writer.Write(math.Statement)}</mrow></math></bdi>",
            Mark mark => MarkOf(mark.Assurance, document),
            EquationReference reference => string.Create(CultureInfo.InvariantCulture, $@"<a href=""#eq-{reference.Equation}""><bdi>({document.Digits.Write(reference.Equation)})</bdi></a>"),
            _ => throw new InvalidOperationException($"Unknown text {part.GetType().Name}."),
        }));
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
