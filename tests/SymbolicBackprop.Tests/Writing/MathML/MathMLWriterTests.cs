using System.Xml.Linq;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Writing.Corpus;
using SymbolicBackprop.Tests.Writing.Latex;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Html;
using SymbolicBackprop.Writing.Latex;
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
        "accentunder", "mathvariant", "width", "data-name",
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
    public void Capital_greek_letters_are_upright_as_in_tex()
    {
        Assert.Equal("""<mi mathvariant="normal">Φ</mi>""", Letters.Of(@"\Phi"));
        Assert.Equal("<mi>φ</mi>", Letters.Of(@"\varphi"));
    }

    [Theory]
    [InlineData(34)]
    [InlineData(25)]
    public void Breaking_lines_loses_nothing(int width)
    {
        static string Bare(string elements) => XElement.Parse($"<math>{elements}</math>").Value.Replace("·", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);

        var writer = new MathMLWriter(Notation.Parentheses);
        var lines = new StatementLines(writer, Notation.Parentheses, width);
        var broken = 0;
        foreach (var statement in LatexLinesTests.WideStatements())
        {
            var rows = lines.Write(statement, follows: false);
            broken += rows.Count > 1 ? 1 : 0;
            Assert.Equal(Bare(writer.Write(statement)), string.Concat(rows.Select(row => Bare(row.Left) + Bare(row.Right))));
        }

        Assert.InRange(broken, 5, int.MaxValue);
    }

    [Fact]
    public void A_statement_breaks_where_it_breaks_in_latex()
    {
        var statement = Statement.Equality(P, Product(Formula.SumOf(Enumerable.Range(1, 9).Select(i => W(2, 1, i))), Q), R);

        var latex = new StatementLines(new LatexWriter(Notation.Parentheses), Notation.Parentheses, 14).Write(statement, follows: true);
        var mathml = new StatementLines(new MathMLWriter(Notation.Parentheses), Notation.Parentheses, 14).Write(statement, follows: true);

        Assert.Equal([0, 2, 2, 2, 0], latex.Select(row => row.Depth));
        Assert.Equal(latex.Select(row => row.Depth), mathml.Select(row => row.Depth));
        Assert.StartsWith("""<mo form="infix">=</mo> <mo fence="true" form="prefix" stretchy="true" symmetric="true" minsize="1.2em" maxsize="1.2em">[</mo>""", mathml[0].Right, StringComparison.Ordinal);
        Assert.StartsWith("""<mo form="infix">+</mo>""", mathml[1].Right, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_special_in_markup_is_escaped() => Assert.Contains(
        "<mtext>a&lt;b &amp; c</mtext>",
        new MathMLWriter(Notation.Parentheses).Write(Symbol.Named("a<b & c")),
        StringComparison.Ordinal);
}
