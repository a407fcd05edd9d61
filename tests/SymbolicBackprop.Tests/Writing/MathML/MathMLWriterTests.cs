using System.Xml.Linq;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Writing.Corpus;
using SymbolicBackprop.Writing.Html;
using SymbolicBackprop.Writing.MathML;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing.MathML;

public sealed class MathMLWriterTests
{
    // Those of MathML Core (https://www.w3.org/TR/mathml-core/) that formulas need.
    private static readonly HashSet<string> Elements =
    [
        "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "msub", "msup", "msubsup", "munder", "mover",
        "munderover", "mtable", "mtr", "mtd",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "display", "dir", "displaystyle", "encoding", "form", "fence", "separator", "stretchy", "symmetric", "minsize", "maxsize", "largeop", "movablelimits", "lspace", "rspace", "accent",
        "accentunder", "width", "data-name",
    ];

    [Fact]
    public void All_mathematics_of_all_examples_in_all_notations_is_MathML_Core()
    {
        var formulas = EveryNotation.Sheets.SelectMany(sheet => FormulasOf(HtmlDocument.Write(sheet.Sheet))).Distinct().ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{formulas.Count} formulas");
        foreach (var formula in formulas)
        {
            var math = XElement.Parse(formula);
            Assert.All(math.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, Elements));
            Assert.All(math.DescendantsAndSelf().Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, Attributes));
            Assert.False(string.IsNullOrWhiteSpace(math.Value));
        }

        Assert.InRange(formulas.Count, 1500, int.MaxValue);
    }

    private static IEnumerable<string> FormulasOf(string page)
    {
        for (var start = page.IndexOf("<math", StringComparison.Ordinal); start >= 0; start = page.IndexOf("<math", start + 1, StringComparison.Ordinal))
        {
            yield return page[start..(page.IndexOf("</math>", start, StringComparison.Ordinal) + "</math>".Length)];
        }
    }

    [Fact]
    public void Names_have_their_scripts_and_tell_which_quantity_they_are() => Assert.Equal(
        """<mrow data-name="w_{1,2}^(3)"><msubsup><mi>w</mi><mn>12</mn><mrow><mo lspace="0" rspace="0" stretchy="false">[</mo><mn>3</mn><mo lspace="0" rspace="0" stretchy="false">]</mo></mrow></msubsup></mrow>""",
        new MathMLWriter(Notation.Brackets).Write(W(3, 1, 2)));

    [Fact]
    public void What_is_special_in_markup_is_escaped() => Assert.Contains(
        "<mtext>a&lt;b &amp; c</mtext>",
        new MathMLWriter(Notation.Parentheses).Write(Symbol.Named("a<b & c")),
        StringComparison.Ordinal);
}
