using System.Text;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Reading.Latex;

/// <summary>What the reader says, word by word, and where.</summary>
public sealed class MessagesTests
{
    [Fact]
    public void Each_unreadable_formula_gets_one_error_with_its_place()
    {
        var text = new StringBuilder();
        foreach (var latex in File.ReadLines(Repository.PathOf("tests/SymbolicBackprop.Tests/Reading/Latex/Unreadable.txt")).Where(line => !line.StartsWith('#')))
        {
            var reading = new LatexReader(ReadingContext.Default).Read(latex);
            Assert.False(reading.IsSuccess, latex);
            var error = Assert.Single(reading.Findings);
            text.Append(latex).Append('\n')
                .Append(' ', error.Span.Offset).Append('^', Math.Max(1, error.Span.Length)).Append('\n')
                .Append("    ").Append(error.Message).Append('\n');
            if (error.Expected is not null)
            {
                text.Append("    ").Append(error.Expected).Append('\n');
            }
        }

        Snapshot.Match("reading/messages.txt", text.ToString());
    }

    [Theory]
    [InlineData("", "0..0: there is no formula here")]
    [InlineData("a = b c)", "7..8: unexpected ')' (expected the end of the formula, a relation such as = or an operator such as +)")]
    [InlineData("(a + b", "0..1: a bracket '(' that is not closed (expected ')')")]
    [InlineData("w_{123}", "1..7: it is not clear which digits belong to which index (separate the indices with commas, as in w_{1,12})")]
    public void An_error_is_shown_in_one_line(string latex, string expected) =>
        Assert.Equal(expected, new LatexReader(ReadingContext.Default).Read(latex).Error?.ToString());

    [Fact]
    public void A_formula_that_is_too_long_is_refused_at_once() =>
        Assert.Equal(
            "0..65537: a formula of more than 65536 characters is not read",
            new LatexReader(ReadingContext.Default).Read(new string('a', (64 * 1024) + 1)).Error?.ToString());

    [Theory]
    [InlineData("(", ")")]
    [InlineData("{", "}")]
    [InlineData("|", "|")]
    [InlineData(@"\left(", @"\right)")]
    [InlineData(@"\frac{1}{", "}")]
    [InlineData(@"\sqrt{", "}")]
    [InlineData(@"\sqrt ", "")]
    [InlineData(@"\underbrace{", "}_{y}")]
    [InlineData("y^{", "}")]
    [InlineData("f(", ")")]
    [InlineData(@"\ln ", "")]
    [InlineData(@"\sum_{j=1}^2 ", "")]
    [InlineData(@"\partial ", "")]
    [InlineData(@"\boxed{", "}")]
    [InlineData(@"\frac{\partial}{\partial z} ", "")]
    [InlineData(@"\left.", @"\right|_{P_1}")]
    public void Nesting_is_bounded(string opening, string closing)
    {
        var reader = new LatexReader(ReadingContext.Default);
        var deep = string.Concat(Enumerable.Repeat(opening, 300)) + "y" + string.Concat(Enumerable.Repeat(closing, 300));

        Assert.StartsWith("nested more than 100 levels deep", reader.Read(deep).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_up_to_the_bound_is_read()
    {
        var reading = new LatexReader(ReadingContext.Default).Read(new string('(', 99) + "y" + new string(')', 99));

        Assert.True(reading.IsSuccess, reading.Error?.ToString());
    }

    [Fact]
    public void A_label_is_passed_over_with_a_note()
    {
        var reading = new LatexReader(ReadingContext.Default).Read(@"y = 1 \quad \text{(definition)}");

        Assert.True(reading.IsSuccess);
        var note = Assert.Single(reading.Findings);
        Assert.Equal(FindingKind.Note, note.Kind);
        Assert.Equal("12..31: '(definition)' is passed over: it labels the formula", note.ToString());
    }

    [Fact]
    public void A_finding_moves_with_its_text()
    {
        var error = new LatexReader(ReadingContext.Default).Read("a +").Error!;

        Assert.Equal(new TextSpan(43, 0), error.Shift(40).Span);
    }
}
