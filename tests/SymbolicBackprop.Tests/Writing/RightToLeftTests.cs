using System.Text.RegularExpressions;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Languages;
using SymbolicBackprop.Writing;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>Mathematics runs from left to right in sheets of every direction.</summary>
public sealed partial class RightToLeftTests
{
    public static TheoryData<string> Examples => Example.All;

    [Theory]
    [MemberData(nameof(Examples))]
    public void Formulas_in_plain_text_are_isolated(string example)
    {
        var lines = OutputFormat.Text.Write(Sheet(example), "sheet").Text.Split('\n');

        Assert.All(lines, line => Assert.Equal(line.Count(c => c is '\u2066' or '\u2068'), line.Count(c => c == '\u2069')));
        Assert.All(lines.Where(line => line.Contains('=', StringComparison.Ordinal) && line.Trim('=').Length > 0), line => Assert.Contains('\u2066', line));
        // What is left outside of isolates has no mathematics in it.
        Assert.All(lines, line => Assert.DoesNotMatch(@"[∂δ₁⁽→+]|[^=]=[^=]", Isolate().Replace(Isolate().Replace(line, ""), "")));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Displayed_formulas_in_Markdown_stand_between_the_stretches_of_words(string example)
    {
        var inWords = false;
        foreach (var line in OutputFormat.Markdown.Write(Sheet(example), "sheet").Text.Split('\n'))
        {
            if (line is "<div dir=\"rtl\">" or "</div>")
            {
                Assert.Equal(line == "</div>", inWords);
                inWords = !inWords;
            }
            else if (line.Length > 0 && !line.StartsWith("![", StringComparison.Ordinal) && !line.StartsWith('|'))
            {
                Assert.Equal(PersianLetter().IsMatch(line), inWords);
            }
        }

        Assert.False(inWords);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Web_pages_have_a_direction_and_their_mathematics_another(string example)
    {
        var page = OutputFormat.Html.Write(Sheet(example), "sheet").Text;

        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", page, StringComparison.Ordinal);
        Assert.All(MathElement().Matches(page), math => Assert.Contains("dir=\"ltr\"", math.Value, StringComparison.Ordinal));
        Assert.NotEmpty(MathElement().Matches(page));
    }

    // In Markdown they are Latin ones, for the number of an equation is part of its formula there.
    [Theory]
    [InlineData("html", @"<a class=""number"" href=""#eq-12"">\((.+?)\)</a>", @"<a href=""#eq-12""><bdi>\((.+?)\)</bdi></a>")]
    [InlineData("markdown", @"\\text\{\((12)\)\}", @"see \((.+?)\)")]
    [InlineData("text", @"\n\W*\((.+?)\) p", @"see \((.+?)\)")]
    public void A_reference_has_the_digits_of_the_equation(string name, string number, string reference)
    {
        foreach (var digits in Persian.Instance.DigitSets)
        {
            Block[] blocks =
            [
                new Equations([new Equation(12, Statement.Equality(P, Q), Follows: false, Assurance.Proved)], Notation.Parentheses),
                new Paragraph(Prose.Of($"see {new EquationReference(12)}, {12}"), Notation.Parentheses),
            ];
            var document = new Document("T", Persian.Instance, blocks) { Digits = digits };

            var text = OutputFormat.All.Single(format => format.Name == name).Write(document, "sheet").Text;

            var shown = Regex.Match(text, number).Groups[1].Value;
            Assert.Equal(name == "markdown" ? "12" : digits.Write(12), shown);
            Assert.Equal(shown, Regex.Match(text, reference).Groups[1].Value);
            Assert.Contains($", {digits.Write(12)}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Sheets_from_left_to_right_have_no_marks_of_direction(string example)
    {
        var sheet = SheetComposer.Compose(Example.Read(example).In(English.Instance));

        Assert.All(OutputFormat.All, format => Assert.DoesNotMatch("[\u2066-\u2069]|dir=\"rtl\">|xepersian", format.Write(sheet, "sheet").Text));
    }

    private static Document Sheet(string example) => SheetComposer.Compose(Example.Read(example).In(Language.Named("fa")));

    // One that has no other in it.
    [GeneratedRegex("[\u2066\u2068][^\u2066-\u2069]*\u2069")]
    private static partial Regex Isolate();

    [GeneratedRegex(@"\p{IsArabic}")]
    private static partial Regex PersianLetter();

    [GeneratedRegex("<math[ >][^>]*>?")]
    private static partial Regex MathElement();
}
