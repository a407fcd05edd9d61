using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>Numbers at the end of what doubles hold: no verdict rests on an infinity, and saturated units are named.</summary>
public sealed class ExtremeNumberTests
{
    public static TheoryData<string, int> Saturated => [.. from activation in (string[])["sigmoid", "tanh", "softplus", "silu", "mish", "elu", "gelu"] from z in (int[])[-800, 800] select new TheoryDataRow<string, int>(activation, z)];

    [Theory]
    [MemberData(nameof(Saturated))]
    public void Numbers_of_a_saturated_unit_are_not_called_wrong(string activation, int z)
    {
        var file = With(activation, z);
        var sheet = SheetComposer.Compose(file);
        var report = file.Model.Check(new SourceText("sheet.tex", LatexDocument.Write(sheet)), DocumentFormat.Latex, file.Notation, file.Numbers);

        Assert.All(report.Formulas.SelectMany(formula => formula.Relations), relation => Assert.True(relation.Outcome is Outcome.Holds or Outcome.Asks or Outcome.Undecided, relation.Outcome.ToString()));
    }

    [Theory]
    [InlineData("sigmoid", -800, "a₁⁽¹⁾ = f₁(z₁⁽¹⁾) = 1/(1 + e^(−z₁⁽¹⁾)) ≈ 0.0000")]
    [InlineData("tanh", 800, "≈ 1.0000")]
    public void It_is_reported_as_such_and_infinite_parts_are_not_put_in(string activation, int z, string value)
    {
        var text = TextDocument.Write(SheetComposer.Compose(With(activation, z)));

        Assert.Contains(value, text, StringComparison.Ordinal);
        Assert.Contains("a unit is saturated", text, StringComparison.Ordinal);
        Assert.DoesNotContain("e^800", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("e^z")] // overflows
    [InlineData(@"\ln(z - 800)")] // has no value
    public void Numbers_without_end_are_refused_by_the_name_of_the_quantity(string activation)
    {
        var refusal = Assert.Throws<InvalidInputException>(() => With(activation, 800));

        Assert.Contains("with these values a_1^(1)", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a_1^{(1)} = \\frac{1}{1 + e^{800}}")] // is right, and in doubles 1/∞
    [InlineData("a_1^{(1)} = \\frac{2}{1 + e^{800}}")]
    [InlineData("a_1^{(1)} \\approx e^{1000} - e^{1000}")]
    public void What_overflows_is_left_open(string claim) =>
        Assert.IsType<Outcome.Undecided>(OutcomeOf(claim));

    [Fact]
    public void What_does_not_overflow_is_judged() => Assert.IsType<Outcome.Refuted>(OutcomeOf(@"a_1^{(1)} \approx 0.5000"));

    private static Outcome OutcomeOf(string claim)
    {
        var file = With("sigmoid", -800);
        return file.Model.Check(new SourceText("notes.md", $"${claim}$"), DocumentFormat.Markdown, file.Notation, file.Numbers).Formulas.Single().Relations.Single().Outcome;
    }

    private static SheetFile With(string activation, int z) => SheetFile.Parse($$"""
        network: { inputs: 1, layers: [ { units: 1, activation: '{{activation}}' }, { units: 1, activation: identity } ] }
        values: { x: 1, y: 1, 'w^{(1)}': {{z}}, 'b^{(1)}': 0, 'w^{(2)}': 1, 'b^{(2)}': 0.5 }
        questions: [ 'w_{11}^{(1)}' ]
        """);
}
