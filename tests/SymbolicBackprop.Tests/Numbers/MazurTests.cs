using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Numbers;

/// <summary>
/// Every number that M. Mazur prints in “A Step by Step Backpropagation Example” (2015, mattmazur.com), to its last digit.
/// </summary>
public sealed class MazurTests
{
    private static readonly SymbolicBackprop.Files.SheetFile File = Example.Read("mazur");
    private static readonly NumericExample Numbers = File.Numbers!;

    private readonly Model model = Example.Read("mazur").Model;

    [Theory]
    [InlineData("z_1^{(1)}", "0.3775")] // net h1
    [InlineData("a_1^{(1)}", "0.593269992")] // out h1
    [InlineData("a_2^{(1)}", "0.596884378")]
    [InlineData("z_1^{(2)}", "1.105905967")] // net o1
    [InlineData("a_1^{(2)}", "0.75136507")]
    [InlineData("a_2^{(2)}", "0.772928465")]
    [InlineData(@"\frac{1}{2} (y_1 - \hat{y}_1)^2", "0.274811083")] // E o1
    [InlineData(@"\frac{1}{2} (y_2 - \hat{y}_2)^2", "0.023560026")]
    [InlineData("E", "0.298371109")]
    [InlineData(@"\frac{\partial E}{\partial a_1^{(2)}}", "0.74136507")]
    [InlineData(@"\frac{\partial a_1^{(2)}}{\partial z_1^{(2)}}", "0.186815602")]
    [InlineData(@"\frac{\partial z_1^{(2)}}{\partial w_{11}^{(2)}}", "0.593269992")]
    [InlineData(@"\frac{\partial E}{\partial w_{11}^{(2)}}", "0.082167041")]
    [InlineData("w_{11}^{(2)+}", "0.35891648")] // w5
    [InlineData("w_{21}^{(2)+}", "0.408666186")]
    [InlineData("w_{12}^{(2)+}", "0.511301270")]
    [InlineData("w_{22}^{(2)+}", "0.561370121")]
    [InlineData(@"\frac{\partial E}{\partial z_1^{(2)}}", "0.138498562")]
    [InlineData(@"\frac{\partial z_1^{(2)}}{\partial a_1^{(1)}}", "0.40")]
    [InlineData(@"\frac{\partial E}{\partial z_1^{(2)}} w_{11}^{(2)}", "0.055399425")] // by out h1, over o1
    [InlineData(@"\frac{\partial E}{\partial z_2^{(2)}} w_{12}^{(2)}", "-0.019049118")] // and over o2; printed as …119, the difference of the other two
    [InlineData(@"\frac{\partial E}{\partial a_1^{(1)}}", "0.036350306")]
    [InlineData(@"\frac{\partial a_1^{(1)}}{\partial z_1^{(1)}}", "0.241300709")]
    [InlineData(@"\frac{\partial z_1^{(1)}}{\partial w_{11}^{(1)}}", "0.05")]
    [InlineData(@"\frac{\partial E}{\partial w_{11}^{(1)}}", "0.000438568")]
    [InlineData("w_{11}^{(1)+}", "0.149780716")] // w1
    [InlineData("w_{21}^{(1)+}", "0.19956143")]
    [InlineData("w_{12}^{(1)+}", "0.24975114")]
    [InlineData("w_{22}^{(1)+}", "0.29950229")]
    public void A_number_is_what_is_printed(string quantity, string printed)
    {
        var formula = new LatexReader(new ReadingContext { Notation = File.Notation, Model = model }).Read(quantity).Value!.First;
        var value = Valuation.Of(model, Numbers.Given, Numbers.LearningRate).Of(MeaningOf(model).Of(formula));

        Assert.Equal(printed, Printed(value, printed));
    }

    // The error after 10,000 rounds is that before the last of them.
    [Fact]
    public void Many_rounds_lead_to_the_error_that_is_printed()
    {
        var values = new Training(model, MeaningOf(model), Numbers).Run().ElementAt(9_999);

        Assert.Equal("0.0000351085", Printed(values.Of(model[Symbol.Loss].Node), "0.0000351085"));
    }

    // What is printed of the time after the first update belongs to a program that took the new weights of the second layer for the
    // derivatives by those of the first. Taken at the old weights, as the same text says they are, the error is 0.291027774.
    [Fact]
    public void The_error_after_one_round_is_that_of_a_weight_updated_too_early()
    {
        var last = RoundsWithEarlyWeights().ElementAt(10_000);

        Assert.Equal("0.291027924", Printed(RoundsWithEarlyWeights().ElementAt(1).Of(model[Symbol.Loss].Node), "0.291027924"));
        Assert.Equal("0.291027774", Printed(new Training(model, MeaningOf(model), Numbers).Run().ElementAt(1).Of(model[Symbol.Loss].Node), "0.291027774"));
        Assert.Equal("0.015912196", Printed(last.Of(model[Symbol.Activation(2, 1)].Node), "0.015912196"));
        Assert.Equal("0.984065734", Printed(last.Of(model[Symbol.Activation(2, 2)].Node), "0.984065734"));
    }

    private IEnumerable<Valuation> RoundsWithEarlyWeights()
    {
        var meaning = MeaningOf(model);
        var steps = Example.Parameters(model).Where(parameter => parameter.Symbol.Role == Role.Weight)
            .Select(weight => (Weight: weight, Step: meaning.Of(weight.Symbol with { IsUpdated = true }))).ToList();
        var given = Numbers.Given.ToDictionary();
        while (true)
        {
            var values = Valuation.Of(model, given, Numbers.LearningRate);
            yield return values;
            var second = steps.Where(step => step.Weight.Symbol.Layer!.Value.Number == 2).Select(step => (step.Weight, Number: values.Of(step.Step))).ToList();
            var late = values.WithLate(model, second);
            foreach (var (weight, number) in steps.Where(step => step.Weight.Symbol.Layer!.Value.Number == 1).Select(step => (step.Weight, late.Of(step.Step))).Concat(second))
            {
                given[weight.Symbol] = number;
            }
        }
    }

    private static Meaning MeaningOf(Model model) => new(model, DeltaConvention.ByActivation);

    // With as many digits after the point; an exact number may have fewer.
    private static string Printed(BoundedNumber value, string like)
    {
        var rounded = new DigitsShown(like.Length - like.IndexOf('.') - 1, AreSignificant: false).Round(value);
        Assert.True(rounded.IsCertain);
        var text = new LatexWriter(File.Notation).Write(rounded.Formula);
        return rounded.IsExact ? text.PadRight(like.Length, '0') : text;
    }
}
