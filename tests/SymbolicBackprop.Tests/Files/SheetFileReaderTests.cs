using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;

namespace SymbolicBackprop.Tests.Files;

public sealed class SheetFileReaderTests
{
    private const string Smallest = """
        network:
          inputs: 1
          layers: [ { units: 1, activation: tanh } ]
        questions: [ 'b_1^{(1)}' ]
        """;

    [Fact]
    public void The_handwritten_sheet_reads_as_it_stands()
    {
        var file = SheetFile.Parse(File.ReadAllText(Repository.PathOf("examples/handwritten.yaml")));

        var parentheses = new Notation { Inputs = InputStyle.UnmarkedActivation };
        var brackets = parentheses with { LayerMark = LayerMark.Brackets };
        Assert.Equal("Backpropagation by hand", file.Title);
        Assert.Equal("en", file.Language.Code);
        Assert.Equal(8, file.MaxPaths);
        Assert.Equal(parentheses, file.Notation);
        Assert.Equal(2, file.Network!.Inputs);
        Assert.Equal([new Layer(2, Activation.Tanh), new Layer(2, Activation.Tanh), new Layer(1, Activation.Sigmoid)], file.Network!.Layers);
        Assert.Same(Loss.Squared, file.Network!.Loss);
        Assert.Equal(
            [
                new Question(Symbol.Weight(3, 1, 1), parentheses),
                new Question(Symbol.Weight(2, 1, 1), brackets),
                new Question(Symbol.Bias(1, 1), brackets),
            ],
            file.Questions);
    }

    [Fact]
    public void What_a_file_leaves_out_has_a_default()
    {
        var file = SheetFile.Parse(Smallest);

        Assert.Equal("Backpropagation", file.Title);
        Assert.Equal("en", file.Language.Code);
        Assert.Equal(8, file.MaxPaths);
        Assert.Equal(new Notation(), file.Notation);
        Assert.Same(Loss.Squared, file.Network!.Loss);
    }

    [Theory]
    [InlineData("", "en", "latin", "Backpropagation")]
    [InlineData("digits: latin", "en", "latin", "Backpropagation")]
    [InlineData("language: fa", "fa", "persian", "پس‌انتشار خطا")]
    [InlineData("digits: latin\nlanguage: fa", "fa", "latin", "پس‌انتشار خطا")]
    [InlineData("language: fa\ndigits: persian\ntitle: تمرین", "fa", "persian", "تمرین")]
    public void A_language_has_digits_and_a_title_by_itself(string lines, string code, string digits, string title)
    {
        var file = SheetFile.Parse(Smallest + "\n" + lines);

        Assert.Equal((code, digits, title), (file.Language.Code, file.Digits.Name, file.Title));
    }

    [Theory]
    [InlineData("", Detail.Steps)]
    [InlineData("detail: result", Detail.Result)]
    [InlineData("detail: steps", Detail.Steps)]
    [InlineData("detail: full", Detail.Full)]
    public void A_question_has_the_detail_of_the_file_unless_it_has_its_own(string line, Detail detail)
    {
        var file = SheetFile.Parse($$"""
            network:
              inputs: 1
              layers: [ { units: 1, activation: tanh } ]
            questions: [ x_1, { of: x_1, detail: result }, { of: x_1, detail: full } ]
            {{line}}
            """);

        Assert.Equal(detail, file.Detail);
        Assert.Equal([detail, Detail.Result, Detail.Full], file.Questions.Select(question => question.Detail));
        Assert.All(file.WithDetail(Detail.Steps).Questions, question => Assert.Equal(Detail.Steps, question.Detail));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("pictures: true", true)]
    [InlineData("pictures: false", false)]
    public void Pictures_are_there_unless_they_are_not_wanted(string line, bool pictures) => Assert.Equal(pictures, SheetFile.Parse(Smallest + "\n" + line).Pictures);

    [Fact]
    public void An_activation_is_a_name_or_a_formula_and_the_same_formula_is_the_same_function()
    {
        var layers = SheetFile.Parse("""
            network:
              inputs: 1
              layers:
                - { units: 1, activation: 'a\tanh(bz)' }
                - { units: 1, activation: Swish }
                - { units: 1, activation: "z/(1+e^{-z})" }
                - units: 1
                  activation: a\tanh(bz)
            questions: [ 'b_1^{(1)}' ]
            """).Network!.Layers;

        Assert.Same(layers[0].Activation, layers[3].Activation);
        Assert.Same(Activation.Silu, layers[1].Activation);
        Assert.Equal([@"a\tanh(bz)", "silu", "z/(1+e^{-z})"], layers.Take(3).Select(layer => layer.Activation.Name));
        Assert.Equal(["a", "b"], Assert.IsType<Activation>(layers[0].Activation).Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Every_notation_setting_is_read()
    {
        var file = SheetFile.Parse(Smallest + """

            notation:
              layer-marks: brackets
              inputs: marked-activation
              weight-indices: to-from
              delta: pre-activation
              loss: cost function
            """);

        Assert.Equal(
            new Notation
            {
                LayerMark = LayerMark.Brackets,
                Inputs = InputStyle.MarkedActivation,
                WeightOrder = WeightOrder.ToFrom,
                Delta = DeltaConvention.ByPreActivation,
                Loss = "cost function",
            },
            file.Notation);
    }

    [Fact]
    public void A_question_changes_only_what_it_names()
    {
        var file = SheetFile.Parse("""
            network:
              inputs: 2
              layers: [ { units: 3, activation: tanh } ]
            notation: { weight-indices: to-from, loss: L }
            questions:
              - w_{31}^{(1)}
              - of: w_{13}^{(1)}
                notation: { weight-indices: from-to, delta: pre-activation }
              - of: a_2
                notation: { inputs: unmarked-activation }
              - w_{31}^{(1)}
            """);

        var shared = new Notation { WeightOrder = WeightOrder.ToFrom, Loss = "L" };
        Assert.Equal(
            [
                new Question(Symbol.Weight(1, 1, 3), shared),
                new Question(Symbol.Weight(1, 1, 3), shared with { WeightOrder = WeightOrder.FromTo, Delta = DeltaConvention.ByPreActivation }),
                new Question(Symbol.Input(2), shared with { Inputs = InputStyle.UnmarkedActivation }),
                new Question(Symbol.Weight(1, 1, 3), shared),
            ],
            file.Questions);
    }

    [Fact]
    public void A_tab_that_indents_nothing_does_not_matter()
    {
        Assert.Equal("A", SheetFile.Parse("title:\tA\t\n \t\n\t# a comment\n" + Smallest + "\n\t\r\n\t").Title);
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        var file = SheetFile.Parse("""
            questions: [ 'w_{12}^{(1)}' ]
            max-paths: 3
            notation: { weight-indices: to-from }
            network: { loss: squared, layers: [ { activation: sigmoid, units: 1 } ], inputs: 2 }
            title: "T: \u03b4"
            """);

        Assert.Equal(new Question(Symbol.Weight(1, 2, 1), new Notation { WeightOrder = WeightOrder.ToFrom }), Assert.Single(file.Questions));
        Assert.Equal(3, file.MaxPaths);
        Assert.Equal("T: δ", file.Title);
    }
}
