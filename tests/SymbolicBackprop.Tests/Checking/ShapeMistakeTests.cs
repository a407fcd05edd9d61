using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>Whole layers as people write them, in a network whose layers all have other sizes.</summary>
public sealed class ShapeMistakeTests
{
    private static readonly SheetFile File = SheetFile.Parse("""
        network:
          inputs: 2
          layers:
            - { units: 3, activation: tanh }
            - { units: 4, activation: sigmoid }
          loss: half-squared
        notation: { layer-marks: brackets, delta: pre-activation, weight-indices: to-from, loss: L }
        questions: [ "W^{[1]}" ]
        """);

    [Theory]
    [InlineData(@"\mathbf{z}^{[1]} = W^{[1]} \mathbf{x} + \mathbf{b}^{[1]}")]
    [InlineData(@"z^{[1]} = W^{[1]} x + b^{[1]}")]
    [InlineData(@"Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \; A^{[2]} = f_2(Z^{[2]})")]
    [InlineData(@"\delta^{[1]} = ((W^{[2]})^T \delta^{[2]}) \odot f_1'(z^{[1]})")]
    [InlineData(@"\delta^{[l]} = W^{[l+1]T} \delta^{[l+1]} \circ f_l'(z^{[l]})")]
    [InlineData(@"\delta^{[L]} = \nabla_{a^{[L]}} L \odot f_L'(z^{[L]})")]
    [InlineData(@"\delta^{[2]} = -(\mathbf{y} - \hat{\mathbf{y}}) \odot \mathbf{a}^{[2]} \odot (1 - \mathbf{a}^{[2]})")]
    [InlineData(@"\frac{\partial L}{\partial W^{[l]}} = \delta^{[l]} (a^{[l-1]})^\top")]
    [InlineData(@"\nabla_{b^{[2]}} L = \delta^{[2]}")]
    [InlineData(@"L = \frac{1}{2} \|\mathbf{y} - \hat{\mathbf{y}}\|^2")]
    [InlineData(@"\underbrace{W^{[2]}}_{4 \times 3} \underbrace{\mathbf{a}^{[1]}}_{3\times 1} = \mathbf{z}^{[2]} - \mathbf{b}^{[2]}")]
    public void What_is_right_holds(string latex)
    {
        var relations = Check(latex);

        Assert.NotEmpty(relations);
        Assert.All(relations, relation => Assert.IsType<Outcome.Holds>(relation.Outcome));
    }

    [Theory]
    [InlineData(@"\mathbf{z}^{[2]} = (W^{[2]})^\top \mathbf{a}^{[1]} + \mathbf{b}^{[2]}", "transpose-extra", "3×4", "3×1")]
    [InlineData(@"\boldsymbol{\delta}^{[1]} = W^{[2]} \boldsymbol{\delta}^{[2]} \odot f_1'(\mathbf{z}^{[1]})", "transpose-missing", "4×3", "4×1")]
    [InlineData(@"\frac{\partial L}{\partial W^{[2]}} = \mathbf{a}^{[1]} (\boldsymbol{\delta}^{[2]})^\top", "factors-swapped", "4×3", "3×4")]
    [InlineData(@"\frac{\partial L}{\partial W^{[2]}} = \boldsymbol{\delta}^{[2]} \odot \mathbf{a}^{[1]}", "entrywise-for-product", "4×1", "3×1")]
    [InlineData(@"\boldsymbol{\delta}^{[1]} = (W^{[2]})^\top \boldsymbol{\delta}^{[2]} f_1'(\mathbf{z}^{[1]})", "product-for-entrywise", "3×1", "3×1")]
    public void What_cannot_be_multiplied_or_equal_is_told_with_both_shapes(string latex, string slip, string left, string right)
    {
        var refuted = Assert.IsType<Outcome.Refuted>(Assert.Single(Check(latex)).Outcome);

        Assert.NotNull(refuted.Shapes);
        Assert.Equal((left, right), (refuted.Shapes.LeftShape.ToString(), refuted.Shapes.RightShape.ToString()));
        Assert.Equal(slip, refuted.Cause?.Slip.Name);
        Assert.Null(refuted.Witness);
    }

    [Fact]
    public void A_wrong_label_is_told() =>
        Assert.Contains("The shape is not 3×4: W^{[2]} is 4×3.", Text(@"\underbrace{W^{[2]}}_{3 \times 4} \mathbf{a}^{[1]} = \mathbf{z}^{[2]} - \mathbf{b}^{[2]}"), StringComparison.Ordinal);

    [Fact]
    public void A_layer_that_does_not_exist_is_a_mistake() => Assert.Equal(
        "The network has no z^(3).",
        Assert.IsType<Outcome.Refuted>(Assert.Single(Check(@"\mathbf{z}^{[3]} = W^{[3]} \mathbf{a}^{[2]}")).Outcome).Reason);

    [Theory]
    [InlineData(@"\boldsymbol{\delta}^{[2]} = \frac{\partial L}{\partial \mathbf{o}} \odot f_2'(\mathbf{z}^{[2]})")]
    [InlineData(@"\mathbf{a}^{[2]} - \mathbf{y} = d \mathbf{z}^{[2]} \mathbf{a}^{[1]}")]
    public void What_the_network_does_not_have_has_no_shape(string latex) =>
        Assert.IsType<Outcome.NotAboutModel>(Assert.Single(Check(latex)).Outcome);

