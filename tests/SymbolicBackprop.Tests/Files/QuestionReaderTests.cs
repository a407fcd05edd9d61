using SymbolicBackprop.Activations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Specs;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Files;

public sealed class QuestionReaderTests
{
    private static readonly Network Small = Network.Create(2).Dense(2, Activation.Tanh).Dense(1, Activation.Tanh);

    public static IEnumerable<TheoryDataRow<string, string>> Mistakes =>
        SpecFile.Read("tests/SymbolicBackprop.Tests/Files/QuestionMistakes.md");

    public static IEnumerable<TheoryDataRow<string, string>> SecondDerivativeMistakes =>
        SpecFile.Read("tests/SymbolicBackprop.Tests/Files/SecondDerivativeMistakes.md");

    [Theory]
    [InlineData("w_{12}^{(1)}", "w_{1,2}^(1)")]
    [InlineData("w_{12}^{[1]}", "w_{1,2}^(1)")]
    [InlineData("w_{1,2}^{(1)}", "w_{1,2}^(1)")]
    [InlineData("w^{(1)}_{12}", "w_{1,2}^(1)")]
    [InlineData(" w _ { 1 , 2 } ^ { ( 1 ) } ", "w_{1,2}^(1)")]
    [InlineData("b_1^{[2]}", "b_1^(2)")]
    [InlineData("b_{2}^{(1)}", "b_2^(1)")]
    [InlineData("z_2^{(1)}", "z_2^(1)")]
    [InlineData("a_1^{(2)}", "a_1^(2)")]
    [InlineData("W^{[2]}", "W^(2)")]
    [InlineData(@"\mathbf{W}^{(2)}", "W^(2)")]
    [InlineData(@"\mathbf b^{(1)}", "b^(1)")]
    [InlineData(@"\partial loss / \partial \boldsymbol{z}^{(1)}", "z^(1)")]
    [InlineData(@"\mathbf{x}", "x")]
    [InlineData("x_2", "x_2")]
    [InlineData("x_{1}", "x_1")]
    [InlineData("a_2^{(0)}", "x_2")]
    [InlineData(@"\frac{\partial loss}{\partial w_{11}^{(2)}}", "w_{1,1}^(2)")]
    [InlineData(@"\frac{\partial \text{loss}}{\partial w_{11}^{(2)}} = ?", "w_{1,1}^(2)")]
    [InlineData(@"\dfrac{ \partial \mathrm{ loss } }{ \partial b_1^{[2]} }", "b_1^(2)")]
    [InlineData(@"\partial loss / \partial w_{11}^{(2)}", "w_{1,1}^(2)")]
    [InlineData(@"\partial \text{loss} / \partial b_1^{(1)} = ?", "b_1^(1)")]
    [InlineData("∂loss/∂z_1^{(1)}", "z_1^(1)")]
    [InlineData("$a_1^{(1)}$", "a_1^(1)")]
    [InlineData("$$a_1^{(1)} = ?$$", "a_1^(1)")]
    public void A_quantity_is_read(string question, string expected)
    {
        Assert.Equal(expected, Read(question, new Notation()).OrThrow().Target.ToString());
    }

    [Fact]
    public void Indices_of_a_weight_are_read_in_the_order_of_the_notation()
    {
        var notation = new Notation { WeightOrder = WeightOrder.ToFrom };

        Assert.Equal(Symbol.Weight(2, from: 2, to: 1), Read("w_{12}^{(2)}", notation).OrThrow().Target);
    }

    [Fact]
    public void An_activation_without_a_mark_is_an_input_where_the_notation_says_so()
    {
        Assert.Equal(Symbol.Input(2), Read("a_2", new Notation { Inputs = InputStyle.UnmarkedActivation }).OrThrow().Target);
        Assert.False(Read("a_2", new Notation { Inputs = InputStyle.MarkedActivation }).IsSuccess);
    }

    [Theory]
    [InlineData("C", @"\partial C / \partial b_1^{(1)}")]
    [InlineData("C", @"\partial loss / \partial b_1^{(1)}")]
    [InlineData("cost function", @"\partial \text{cost function} / \partial b_1^{(1)}")]
    public void The_loss_may_go_by_its_name(string name, string question)
    {
        Assert.Equal(Symbol.Bias(1, 1), Read(question, new Notation { Loss = name }).OrThrow().Target);
    }

