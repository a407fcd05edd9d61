using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>Derivations with numbers, checked against a network file that gives them.</summary>
public sealed class NumericCheckTests
{
    [Theory]
    [InlineData("z_1^{(1)} = 0.3775", true)]
    [InlineData("z_1^{(1)} = 0.378", true)] // rounded
    [InlineData("z_1^{(1)} = 0.37", false)] // cut off
    [InlineData("z_1^{(1)} = 0.3774", false)]
    [InlineData(@"z_1^{(1)} \approx 0.3780", false)] // as many digits as these say more
    [InlineData(@"z_1^{(2)} = 0.4 \cdot 0.5933 + 0.45 \cdot 0.5969 + 0.6 = 1.1059", true)]
    [InlineData(@"z_1^{(2)} = 0.41 \cdot 0.5933 + 0.45 \cdot 0.5969 + 0.6", false)] // a number of the file stands for itself
    [InlineData(@"a_1^{(1)} = \frac{1}{1 + e^{-0.3775}} = 0.59", true)]
    [InlineData(@"\frac{\partial E}{\partial w_{11}^{(1)}} \approx 4.39 \cdot 10^{-4}", true)]
    [InlineData(@"w_{11}^{(1)+} = 0.15 - 0.5 \cdot 0.000438568 = 0.149780716", true)]
    [InlineData(@"w_{11}^{(1)+} = 0.15 + 0.5 \cdot 0.000438568", false)]
    [InlineData(@"\eta = 0.5", true)]
    [InlineData(@"\eta = 0.1", false)]
    [InlineData("x_1 = 0.05", true)]
    [InlineData("x_1 = 0.5", false)]
    public void A_number_holds_where_the_value_rounds_to_it(string latex, bool holds) => Assert.Equal(!holds, Check(latex).HasMistakes);

    [Theory]
    [InlineData(@"\delta_1^{(1)} = 0.7414 \cdot 0.1868 \cdot 0.3589 - 0.2171 \cdot 0.1755 \cdot 0.5113", true)] // both new
    [InlineData(@"\frac{\partial E}{\partial w_{11}^{(1)}} = 0.000364723", true)]
    [InlineData(@"\delta_1^{(1)} = 0.7414 \cdot 0.1868 \cdot 0.3589 - 0.2171 \cdot 0.1755 \cdot 0.5", true)] // one alone
    [InlineData(@"\delta_1^{(1)} = 0.0512", false)]
    public void A_derivative_with_a_weight_that_was_updated_too_early_is_named(string latex, bool isThat)
    {
        var refuted = Assert.IsType<Outcome.Refuted>(Assert.Single(Check(latex).Formulas).Relations[0].Outcome);

        Assert.Equal(isThat, refuted.Cause?.Slip == Slip.UpdatedWeight);
    }

    [Fact]
    public void Without_values_a_network_leaves_numbers_open()
    {
        var report = Example.Read("mazur").Model.Check(new SourceText("a.md", "$z_1^{(1)} = 0.4$"), DocumentFormat.Markdown);

        Assert.IsType<Outcome.NotAboutModel>(Assert.Single(report.Formulas).Relations[0].Outcome);
    }

    [Fact]
    public void The_report_of_a_page_with_slips_is_as_it_was_looked_at()
    {
        var file = Example.Read("mazur");
        var page = new SourceText("numbers.md", File.ReadAllText(Repository.PathOf("tests/SymbolicBackprop.Tests/Checking/numbers.md")));

        Snapshot.Match("checking/numbers.md.verbose.txt", ReportFormat.Text.Write(file.Model.Check(page, DocumentFormat.Markdown, file.Notation, file.Numbers), new ReportOptions { Verbose = true }));
    }

    private static CheckReport Check(string latex)
    {
        var file = Example.Read("mazur");
        return file.Model.Check(new SourceText("a.md", $"$${latex}$$"), DocumentFormat.Markdown, file.Notation, file.Numbers);
    }
}
