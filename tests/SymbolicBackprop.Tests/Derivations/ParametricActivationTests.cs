using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Activation functions with letters of their own: these are given quantities of the network, as weights are.</summary>
public sealed class ParametricActivationTests
{
    private static readonly Symbol Beta = Symbol.Named(@"\beta");

    private static readonly Activation Leaky = new("leaky", z => z.Graph.Variable("m") * z, new Piece(0, z => z));

    private static readonly Network Network = Network.Create(2).Dense(2, RandomNetwork.Swish).Dense(2, Leaky).Dense(1, RandomNetwork.Swish);

    [Fact]
    public void Layers_with_the_same_letter_share_the_parameter() => Assert.Equal(
        [@"\beta", "m"],
        Network.Model.Variables.Where(variable => variable.Symbol.Role == Role.Named).Select(variable => variable.ToString()));

    [Fact]
    public void Gradients_agree_with_central_differences()
    {
        var given = Network.Model.Variables.Where(variable => variable.Node.Definition is null).ToList();

        Assert.Contains(given, variable => variable.Symbol == Beta);
        Assert.InRange(FiniteDifferences.LargestError(Network.Model, given), 0, 1e-6);
    }

    [Theory]
    [InlineData(DeltaConvention.ByActivation)]
    [InlineData(DeltaConvention.ByPreActivation)]
    public void Every_step_is_proved_for_parameters_of_layers_and_of_functions(DeltaConvention convention)
    {
        var builder = new DerivationBuilder(Network.Model, new DerivationOptions { Delta = convention });
        foreach (var variable in Network.Model.Variables)
        {
            var derivation = builder.Derive(variable.Symbol);

            Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));
        }
    }

    [Fact]
    public void A_sheet_has_the_letter_in_its_formulas()
    {
        var sheet = LatexDocument.Write(SheetComposer.Compose(new SheetFile
        {
            Network = Network,
            Notation = Notation.Parentheses,
            Questions = [new Question(Symbol.Bias(1, 1), Notation.Parentheses), new Question(Beta, Notation.Brackets)],
        }));

        Assert.Contains(@"f_1(z) &= f_3(z) = \frac{z}{1 + e^{-\beta z}}", sheet, StringComparison.Ordinal);
        Assert.Contains(@"\frac{\partial \text{loss}}{\partial \beta} &= {?}", sheet, StringComparison.Ordinal);
    }
}