    [Fact]
    public void Where_shapes_agree_values_decide()
    {
        var refuted = Assert.IsType<Outcome.Refuted>(Assert.Single(Check(@"\boldsymbol{\delta}^{[2]} = (\mathbf{y} - \hat{\mathbf{y}}) \odot f_2'(\mathbf{z}^{[2]})")).Outcome);

        Assert.Null(refuted.Shapes);
        Assert.NotNull(refuted.Witness);
        Assert.Equal(Slip.WrongSign, refuted.Cause?.Slip);
    }

    [Fact]
    public void What_goes_on_from_a_wrong_shape_is_no_mistake_of_its_own()
    {
        var relations = Check(@"\frac{\partial L}{\partial W^{[2]}} = \mathbf{a}^{[1]} (\boldsymbol{\delta}^{[2]})^\top = \boldsymbol{\delta}^{[2]} (\mathbf{a}^{[1]})^\top");

        Assert.IsType<Outcome.Refuted>(relations[0].Outcome);
        Assert.IsType<Outcome.FollowsFrom>(relations[1].Outcome);
    }

    [Fact]
    public void The_report_says_it_in_words()
    {
        var text = Text(@"\mathbf{z}^{[2]} = (W^{[2]})^\top \mathbf{a}^{[1]} + \mathbf{b}^{[2]}");

        Assert.Contains("a matrix is transposed that should not be", text, StringComparison.Ordinal);
        Assert.Contains(@"(W^{[2]})^{\top} is 3×4 and \mathbf{a}^{[1]} is 3×1; in a product the left one has as many columns as the right one has rows.", text, StringComparison.Ordinal);
        Assert.Contains(@"it should read: \mathbf{z}^{[2]} = W^{[2]} \mathbf{a}^{[1]} + \mathbf{b}^{[2]}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\Delta^{[2]} = \frac13 (\hat{Y} - Y) \odot A^{[2]} \odot (1 - A^{[2]})")]
    [InlineData(@"\nabla_{\mathbf{b}^{[2]}} J = \Delta^{[2]} \mathbf{1}")]
    [InlineData(@"Z^{[1]} = W^{[1]} X + \mathbf{b}^{[1]} \mathbf{1}^\top = W^{[1]} X + \mathbf{b}^{[1]}")]
    [InlineData(@"\mathbf{z}^{[1](2)} = W^{[1]} \mathbf{x}^{(2)} + \mathbf{b}^{[1]}")]
    [InlineData(@"\nabla_{W^{[1]}} J = \sum_{s=1}^3 \boldsymbol{\delta}^{[1](s)} (\mathbf{x}^{(s)})^\top = \Delta^{[1]} X^\top")]
    public void Samples_stand_side_by_side(string latex) => Assert.All(
        OfSamples(latex),
        relation => Assert.IsType<Outcome.Holds>(relation.Outcome));

    [Theory]
    [InlineData(@"\nabla_{W^{[2]}} J = \Delta^{[2]} A^{[1]}", "transpose-missing", "4×3", "2×3")]
    [InlineData(@"\nabla_{\mathbf{b}^{[2]}} J = \mathbf{1} \Delta^{[2]}", "factors-swapped", "3×1", "4×3")]
    public void Shapes_of_samples_are_told_too(string latex, string slip, string left, string right)
    {
        var refuted = Assert.IsType<Outcome.Refuted>(Assert.Single(OfSamples(latex)).Outcome);

        Assert.Equal((slip, left, right), (refuted.Cause?.Slip.Name, refuted.Shapes?.LeftShape.ToString(), refuted.Shapes?.RightShape.ToString()));
    }

    [Fact]
    public void One_sample_has_no_column_of_ones() => Assert.NotNull(Assert.Single(Report(@"\mathbf{b}^{[1]} = \mathbf{b}^{[1]} \mathbf{1}").Formulas).Error);

    private static List<CheckedRelation> OfSamples(string latex)
    {
        var file = SheetFile.Parse("""
            network:
              inputs: 5
              layers: [ { units: 2, activation: tanh }, { units: 4, activation: sigmoid } ]
              loss: half-squared
              samples: 3
              reduction: mean
            notation: { layer-marks: brackets, delta: pre-activation, weight-indices: to-from, loss: J }
            questions: [ "W^{[1]}" ]
            """);
        var report = file.Model.Check(new SourceText("doc.md", $"$${latex}$$\n"), DocumentFormat.Markdown, file.Notation);
        return [.. report.Formulas.SelectMany(formula => formula.Relations)];
    }

    private static List<CheckedRelation> Check(string latex) => [.. Report(latex).Formulas.SelectMany(formula =>
    {
        Assert.Null(formula.Error);
        return formula.Relations;
    })];

    private static string Text(string latex) => ReportFormat.Text.Write(Report(latex)).ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal);

    private static CheckReport Report(string latex) => File.Model.Check(new SourceText("doc.md", $"$${latex}$$\n"), DocumentFormat.Markdown, File.Notation);
}
