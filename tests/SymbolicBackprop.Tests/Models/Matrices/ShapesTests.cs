using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Models.Matrices;

public sealed class ShapesTests
{
    private static readonly Model Model = RandomNetwork.Tanh(2, 3, 4, 1).Model;
    private static readonly Notation Notation = new() { WeightOrder = WeightOrder.ToFrom, Loss = "L" };

    [Theory]
    [InlineData(@"W^{(2)}", "4×3")]
    [InlineData(@"(W^{(2)})^\top", "3×4")]
    [InlineData(@"\mathbf{z}^{(2)}", "4×1")]
    [InlineData(@"W^{(1)} \mathbf{x} + \mathbf{b}^{(1)}", "3×1")]
    [InlineData(@"2 (1 - \mathbf{a}^{(1)})", "3×1")]
    [InlineData(@"\boldsymbol{\delta}^{(2)} (\mathbf{a}^{(1)})^\top", "4×3")]
    [InlineData(@"(\mathbf{a}^{(1)})^\top \mathbf{a}^{(1)}", "1×1")]
    [InlineData(@"f_1'(\mathbf{z}^{(1)}) \odot \mathbf{b}^{(1)}", "3×1")]
    [InlineData(@"\nabla_{W^{(3)}} L", "1×4")]
    [InlineData(@"\frac{\partial \mathbf{z}^{(2)}}{\partial \mathbf{a}^{(1)}}", "4×3")]
    [InlineData(@"z_1^{(2)} + \hat{y}", "1×1")]
    public void A_formula_has_a_shape(string latex, string shape) => Assert.Equal(shape, ShapeOf(latex, notation: Notation).ToString());

    [Theory]
    [InlineData(WeightOrder.FromTo, VectorLayout.Columns, "3×4", "4×1")]
    [InlineData(WeightOrder.FromTo, VectorLayout.Rows, "3×4", "1×4")]
    [InlineData(WeightOrder.ToFrom, VectorLayout.Rows, "4×3", "1×4")]
    public void The_notation_lays_out(WeightOrder order, VectorLayout vectors, string weights, string vector)
    {
        var notation = Notation with { WeightOrder = order, Vectors = vectors };

        Assert.Equal(weights, ShapeOf("W^{(2)}", notation).ToString());
        Assert.Equal(vector, ShapeOf(@"\mathbf{b}^{(2)}", notation).ToString());
    }

    [Theory]
    [InlineData(@"(W^{(2)})^\top \mathbf{a}^{(1)}", ShapeRule.Product, @"[W^{(2)}]^{\top}", "3×4", @"\mathbf{a}^{(1)}", "3×1")]
    [InlineData(@"W^{(3)} W^{(2)} W^{(2)}", ShapeRule.Product, @"W^{(3)} W^{(2)}", "1×3", @"W^{(2)}", "4×3")]
    [InlineData(@"\mathbf{a}^{(1)} \odot \mathbf{a}^{(2)}", ShapeRule.Entrywise, @"\mathbf{a}^{(1)}", "3×1", @"\mathbf{a}^{(2)}", "4×1")]
    [InlineData(@"W^{(2)} \mathbf{a}^{(1)} + \mathbf{b}^{(1)}", ShapeRule.Sum, @"W^{(2)} \mathbf{a}^{(1)}", "4×1", @"\mathbf{b}^{(1)}", "3×1")]
    public void Two_parts_that_do_not_go_together_are_told_with_their_shapes(string latex, ShapeRule rule, string left, string leftShape, string right, string rightShape)
    {
        var mistake = Assert.Throws<MeaninglessException>(() => ShapeOf(latex, Notation)).Shapes;

        Assert.NotNull(mistake);
        var writer = new LatexWriter(Notation);
        Assert.Equal((rule, left, leftShape, right, rightShape), (mistake.Rule, writer.Write(mistake.Left), mistake.LeftShape.ToString(), writer.Write(mistake.Right), mistake.RightShape.ToString()));
    }

    [Theory]
    [InlineData(@"(\mathbf{a}^{(1)})^2")]
    [InlineData(@"\frac{1}{\mathbf{a}^{(1)}}")]
    [InlineData(@"\mathbf{a}^{(9)}")]
    [InlineData(@"\frac{\partial \mathbf{z}^{(2)}}{\partial W^{(2)}}")]
    public void Some_formulas_have_none(string latex) => Assert.Null(Assert.Throws<MeaninglessException>(() => ShapeOf(latex, Notation)).Shapes);

    private static Shape ShapeOf(string latex, Notation notation)
    {
        var formula = new LatexReader(new ReadingContext { Notation = notation }).ReadFormula(latex).Value!;
        return new Shapes(new Meaning(Model, DeltaConvention.ByPreActivation).With(notation.Layout)).Of(formula);
    }
}
