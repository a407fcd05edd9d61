using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>What trials by the thousand found, so that it stays found.</summary>
public sealed class FoundByTrialsTests
{
    private readonly SheetFile file = Example.Read("handwritten");

    [Theory]
    [InlineData(@"\frac{\partial \hat{\mathbf{y}}}{\partial \mathbf{a}}")]
    [InlineData(@"\frac{\partial \hat{\mathbf{y}}}{\partial \mathbf{a}^{(2)}}")]
    public void The_one_output_has_a_Jacobian(string question) =>
        Assert.Contains(@"1 \times 2", LatexDocument.Write(SheetComposer.ComposeAnswer(file, Read(question).Value!)), StringComparison.Ordinal);

    [Fact]
    public void A_weight_with_one_index_is_refused_below_a_second_derivative_too() => Assert.Equal(
        "a weight has two indices, not one: w_3^{(2)} does not exist",
        Assert.Single(Read(@"\frac{\partial^2 \hat{y}}{\partial w_3^{(2)} \, \partial a_1}").Diagnostics).Message);

    [Fact]
    public void Values_go_by_names_in_the_digits_of_any_script()
    {
        const string yaml = "network: { inputs: 1, layers: [ { units: 1, activation: tanh } ] }\nvalues: { x: 1, y: 1, 'w_{۱۱}^{(۱)}': 0.5, 'b^{(1)}': 0.25 }\nquestions: [ 'b_1^{(1)}' ]\n";

        Assert.Equal(SheetFile.Parse(yaml.Replace('۱', '1')).Numbers!.Values, SheetFile.Parse(yaml).Numbers!.Values);
    }

    private ReadResult<Question> Read(string question) => QuestionReader.Read(new SourceText("question", question), file.Notation, file);
}
