using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Tests.Networks;

namespace SymbolicBackprop.Tests.Checking.Reports;

public sealed class TextReportTests
{
    [Fact]
    public void A_mistake_is_shown_with_its_place_its_reason_and_what_should_stand_there() =>
        Assert.Equal(
            """
            doc.md:3:19: wrong: the activation function is missing
              3 | a_1^{(2)} = z_1^{(2)}
                |             ^^^^^^^^^
              At a random point, the left side is -0.2878 and the right side -0.2962.
              it should read: a_1^{(2)} = f_2(z_1^{(2)})

            1 formula, 1 relation: 0 hold (0 proved), 1 wrong.

            """,
            Text("# Title\n\nSo $$ a_1^{(2)} = z_1^{(2)} $$ is it"));

    [Theory]
    [InlineData("متن $a_1^{(2)} = z_1^{(2)}$ و", "  1 | a_1^{(2)} = z_1^{(2)}", "    |             ^^^^^^^^^")] // not the words around, which go from right to left
    [InlineData(@"$\text{中文} + a_1^{(2)} = 中$", @"  1 | \text{中文} + a_1^{(2)} = 中", "    |                           ^^")]
    [InlineData("$a_1^{(2)} =\t\tz_1^{(2)}$", "  1 | a_1^{(2)} =\t\tz_1^{(2)}", "    |            \t\t^^^^^^^^^")]
    [InlineData("$$\\text{e\u0301} a_1^{(2)} =$$", "  1 | \\text{e\u0301} a_1^{(2)} =", "    | ^^^^^^^^")]
    [InlineData(@"$\text{الف} a_1^{(2)} =$", @"  1 | \text{الف} a_1^{(2)} =", "    |                       ^")] // the end of the formula
    public void Carets_stand_under_the_place(string document, string line, string carets)
    {
        var lines = Text(document).Split('\n');

        Assert.Equal((line, carets), (lines[1], lines[2]));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60)]
    [InlineData(1)] // less than a screen has
    public void A_report_fits_its_screen(int width)
    {
        var long1 = string.Concat(Enumerable.Repeat("a_1^{(1)} + ", 40)) + "a_1^{(1)}";
        var text = Text($"$$a_1^{{(1)}} = {long1} = f_2(z_1^{{(1)}})$$", new ReportOptions { Width = width });

        Assert.All(text.Split('\n').Where(line => !Array.Exists(["doc.md:", "  it should read:", "1 formula"], start => line.StartsWith(start, StringComparison.Ordinal))), line => Assert.InRange(line.Length, 0, Math.Max(40, width)));
        Assert.Contains("…", text);
    }

    [Fact]
    public void Of_many_paths_the_first_are_listed()
    {
        var report = RandomNetwork.Tanh(1, 1, 9, 1).Check(
            new SourceText("doc.md", @"$\frac{\partial \text{loss}}{\partial a_1^{(1)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{91}^{(3)} f_2'(z_9^{(2)}) w_{19}^{(2)}$"),
            DocumentFormat.Markdown);

        var lines = ReportFormat.Text.Write(report).Split('\n');

        Assert.Equal("doc.md:1:50: 1 path of 9: this is what one path contributes, not the whole", lines[0]);
        Assert.Equal(@"  taken:      \text{loss} → a_1^{(3)} → z_1^{(3)} → a_9^{(2)} → z_9^{(2)} → a_1^{(1)}", lines[3]);
        Assert.Equal(@"  missing:    \text{loss} → a_1^{(3)} → z_1^{(3)} → a_6^{(2)} → z_6^{(2)} → a_1^{(1)}", lines[9]);
        Assert.Equal("  and 2 more", lines[10]);
    }

    [Fact]
    public void Together_the_pieces_are_the_text()
    {
        var report = CheckedDocument.Named("verdicts.md");
        var pieces = ReportFormat.Text.WriteStyled(report).ToList();

        Assert.Equal(ReportFormat.Text.Write(report), string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Contains(new StyledText("wrong", Emphasis.Wrong), pieces);
        Assert.Contains(new StyledText("warning", Emphasis.Doubtful), pieces);
        Assert.Contains(new StyledText("a_1^{(2)} = f_2(z_1^{(2)})\n", Emphasis.Right), pieces);
    }

    [Fact]
    public void Nothing_reaches_the_screen_but_text() =>
        Assert.DoesNotContain("\u001b", Text("$a_1^{(2)} = \\text{\u001b[31m}$"), StringComparison.Ordinal);

    [Theory]
    [InlineData("$x_1 = x_2$", "", "1 wrong")]
    [InlineData(@"$\delta_1^{(3)} = 1$", "The document does not settle what δ is: as many relations hold with ∂loss/∂a as with ∂loss/∂z. It was taken as ∂loss/∂a.\n", "1 wrong")]
    [InlineData(@"$\delta_1^{(3)} = -2(y - \hat{y})$", "In this document δ is ∂loss/∂a: with it 1 relation with δ holds, with ∂loss/∂z 0.\n", "0 wrong")]
    [InlineData(@"$\delta_1^{(3)} = -2(y - \hat{y}) f_3'(z_1^{(3)})$", "In this document δ is ∂loss/∂z: with it 1 relation with δ holds, with ∂loss/∂a 0.\n", "0 wrong")]
    public void The_end_says_what_delta_is_and_counts(string document, string delta, string count)
    {
        var text = Text(document, new ReportOptions { Width = 200 });

        Assert.Contains(count, text.Split('\n')[^2]);
        Assert.EndsWith("\n" + delta + text.Split('\n')[^2] + "\n", "\n" + text);
        Assert.Equal(delta.Length > 0, text.Contains('δ', StringComparison.Ordinal) && text.Contains("∂loss/∂z", StringComparison.Ordinal));
    }

    private static string Text(string document, ReportOptions? options = null) => ReportFormat.Text.Write(CheckedDocument.Of(document), options);
}
