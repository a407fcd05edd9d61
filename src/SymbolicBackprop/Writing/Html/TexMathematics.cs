using System.Globalization;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;
using SymbolicBackprop.Writing.MathML;

namespace SymbolicBackprop.Writing.Html;

/// <summary>Mathematics for pages on which a script shows it, in the elements that Markdig's own mathematics stands in.</summary>
internal static class TexMathematics
{
    // What the column of a documentation site shows beside a number, in em: a script does not break lines.
    private const double Width = 32;

    public static string InText(Statement statement, Notation notation) =>
        $@"<span class=""math"">\({Letters.Escaped(new LatexWriter(notation, inText: true).Write(statement))}\)</span>";

    public static string Displayed(Equation equation, Notation notation) => string.Create(
        CultureInfo.InvariantCulture, $"<div class=\"math\" id=\"eq-{equation.Number}\">\n\\[\n{Letters.Escaped(MarkdownDocument.Aligned(equation, notation, Width))}\n\\]</div>\n");
}
