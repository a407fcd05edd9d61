using System.Globalization;
using System.Text;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Writes documents as LaTeX files, for pdflatex, xelatex and lualatex.</summary>
public static class LatexDocument
{
    // The text is 16 cm wide at 11 pt, that is 41.6 em; the equation numbers take 4 of them.
    private const double PageWidth = 37;

    // So many lines, about half a page, are not torn apart by the end of a page.
    private const int MostLinesTogether = 12;

    // As many rows of a table fit on a page.
    private const int MostRowsTogether = 40;

    /// <summary>A complete file.</summary>
    public static string Write(Document document)
    {
        var setup = document.Language.LatexIn(document.Digits);
        return $$"""
        \documentclass[11pt,a4paper]{article}
        {{setup.FirstLines}}\usepackage[margin=2.5cm]{geometry}
        \usepackage{amsmath,amssymb{{(document.Blocks.Any(block => block is Figure) ? ",tikz" : "")}}}
        \usepackage[hidelinks]{hyperref}
        {{setup.LastLines}}\setlength{\parindent}{0pt}
        \setlength{\parskip}{0.5\baselineskip}
        \setlength{\emergencystretch}{3em}
        \allowdisplaybreaks
        \providecommand{\proved}{\mathord{\scriptstyle\checkmark} }
        \providecommand{\tested}{\mathord{\scriptstyle\approx} }
        \begin{document}
        {\LARGE\bfseries {{LatexText.Of(document.Title, setup)}}\par}
        {{WriteFragment(document)}}
        \end{document}

        """.ReplaceLineEndings("\n");
    }

    /// <summary>The body alone, to be put into a file that loads amsmath, and tikz where there are figures, and defines the marks \proved and \tested.</summary>
    public static string WriteFragment(Document document)
    {
        var text = new StringBuilder();
        var referredTo = document.Blocks.SelectMany(TextOf).OfType<EquationReference>().Select(reference => reference.Equation).ToHashSet();
        foreach (var (block, next) in document.Blocks.Zip([.. document.Blocks.Skip(1), null]))
        {
            // An empty line before a display would start a paragraph of its own, and space with it.
            if (text.Length > 0 && block is not Equations)
            {
                text.Append('\n');
            }

            text.Append(block switch
            {
                Heading heading => Titled(heading, document),
                Paragraph paragraph => Prose(paragraph.Text, paragraph.Notation, document),
                Figure figure => Drawn(figure, document),
                Table table => Tabulated(table, document),
                Equations equations => Aligned(equations, hasWordsAfter: next is Paragraph, referredTo),
                _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
            }).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static IReadOnlyList<Inline> TextOf(Block block) => block switch
    {
        Heading heading => heading.Text.Parts,
        Paragraph paragraph => paragraph.Text.Parts,
        Figure figure => figure.Caption.Parts,
        Table table => [.. table.Cells.SelectMany(cell => cell.Parts)],
        _ => [],
    };

    // Mathematics in a heading is as bold as its words.
    private static string Titled(Heading heading, Document document)
    {
        var command = heading.Level == 1 ? "section" : "subsection";
        var weight = heading.Text.Parts.Any(part => part is InlineMath) ? @"\boldmath " : "";
        return $@"\{command}*{{{weight}{Prose(heading.Text, heading.Notation, document)}}}";
    }

    // No float, which would drift away from what it shows; one box, so that no page ends between picture and caption, and no
    // end of a paragraph after it, where an equation belongs to it.
    private static string Drawn(Figure figure, Document document) =>
        $$"""
        \medskip\noindent\begin{minipage}{\linewidth}
        \centering
        {{document.Language.LatexIn(document.Digits).LeftToRight(TikzPicture.Write(figure.Picture, figure.Notation))}}\par
        \smallskip
        {\small {{Prose(figure.Caption, figure.Notation, document)}}\par}
        \end{minipage}
        """.ReplaceLineEndings("\n");

    // A tabular does not break; a long one is set as several.
    private static string Tabulated(Table table, Document document)
    {
        string Row(IEnumerable<Prose> cells) => string.Join(" & ", cells.Select(cell => Prose(cell, table.Notation, document))) + @" \\";

        var parts = table.Rows.Chunk(MostRowsTogether).Select(rows => string.Join('\n', (IEnumerable<string>)
        [
            $@"\begin{{tabular}}{{{new string('r', table.Header.Count)}}}",
            $@"\hline {Row(table.Header)} \hline",
            .. rows.Select(Row),
            @"\hline",
            @"\end{tabular}",
        ]));
        return "\\begin{center}\n\\renewcommand{\\arraystretch}{1.25}\n" + string.Join("\n\n", parts) + "\n\\end{center}";
    }

    private static string Aligned(Equations equations, bool hasWordsAfter, HashSet<int> referredTo)
    {
        var lines = new LatexLines(equations.Notation, PageWidth);
        var written = equations.Items.Select(equation => Numbered(equation, lines.Write(equation.Statement, equation.Follows), referredTo.Contains(equation.Number))).ToList();
        var display = "\\begin{align}\n  " + string.Join(" \\\\\n  ", written) + "\n\\end{align}";

        // Words after a display belong to it: no page begins with them.
        return hasWordsAfter && display.Count(character => character == '\n') <= MostLinesTogether
            ? $"{{\\interdisplaylinepenalty=10000 \\postdisplaypenalty=10000\n{display}}}"
            : display;
    }

    // An equation of a few lines is set as one; the lines of a longer one may stand on two pages.
    private static string Numbered(Equation equation, IReadOnlyList<string> lines, bool hasLabel)
    {
        var label = hasLabel ? string.Create(CultureInfo.InvariantCulture, $@" \label{{eq:{equation.Number}}}") : "";
        var mark = MarkOf(equation.Assurance) is { Length: > 0 } sign ? @"\quad " + sign : "";
        return lines.Count is 1 or > MostLinesTogether
            ? string.Join(" \\notag \\\\\n  ", lines) + mark + label
            : $"\\begin{{split}}\n    {string.Join(" \\\\\n    ", lines)}{mark}\n  \\end{{split}}{label}";
    }

    private static string Prose(Prose prose, Notation notation, Document document)
    {
        var writer = new LatexWriter(notation, inText: true);
        var setup = document.Language.LatexIn(document.Digits);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => LatexText.Of(words.Text, setup),
            WholeNumber number => LatexText.Of(document.Digits.Write(number.Value), setup),
            InlineMath math => $"${writer.Write(math.Statement)}$",
            Mark mark => $"${MarkOf(mark.Assurance)}$",
            EquationReference reference => string.Create(CultureInfo.InvariantCulture, $@"\eqref{{eq:{reference.Equation}}}"),
            _ => throw new InvalidOperationException($"Unknown text {part.GetType().Name}."),
        }));
    }

    private static string MarkOf(Assurance assurance) => assurance switch
    {
        Assurance.None => "",
        Assurance.Proved => @"\proved",
        Assurance.Tested => @"\tested",
        _ => throw new InvalidOperationException($"Unknown assurance {assurance}."),
    };
}
