using SymbolicBackprop.Activations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>The same text under what the reader knows.</summary>
public sealed class ReadingContextTests
{
    [Fact]
    public void An_activation_without_a_layer_is_an_input_where_the_notation_or_the_model_says_so()
    {
        var activation = new Symbol(Role.Activation, null, [1]);

        Assert.Equal(activation, Read("a_1", ReadingContext.Default));
        Assert.Equal(Symbol.Input(1), Read("a_1", new() { Notation = new Notation { Inputs = InputStyle.UnmarkedActivation } }));
        Assert.Equal(Symbol.Input(1), Read("a_1", new() { Model = SmallNetwork.Model }));
        Assert.Equal(Symbol.Input(Index.Of("i")), Read("a_i", new() { Model = SmallNetwork.Model }));
        Assert.Equal(new Symbol(Role.Activation, null, [3]), Read("a_3", new() { Model = SmallNetwork.Model }));

        var model = new Model();
        model.Add(activation);
        model.Add(Symbol.Input(1));
        Assert.Equal(activation, Read("a_1", new() { Model = model }));
    }

    [Fact]
    public void Indices_of_weights_stand_in_the_order_of_the_notation()
    {
        Assert.Equal(Symbol.Weight(2, 1, 3), Read("w_{13}^{(2)}", ReadingContext.Default));
        Assert.Equal(Symbol.Weight(2, 3, 1), Read("w_{13}^{(2)}", new() { Notation = new Notation { WeightOrder = WeightOrder.ToFrom } }));
    }

    [Fact]
    public void Both_layer_marks_are_read_whatever_the_notation()
    {
        foreach (var mark in Enum.GetValues<LayerMark>())
        {
            var context = new ReadingContext { Notation = new Notation { LayerMark = mark } };
            Assert.Equal(Symbol.Activation(3, 1), Read("a_1^{(3)}", context));
            Assert.Equal(Symbol.Activation(3, 1), Read("a_1^{[3]}", context));
        }
    }

    [Fact]
    public void A_plain_superscript_is_a_power_unless_layers_are_marked_so()
    {
        var layers = new ReadingContext { PlainSuperscript = PlainSuperscript.Layer };

        Assert.Equal(new Power(new Symbol(Role.Activation, null, [1]), new Literal(2)), Read("a_1^2", ReadingContext.Default));
        Assert.Equal(Symbol.Activation(2, 1), Read("a_1^2", layers));
        Assert.Equal(Symbol.Activation(Index.Of("l", -1), 1), Read("a_1^{l-1}", layers));
        Assert.Equal(new Power(new Symbol(Role.Target, null, []), new Literal(2)), Read("y^2", layers));
        Assert.Equal(new Power(Symbol.Activation(3, 1), new Literal(2)), Read("(a_1^3)^2", layers));
    }

    [Fact]
    public void The_loss_goes_by_the_name_of_the_notation_and_by_the_usual_ones()
    {
        var context = new ReadingContext { Notation = new Notation { Loss = "S" } };

        Assert.Equal(Symbol.Loss, Read("S", context));
        Assert.Equal(Symbol.Loss, Read("L", context));
        Assert.Equal(Symbol.Named("S"), Read("S", ReadingContext.Default));
        Assert.Equal(Symbol.Named("L", 1), Read("L_1", ReadingContext.Default));
    }

    [Fact]
    public void A_letter_of_the_model_is_that_quantity()
    {
        var model = new Model();
        Symbol[] symbols = [Symbol.Named("L"), Symbol.Named("e"), Symbol.Named("g"), Symbol.Named("x", 1), Symbol.Named("d"), Symbol.Named("or")];
        foreach (var symbol in symbols)
        {
            model.Add(symbol);
        }

        var context = new ReadingContext { Model = model };
        Assert.Equal(symbols, new[] { "L", "e", "g", "x_1", "d", @"\text{or}" }.Select(latex => Read(latex, context)));
        Assert.Equal(new Power(symbols[1], new Literal(2)), Read("e^2", context));
        Assert.Equal(new Product([symbols[2], new Sum([symbols[0], new Literal(1)])]), Read("g(L + 1)", context));
        Assert.Equal(new Fraction(new Product([symbols[4], symbols[0]]), new Product([symbols[4], symbols[1]])), Read(@"\frac{dL}{de}", context));
    }

    private static Network SmallNetwork { get; } = Network.Create(inputs: 2).Dense(1, Activation.Tanh);

    private static Formula Read(string latex, ReadingContext context)
    {
        var reading = new LatexReader(context).ReadFormula(latex);
        Assert.True(reading.IsSuccess, reading.Error?.ToString());
        return reading.Value;
    }
}
