using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing.Latex;

/// <summary>Each combination of the settings of a notation: all letters, marks and orders follow it.</summary>
public sealed class NotationTests
{
    public static TheoryData<LayerMark, WeightOrder, InputStyle, DeltaConvention, string> Notations =>
    [
        .. from mark in Enum.GetValues<LayerMark>()
           from order in Enum.GetValues<WeightOrder>()
           from inputs in Enum.GetValues<InputStyle>()
           from delta in Enum.GetValues<DeltaConvention>()
           from loss in (string[])["loss", "L"]
           select new TheoryDataRow<LayerMark, WeightOrder, InputStyle, DeltaConvention, string>(mark, order, inputs, delta, loss),
    ];

    [Theory]
    [MemberData(nameof(Notations))]
    public void A_sheet_is_written_in_its_notation_throughout(LayerMark mark, WeightOrder order, InputStyle inputs, DeltaConvention delta, string loss)
    {
        string L(int layer) => mark switch
        {
            LayerMark.Parentheses => $"^{{({layer})}}",
            LayerMark.Brackets => $"^{{[{layer}]}}",
            _ => $"^{layer}",
        };
        string W(object from, object to) => order == WeightOrder.FromTo ? $"w_{{{from}{to}}}" : $"w_{{{to}{from}}}";
        string X(object unit) => inputs switch
        {
            InputStyle.X => $"x_{unit}",
            InputStyle.UnmarkedActivation => $"a_{unit}",
            _ => $"a_{unit}{L(0)}",
        };
        var (open, close) = mark == LayerMark.Parentheses ? ('[', ']') : ('(', ')'); // the other shape than that of the marks
        var byActivation = delta == DeltaConvention.ByActivation;
        var name = loss == "L" ? "L" : @"\text{loss}";

        var notation = new Notation { LayerMark = mark, WeightOrder = order, Inputs = inputs, Delta = delta, Loss = loss };
        var network = RandomNetwork.Tanh(5, 3, 3, 1);
        var sheet = LatexDocument.WriteFragment(SheetComposer.Compose(new SheetFile
        {
            Network = network,
            Notation = notation,
            MaxPaths = 2,
            Questions = [new Question(Symbol.Weight(1, 2, 1), notation), new Question(Symbol.Weight(3, 2, 1), notation)],
        }));

        string[] expected =
        [
            $@"{name} &= (y - \hat{{y}})^2",
            $@"The error signal of the unit is $\delta_j{L(0).Replace('0', 'l')} = \partial {name} / \partial {(byActivation ? 'a' : 'z')}_j{L(0).Replace('0', 'l')}$",
            $"The weight ${W('i', 'j')}{L(0).Replace('0', 'l')}$ leads from",
            $@"\frac{{\partial {name}}}{{\partial {W(2, 1)}{L(1)}}}",
            $@"z_1{L(1)} &= \sum_{{i=1}}^5 {W('i', 1)}{L(1)} {X('i')} + b_1{L(1)}",
            $@"z_1{L(3)} &= {W(1, 1)}{L(3)} a_1{L(2)} + {W(2, 1)}{L(3)} a_2{L(2)} + {W(3, 1)}{L(3)} a_3{L(2)} + b_1{L(3)}",
            byActivation
                ? $@"\delta_1{L(1)} &= \sum_{{k=1}}^3 \delta_k{L(2)} f_2'(z_k{L(2)}) {W(1, 'k')}{L(2)}"
                : $@"\delta_1{L(1)} &= \left{open} \sum_{{k=1}}^3 \delta_k{L(2)} {W(1, 'k')}{L(2)} \right{close} f_1'(z_1{L(1)})",
            byActivation
                ? $@"\frac{{\partial {name}}}{{\partial {W(2, 1)}{L(1)}}} &= \delta_1{L(1)} f_1'(z_1{L(1)}) {X(2)}"
                : $@"\frac{{\partial {name}}}{{\partial {W(2, 1)}{L(1)}}} &= \delta_1{L(1)} {X(2)}",
            byActivation
                ? $@"\delta_1{L(3)} &= -2 (y - \hat{{y}})"
                : $@"\delta_1{L(3)} &= -2 (y - \hat{{y}}) f_3'(z_1{L(3)})",
        ];
        Assert.All(expected, text => Assert.Contains(text, sheet, StringComparison.Ordinal));

        string[] strange =
        [
            mark == LayerMark.Parentheses ? "^{[" : "^{(",
            mark == LayerMark.Plain ? "^{[" : "_1^2",
            inputs == InputStyle.X ? $"a_1{L(0)}" : "x_",
            loss == "L" ? @"\text{loss}" : @"\partial L",
        ];
        Assert.All(strange, text => Assert.DoesNotContain(text, sheet, StringComparison.Ordinal));
    }

