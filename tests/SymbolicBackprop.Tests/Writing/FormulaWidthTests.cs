using System.Globalization;
using System.Text;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>The estimated widths of formulas against those of TeX.</summary>
public sealed class FormulaWidthTests
{
    private static readonly Notation[] Notations =
    [
        Notation.Parentheses,
        new() { LayerMark = LayerMark.Brackets, WeightOrder = WeightOrder.ToFrom, Inputs = InputStyle.MarkedActivation, Delta = DeltaConvention.ByPreActivation, Loss = "L" },
    ];

    [Fact]
    public async Task Estimates_agree_with_tex()
    {
        var formulas = Notations.SelectMany(notation => Sides(notation).Select(side => (Notation: notation, Side: side))).ToList();
        var widths = await TexWidths.MeasureAsync([.. formulas.Select(formula => new LatexWriter(formula.Notation).Write(formula.Side))]);

        Assert.True(formulas.Count > 60);
        var wrong = new StringBuilder();
        foreach (var ((notation, side), width) in formulas.Zip(widths))
        {
            var ratio = new FormulaWidth(notation, new BracketRules(notation)).Of(side) / width;
            if (ratio is < 0.97 or > 1.25)
            {
                wrong.Append(CultureInfo.InvariantCulture, $"\n{ratio:0.00} of {width:0.0}: {new LatexWriter(notation).Write(side)}");
            }
        }

        Assert.True(wrong.Length == 0, wrong.ToString());
    }

    // All different sides of derivations that have something of everything.
    private static IEnumerable<Formula> Sides(Notation notation)
    {
        var network = new[] { Activation.Relu, Activation.HardSigmoid, Activation.Softsign, Activation.Gelu, Activation.Mish, Activation.GeluTanh }
            .Aggregate(Network.Create(1), (network, activation) => network.Dense(1, activation));
        var options = new DerivationOptions { Delta = notation.Delta };
        (int[] Widths, Symbol Target)[] questions =
        [
            ([2, 2, 2, 1], B(1, 1)), ([2, 2, 2, 1], W(3, 1, 1)), ([5, 3, 1], W(1, 2, 1)), ([2, 12, 2], X(2)), ([3, 3, 3, 3], W(1, 3, 3)),
        ];
        return questions
            .SelectMany(question => new DerivationBuilder(RandomNetwork.Tanh(question.Widths).Model, options).Derive(question.Target).Steps)
            .SelectMany(step => step.Statement.Sides)
            .Concat([Number(1, 100), Call.Of("sqrt", Sum(P, Q)), Call.Of("abs", Z(1, 1)), Call.Of("tanh", Z(1, 1)), -Sum(Z(1, 1), -Sum(P, A(1, 1)))])
            .Concat(ActivationFunctions.Statements(network.Model).Concat(FoundDerivative.Of(network.Model).SelectMany(found => found.Parts).SelectMany(part => part.Steps)).SelectMany(step => step.Statement.Sides))
            .Distinct();
    }
}
