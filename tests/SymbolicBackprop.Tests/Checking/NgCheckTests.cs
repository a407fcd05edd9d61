using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>The lines of A. Ng's course, as they stand there, about a batch: dZ is of the loss of each sample, dW and db are of their mean.</summary>
public sealed class NgCheckTests
{
    private static SheetFile File(string reduction) => SheetFile.Parse($$"""
        network:
          inputs: 2
          layers:
            - { units: 3, activation: tanh }
            - { units: 1, activation: sigmoid }
          loss: binary-cross-entropy
          samples: 4
          reduction: {{reduction}}
        notation: ng
        questions: [ "dW^{[1]}" ]
        """);

    [Theory]
    [InlineData(@"dZ^{[2]} = A^{[2]} - Y")]
    [InlineData(@"dW^{[2]} = \frac{1}{m} dZ^{[2]} A^{[1]T}")]
    [InlineData(@"db^{[2]} = \frac{1}{m} np.sum(dZ^{[2]}, axis=1, keepdims=True)")]
    [InlineData(@"db^{[2]} = \frac{1}{m} \text{np.sum}(dZ^{[2]}, \text{axis} = 1, \text{keepdims} = \text{True})")]
    [InlineData(@"dZ^{[1]} = W^{[2]T} dZ^{[2]} \odot g^{[1]\prime}(Z^{[1]})")]
    [InlineData(@"dA^{[1]} = W^{[2]T} dZ^{[2]}")]
    [InlineData(@"dW^{[1]} = \frac{1}{m} dZ^{[1]} X^T")]
    [InlineData(@"dz_1^{[2](3)} = a_1^{[2](3)} - y^{(3)}")]
    [InlineData(@"dw_{12}^{[2]} = \frac{1}{m} \sum_{i=1}^{m} dz_1^{[2](i)} a_2^{[1](i)}")]
    [InlineData(@"\frac{dJ}{dW^{[2]}} = \frac{\partial J}{\partial W^{[2]}} = dW^{[2]}")]
    [InlineData(@"dJ/db_1^{[2]} = db_1^{[2]}")]
    [InlineData(@"m = 4")]
    public void What_the_course_says_holds(string latex) => Assert.All(Check(latex, "mean"), outcome => Assert.IsType<Outcome.Holds>(outcome));

    [Theory]
    [InlineData(@"dW^{[2]} = dZ^{[2]} A^{[1]T}")]
    [InlineData(@"db^{[2]} = np.sum(dZ^{[2]}, axis=1, keepdims=True)")]
    [InlineData(@"dZ^{[2]} = \frac{1}{m} (A^{[2]} - Y)")]
    [InlineData(@"dW^{[2]} = \frac{1}{m} dZ^{[2]} A^{[1]}")]
    [InlineData(@"db^{[2]} = \frac{1}{m} np.sum(dZ^{[2]}, axis=0, keepdims=True)")]
    public void What_leaves_out_or_misplaces_something_is_wrong(string latex) =>
        Assert.All(Check(latex, "mean"), outcome => Assert.IsType<Outcome.Refuted>(outcome));

    [Fact]
    public void A_document_of_such_mistakes_does_not_change_what_d_means() => Assert.Equal(
        [typeof(Outcome.Holds), typeof(Outcome.Refuted), typeof(Outcome.Refuted)],
        Check(@"dZ^{[2]} = A^{[2]} - Y, \quad dW^{[2]} = dZ^{[2]} A^{[1]T}, \quad dW^{[1]} = dZ^{[1]} X^T", "mean").Select(outcome => outcome.GetType()));

    [Fact]
    public void Where_losses_are_added_nothing_is_divided() =>
        Assert.All(Check(@"dW^{[2]} = dZ^{[2]} A^{[1]T}", "sum"), outcome => Assert.IsType<Outcome.Holds>(outcome));

    [Theory]
    [InlineData(@"db^{[2]} = np.sum(dZ^{[2]})")]
    [InlineData(@"db^{[2]} = np.sum(dZ^{[2]}, axis=2)")]
    public void A_sum_over_no_axis_is_not_guessed_at(string latex)
    {
        var report = Report(latex, "mean");

        Assert.Equal("it is not clear what this adds up", Assert.Single(report.Formulas).Error?.Message);
    }

    private static IReadOnlyList<Outcome> Check(string latex, string reduction)
    {
        var report = Report(latex, reduction);
        Assert.All(report.Formulas, formula => Assert.True(formula.Error is null, formula.Error?.Message));
        return [.. report.Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome)];
    }

    private static CheckReport Report(string latex, string reduction) => File(reduction) is var file
        ? file.Network!.Check(new SourceText("notes.md", $"${latex}$"), DocumentFormat.Markdown, file.Notation)
        : throw new InvalidOperationException();
}
