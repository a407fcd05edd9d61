using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Derivatives of other quantities than the loss: by the same paths, without δ.</summary>
public sealed class JacobianTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(2)] // too few for paths to be followed
    public void Outputs_by_every_quantity_agree_with_differences_and_are_proved(int mostPaths)
    {
        var model = RandomNetwork.Tanh(2, 3, 2, 2).Model;
        Variable[] given = [.. model.Variables.Where(variable => variable.Node.Definition is null)];
        foreach (var output in model.Variables.Where(variable => variable.Symbol.Role == Role.Prediction).Select(variable => variable.Symbol))
        {
            Assert.InRange(FiniteDifferences.LargestError(model, given, output), 0, 1e-6);
            foreach (var convention in Enum.GetValues<DeltaConvention>())
            {
                var builder = new DerivationBuilder(model, new DerivationOptions { Delta = convention, MaxPaths = mostPaths }, output);
                foreach (var target in given.Select(variable => variable.Symbol))
                {
                    var derivation = builder.Derive(target);

                    Assert.All(Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths)).SelectMany(verdicts => verdicts), verdict => Assert.True(verdict.Holds));
                    Assert.DoesNotContain(derivation.Steps.SelectMany(step => step.Statement.Sides).SelectMany(side => side.WithParts()), part => part is Symbol { Role: Role.Delta });
                    var whole = new Derivative(output, target);
                    Assert.Contains(derivation.Steps, step => step.Statement.First == whole && step.Statement.Links.All(link => link.Side != whole));
                }
            }
        }
    }

    [Fact]
    public void An_output_does_not_depend_on_the_weights_of_another()
    {
        var model = RandomNetwork.Tanh(1, 1, 2).Model;
        var output = model.Variables.First(variable => variable.Symbol.Role == Role.Prediction).Symbol;

        Assert.Equal(0, new DerivationBuilder(model, new DerivationOptions(), output).Derive(W(2, 1, 2)).PathCount);
    }

    [Theory]
    [InlineData(@"\frac{\partial \hat{y}_3}{\partial x_2}", "question:1:16: error: the model has no ŷ_3")]
    [InlineData(@"\frac{\partial \hat{y}_1}{\partial x_4}", "question:1:36: error: the network has 2 inputs: x_4 does not exist")]
    public void What_a_network_does_not_have_is_not_asked_for(string question, string message)
    {
        var file = new SheetFile { Network = RandomNetwork.Tanh(2, 2, 2) };

        Assert.Equal(message, Assert.Single(QuestionReader.Read(new("question", question), Notation.Parentheses, file).Diagnostics).ToString());
    }

    [Theory]
    [InlineData(@"\frac{\partial \hat{y}_1}{\partial x_2}", Role.Prediction, "x_2")]
    [InlineData(@"\partial a_1^{(1)} / \partial x_2 = ?", Role.Activation, "x_2")]
    [InlineData(@"$\frac{\partial loss}{\partial x_2}$", Role.Loss, "x_2")]
    public void Questions_ask_for_derivatives_of_other_quantities(string question, Role of, string target)
    {
        var file = new SheetFile { Network = RandomNetwork.Tanh(2, 2, 2) };

        var asked = QuestionReader.Read(new("question", question), Notation.Parentheses, file).Value;

        Assert.Equal((of, target), (asked!.Of.Role, asked.Target.ToString()));
    }

    [Theory]
    [InlineData(@"\frac{\partial \mathbf{a}^{(2)}}{\partial \mathbf{x}}")]
    [InlineData(@"\frac{\partial \hat{\mathbf{y}}}{\partial \mathbf{a}^{(1)}}")]
    [InlineData(@"\frac{\partial \mathbf{z}^{(3)}}{\partial \mathbf{z}^{(1)}}")]
    [InlineData(@"\frac{\partial \mathbf{a}^{(3)}}{\partial \mathbf{z}^{(3)}}")]
    public void A_whole_Jacobian_is_a_product_and_is_proved(string question)
    {
        foreach (var network in (Network[])[RandomNetwork.Tanh(2, 3, 2, 2), Network.Create(2).Dense(1, Activation.Sigmoid).Dense(2, Activation.Relu).Dense(3, VectorActivation.Softmax)])
        {
            foreach (var notation in (Notation[])[Notation.Parentheses, Notation.Parentheses with { Vectors = VectorLayout.Rows }])
            {
                var file = new SheetFile { Network = network, Notation = notation };
                var asked = QuestionReader.Read(new SourceText("question", question), notation, file).OrThrow();
                var builder = new DerivationBuilder(network.Model, new DerivationOptions { Layout = notation.Layout });
                var derivation = builder.DeriveJacobian(asked.Of, asked.Target);

                Assert.All(Verification.Prove([.. derivation.Steps], builder.Meaning).SelectMany(verdicts => verdicts), verdict => Assert.True(verdict.Holds));
                Assert.Contains("partial", new Answer(file, asked).ToLatex(notation), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Between_the_weights_of_a_Jacobian_stand_the_derivatives_of_the_functions()
    {
        var file = new SheetFile { Network = Network.Create(2).Dense(2, Activation.Tanh).Dense(3, Activation.Sigmoid) };
        var latex = new Answer(file, QuestionReader.Read(new SourceText("question", @"\frac{\partial \mathbf{a}^{(2)}}{\partial \mathbf{x}}"), Notation.Parentheses, file).OrThrow()).ToLatex();

        Assert.Contains(@"\frac{\partial a_i^{(2)}}{\partial z_j^{(2)}} &= \mathbf{1}\{i = j\} f_2'(z_j^{(2)})", latex, StringComparison.Ordinal);
        Assert.Contains(@"\underbrace{\frac{\partial \mathbf{a}^{(2)}}{\partial \mathbf{x}}}_{3 \times 2}", latex, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\frac{\partial \mathbf{a}^{(1)}}{\partial x_1}", "a Jacobian has whole layers above and below, and an entry of it single quantities")]
    [InlineData(@"\frac{\partial \mathbf{a}^{(1)}}{\partial \mathbf{a}^{(2)}}", "a^(1) does not depend on a^(2)")]
    [InlineData(@"\frac{\partial \mathbf{a}^{(7)}}{\partial \mathbf{x}}", "the model has no a^(7)")]
    [InlineData(@"\frac{\partial \mathbf{a}^{(2)}}{\partial W^{(1)}}", "the Jacobian of a layer is taken by weighted sums, activations or inputs, not by a matrix")]
    public void What_is_no_Jacobian_is_said_to_be_none(string question, string message)
    {
        var file = new SheetFile { Network = RandomNetwork.Tanh(2, 2, 2) };

        Assert.Equal(message, QuestionReader.Read(new SourceText("question", question), Notation.Parentheses, file).Diagnostics.Single().Message);
    }
}
