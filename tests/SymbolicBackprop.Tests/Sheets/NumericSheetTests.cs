using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Writing.Html;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Tests.Sheets;

/// <summary>Sheets that are worked with numbers.</summary>
public sealed class NumericSheetTests
{
    private const string Net = """
        network: { inputs: 1, layers: [ { units: 1, activation: ACTIVATION } ] }
        notation: { inputs: x }
        questions: [ "w_{11}^{(1)}" ]

        """;

    [Fact]
    public void The_sheets_of_the_published_example_are_as_they_were_looked_at()
    {
        var sheet = SheetComposer.Compose(Example.Read("mazur"));

        Snapshot.Match("sheets/mazur.html", HtmlDocument.Write(sheet));
        Snapshot.Match("sheets/mazur.md", MarkdownDocument.Write(sheet).Text);
        Snapshot.Match("sheets/mazur.txt", TextDocument.Write(sheet));
    }

    [Fact]
    public void A_number_that_is_exact_is_equal_and_one_that_is_rounded_nearly()
    {
        var sheet = Text("identity", "values: { x: 0.5, y: 1, 'w^{(1)}': 0.25, 'b^{(1)}': 0.1 }\ndigits-shown: { places: 2 }\n");

        Assert.Contains("z₁⁽¹⁾ = w₁₁⁽¹⁾ x₁ + b₁⁽¹⁾ = 0.25 · 0.5 + 0.1 ≈ 0.23", sheet, StringComparison.Ordinal); // 0.225
        Assert.Contains("f₁′(z₁⁽¹⁾) = 1", sheet, StringComparison.Ordinal);
        Assert.Contains("loss = (y − ŷ)² ≈ (1 − 0.23)² ≈ 0.60", sheet, StringComparison.Ordinal); // 0.600625; (1 − 0.23)² is 0.5929
        Assert.Contains("do not add up to the last digit", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_made_of_pieces_loses_no_digit()
    {
        var sheet = Text("relu", "values: { x: 0.5, y: 1, 'w^{(1)}': 0.25, 'b^{(1)}': 0.1 }\n");

        Assert.Contains("a₁⁽¹⁾ = f₁(z₁⁽¹⁾) = f₁(0.225) = 0.225", sheet, StringComparison.Ordinal);
        Assert.Contains("f₁′(z₁⁽¹⁾) = 1", sheet, StringComparison.Ordinal);
        Assert.Contains("loss = (y − ŷ)² = (1 − 0.225)² ≈ 0.6006", sheet, StringComparison.Ordinal); // 0.600625
    }

    [Fact]
    public void A_saturated_unit_is_told()
    {
        var sheet = Text("sigmoid", "values: { x: 50, y: 0, 'w^{(1)}': 1, 'b^{(1)}': 0 }\ndigits-shown: { significant: 5 }\n");

        Assert.Contains("a unit is saturated", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("saturated", Text("sigmoid", "values: { x: 5, y: 0, 'w^{(1)}': 1, 'b^{(1)}': 0 }\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Training_that_diverges_ends_with_the_last_number()
    {
        var sheet = Text("identity", "values: { x: 1000, y: 1, 'w^{(1)}': 1, 'b^{(1)}': 0 }\ntraining: { learning-rate: 1000, epochs: 100 }\n");

        Assert.Contains("numbers grow without bound", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void All_parameters_are_updated_from_the_old_ones()
    {
        var file = Example.Read("mazur");
        var table = SheetComposer.Compose(file with { Numbers = file.Numbers! with { UpdatesBiases = true } }).Blocks.OfType<Table>().First();

        Assert.Equal(Example.Parameters(file.Model).Count(), table.Rows.Count);
    }

    // Behind every activation of the catalogue, in both meanings of δ, with few digits and with many.
    [Theory]
    [MemberData(nameof(SheetTests.Activations), MemberType = typeof(SheetTests))]
    public void Every_activation_is_worked_with_numbers_that_check_clean(string name)
    {
        foreach (var (delta, digits) in ((string, string)[])[("activation", "places: 3"), ("pre-activation", "significant: 9")])
        {
            var file = SheetFile.Parse($$"""
                network: { inputs: 2, layers: [ { units: 2, activation: {{name}} }, { units: 2, activation: sigmoid, bias: shared } ], loss: half-squared }
                notation: { inputs: x, delta: {{delta}} }
                values: { x: [0.3, -1.25], y: [0, 1], "w^{(1)}": [[0.5, -0.75], [1.5, 0.2]], "b^{(1)}": [0.1, -0.3], "w^{(2)}": [[1, -2], [0.7, 0.1]], "b^{(2)}": 0.05{{(Parameters(name))}} }
                digits-shown: { {{digits}} }
                training: { learning-rate: 0.1, epochs: [1, 5] }
                questions: [ "w_{21}^{(1)}", "b^{(2)}" ]
                """);
            var report = file.Model.Check(new SourceText("sheet.tex", LatexDocument.Write(SheetComposer.Compose(file))), DocumentFormat.Latex, file.Notation, file.Numbers);

            Assert.All(report.Formulas.SelectMany(formula => formula.Relations), relation => Assert.True(relation.Outcome is SymbolicBackprop.Checking.Outcome.Holds or SymbolicBackprop.Checking.Outcome.Asks, relation.Outcome.ToString()));
        }
    }

    [Fact]
    public void Samples_have_a_row_of_values_each()
    {
        var file = SheetFile.Parse("""
            network: { inputs: 2, layers: [ { units: 1, activation: identity } ], loss: half-squared, samples: 3 }
            notation: { inputs: x }
            values: { x: [[1, 2], [3, 4], [5, 6]], y: [1, 0, 1], 'w^{(1)}': [[0.1], [0.2]], 'b^{(1)}': 0 }
            questions: [ 'w_{11}^{(1)}' ]
            """);
        var report = file.Model.Check(new SourceText("sheet.tex", LatexDocument.Write(SheetComposer.Compose(file))), DocumentFormat.Latex, file.Notation, file.Numbers);

        // ⅓ ((0.5 − 1) 1 + (1.1 − 0) 3 + (1.7 − 1) 5)
        Assert.Contains("≈ −0.1667 + 0.3667 · 3 + 0.2333 · 5 ≈ 2.1", TextDocument.Write(SheetComposer.Compose(file)), StringComparison.Ordinal);
        Assert.All(report.Formulas.SelectMany(formula => formula.Relations), relation => Assert.True(relation.Outcome is SymbolicBackprop.Checking.Outcome.Holds or SymbolicBackprop.Checking.Outcome.Asks, relation.Outcome.ToString()));
    }

    private static string Parameters(string name) => string.Concat(SymbolicBackprop.Activations.Activation.Find(name)!.Parameters.Select(parameter => $", '{parameter.Name}': 0.5"));

    private static string Text(string activation, string numbers) =>
        TextDocument.Write(SheetComposer.Compose(SheetFile.Parse(Net.Replace("ACTIVATION", activation, StringComparison.Ordinal) + numbers)));
}
