using System.Globalization;
using System.Text;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;

namespace SymbolicBackprop.Writing.Latex;

/// <summary>Writes documents as LaTeX files, for pdflatex, xelatex and lualatex.</summary>
public static class LatexDocument
{
    // The text is 16 cm wide at 11 pt, that is 41.6 em; the equation numbers take 4 of them.
    private const double PageWidth = 37;

    /// <summary>A complete file.</summary>
    public static string Write(Document document) =>
        $$"""
        \documentclass[11pt,a4paper]{article}
        \usepackage{iftex}
        \ifpdftex
          \usepackage[T1]{fontenc}
          \usepackage{lmodern}
        \else
          \usepackage{fontspec}
        \fi
        \usepackage[margin=2.5cm]{geometry}
        \usepackage{amsmath,amssymb}
        \usepackage[hidelinks]{hyperref}
        \setlength{\parindent}{0pt}
        \setlength{\parskip}{0.5\baselineskip}
        \setlength{\emergencystretch}{3em}
        \allowdisplaybreaks
        \providecommand{\proved}{\mathord{\scriptstyle\checkmark} }
        \providecommand{\tested}{\mathord{\scriptstyle\approx} }
        \begin{document}
        {\LARGE\bfseries {{LatexText.Escaped(document.Title)}}\par}
        {{WriteFragment(document)}}
        \end{document}

        """.ReplaceLineEndings("\n");

    /// <summary>The body alone, to be put into a file that loads amsmath and defines the marks \proved and \tested.</summary>
    public static string WriteFragment(Document document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            // An empty line before a display would start a paragraph of its own, and space with it.
            if (text.Length > 0 && block is not Equations)
            {
                text.Append('\n');
            }

            text.Append(Block(block));
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Block(Block block) => block switch
    {
        Heading heading => $@"\{(heading.Level == 1 ? "section" : "subsection")}*{{{Prose(heading.Text, heading.Notation)}}}" + "\n",
        Paragraph paragraph => Prose(paragraph.Text, paragraph.Notation) + "\n",
        Equations equations => Aligned(equations),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    };

    private static string Aligned(Equations equations)
    {
        var lines = new LatexLines(equations.Notation, PageWidth);
        var rows = new List<string>();
        foreach (var equation in equations.Items)
        {
            var parts = lines.Write(equation.Statement, equation.Follows);
            rows.AddRange(parts.SkipLast(1).Select(part => part + @" \notag"));
            rows.Add(string.Create(CultureInfo.InvariantCulture, $@"{parts[^1]}{Spaced(MarkOf(equation.Assurance))} \label{{eq:{equation.Number}}}"));
        }

        return "\\begin{align}\n  " + string.Join(" \\\\\n  ", rows) + "\n\\end{align}\n";
    }

    private static string Prose(Prose prose, Notation notation)
    {
        var writer = new LatexWriter(notation, inText: true);
        return string.Concat(prose.Parts.Select(part => part switch
        {
            Words words => LatexText.Escaped(words.Text),
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

    private static string Spaced(string mark) => mark.Length == 0 ? "" : @"\quad " + mark;
}