    [Fact]
    public void The_order_of_indices_is_a_matter_of_weights_alone()
    {
        var writer = new LatexWriter(new Notation { WeightOrder = WeightOrder.ToFrom });

        Assert.Equal("w_{21}^{(3)}", writer.Write(Symbol.Weight(3, 1, 2)));
        Assert.Equal("w_{12,1}^{(3)}", writer.Write(Symbol.Weight(3, 1, 12)));
        Assert.Equal("P_{1,2}", writer.Write(Symbol.Named("P", 1, 2)));
    }

    [Theory]
    [InlineData("L", "L")]
    [InlineData("cost", @"\text{cost}")]
    [InlineData("my_loss", @"\text{my\_loss}")]
    [InlineData("50% & more", @"\text{50\% \& more}")]
    [InlineData("7", @"\text{7}")]
    public void The_name_of_the_loss_is_a_letter_or_upright_words(string loss, string latex) =>
        Assert.Equal(latex, new LatexWriter(new Notation { Loss = loss }).Write(Symbol.Loss));

    [Fact]
    public void A_power_of_a_marked_input_is_bracketed()
    {
        var square = new Power(X(1), Number(2));

        Assert.Equal("x_1^2", new LatexWriter(new Notation()).Write(square));
        Assert.Equal("a_1^2", new LatexWriter(new Notation { Inputs = InputStyle.UnmarkedActivation }).Write(square));
        Assert.Equal("(a_1)^p", new LatexWriter(new Notation { Inputs = InputStyle.UnmarkedActivation }).Write(new Power(X(1), Symbol.Named("p")))); // p may be a layer
        Assert.Equal("[a_1^{(0)}]^2", new LatexWriter(new Notation { Inputs = InputStyle.MarkedActivation }).Write(square));
        Assert.Equal("(a_1^{[0]})^2", new LatexWriter(new Notation { Inputs = InputStyle.MarkedActivation, LayerMark = LayerMark.Brackets }).Write(square));
    }

    [Fact]
    public void A_power_of_what_layers_have_is_bracketed_where_a_plain_number_is_a_layer()
    {
        string Square(Formula radix, InputStyle inputs = InputStyle.X) =>
            new LatexWriter(NotationProfile.Nielsen.Notation with { Inputs = inputs }).Write(new Power(radix, Number(2)));

        Assert.Equal("(a_1^2)^2", Square(Symbol.Activation(2, 1)));
        Assert.Equal("(a_1^0)^2", Square(X(1), InputStyle.MarkedActivation));
        Assert.Equal("(a_1)^2", Square(X(1), InputStyle.UnmarkedActivation));
        Assert.Equal("x_1^2", Square(X(1)));
        Assert.Equal("(a_1^L)^2", Square(new Symbol(Role.Prediction, null, [1])));
        Assert.Equal("(z)^2", Square(Meaning.FreeArgument));
        Assert.Equal("y_1^2", Square(new Symbol(Role.Target, null, [1])));
        Assert.Equal("C^2", Square(Symbol.Loss));
    }
}