    [Fact]
    public void What_the_writer_writes_is_read_back_in_every_notation()
    {
        var network = Network.Create(2).Dense(12, Activation.Tanh).Dense(1, Activation.Tanh);
        foreach (var notation in Notations())
        {
            foreach (var symbol in network.Model.Variables
                .Select(variable => variable.Symbol)
                .Where(symbol => symbol.Role is Role.Input or Role.PreActivation or Role.Activation or Role.Weight or Role.Bias))
            {
                foreach (var formula in (Formula[])[symbol, new Derivative(Symbol.Loss, symbol)])
                {
                    var written = new LatexWriter(notation).Write(formula);
                    Assert.Equal(symbol, QuestionReader.Read(new SourceText("q", written), notation, network).OrThrow().Target);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_mistake_is_reported_with_its_place(string question, string expected)
    {
        var findings = Read(question.TrimEnd('\n'), new Notation()).Diagnostics;

        Assert.Equal(expected, string.Concat(findings.Select(found => found.Render() + "\n")));
    }

    [Theory]
    [MemberData(nameof(SecondDerivativeMistakes))]
    public void Every_mistake_in_a_second_derivative_is_reported_with_its_place(string question, string expected)
    {
        var file = new SheetFile { Network = Small };
        var findings = QuestionReader.Read(new SourceText("question", question.TrimEnd('\n')), new Notation(), file).Diagnostics;

        Assert.Equal(expected, string.Concat(findings.Select(found => found.Render() + "\n")));
    }

    [Theory]
    [InlineData(@"\frac{\partial^2 loss}{\partial w_{11}^{(1)} \partial b_1^{(2)}}", "loss", "b_1^(2)", "w_{1,1}^(1)")]
    [InlineData(@"\frac{\partial^{2} \text{loss}}{\partial w_{11}^{(1)} \, \partial b_1^{(2)}} = ?", "loss", "b_1^(2)", "w_{1,1}^(1)")]
    [InlineData(@"\frac{\partial^2 loss}{\partial (b_1^{(1)})^2}", "loss", "b_1^(1)", "b_1^(1)")]
    [InlineData(@"$\frac{\partial}{\partial x_1} \frac{\partial \hat{y}}{\partial x_2}$", "ŷ", "x_2", "x_1")]
    [InlineData(@"\partial^2 loss / \partial b_1^{(1)} \partial b_2^{(1)}", "loss", "b_2^(1)", "b_1^(1)")]
    public void A_second_derivative_is_read_from_the_right(string question, string of, string target, string again)
    {
        var asked = QuestionReader.Read(new SourceText("question", question), new Notation(), new SheetFile { Network = Small }).OrThrow();

        Assert.Equal((of, target, again), (asked.Of.ToString(), asked.Target.ToString(), asked.Again?.ToString()));
    }

    [Theory]
    [InlineData(@"\mathcal{R}\{\frac{\partial loss}{\partial b_1^{(2)}}\}")]
    [InlineData(@"$\mathcal R \left\{ \partial \text{loss} / \partial b_1^{(2)} \right\} = ?$")]
    public void A_component_of_the_Hessian_times_a_vector_is_read(string question)
    {
        var asked = Read(question, new Notation()).OrThrow();

        Assert.True(asked.AlongDirection);
        Assert.Equal(("loss", "b_1^(2)", null), (asked.Of.ToString(), asked.Target.ToString(), asked.Again));
    }

    [Fact]
    public void An_empty_question_is_a_mistake()
    {
        Assert.StartsWith("question:1:1: error: a quantity was expected here, not the end\n", Assert.Single(Read("", new Notation()).Diagnostics).Render());
    }

    private static ReadResult<Question> Read(string question, Notation notation) =>
        QuestionReader.Read(new SourceText("question", question), notation, Small);

    private static IEnumerable<Notation> Notations() =>
        from mark in Enum.GetValues<LayerMark>()
        from order in Enum.GetValues<WeightOrder>()
        from inputs in Enum.GetValues<InputStyle>()
        from loss in (string[])["loss", "L"]
        select new Notation { LayerMark = mark, WeightOrder = order, Inputs = inputs, Loss = loss };
}
