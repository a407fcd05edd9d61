using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>Second derivatives: every step is proved, and every entry agrees with differences of the gradient.</summary>
public sealed class SecondDerivationTests
{
    // As far as central differences of functions with values near 1 can tell.
    private const double Shift = 6e-6;

    public static TheoryData<string, DeltaConvention> Everything =>
    [
        .. from name in Models.Keys
           from convention in Enum.GetValues<DeltaConvention>()
           select new TheoryDataRow<string, DeltaConvention>(name, convention),
    ];

    private static Dictionary<string, Func<Model>> Models { get; } = new Func<Dictionary<string, Func<Model>>>(() =>
    {
        var small = Network.Create(1).Dense(2, Activation.Tanh).Dense(2, Activation.Sigmoid);
        var models = new Dictionary<string, Func<Model>>
        {
            ["1-1-1-1"] = () => RandomNetwork.Tanh(1, 1, 1, 1).Model,
            ["the example"] = () => Example.Read("hessian").Model,
            ["2-3-1"] = () => RandomNetwork.Tanh(2, 3, 1).Model,
            ["a parameter"] = () => Network.Create(1).Dense(2, RandomNetwork.Swish).Dense(1, Activation.Sigmoid).Model,
            ["relu"] = () => Network.Create(1).Dense(2, Activation.Relu).Dense(1, Activation.Elu).Model,
            ["softmax"] = () => Network.Create(1).Dense(2, Activation.Tanh).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find("cross-entropy")!).Model,
            ["softmax with logarithms"] = () => Network.Create(2).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find("negative-log-likelihood")!).Model,
            ["a penalty"] = () => small.WithPenalty(Penalty.L2).Model,
            ["samples"] = () => small.WithSamples(new Samples(3, Reduction.Mean)).Model,
            ["unrolled"] = () => EquationModel.Parse(@"h_t = \tanh(u x_t + v h_{t-1}) (t = 1, 2, 3)", @"L = (y - h_3)^2").Model,
            ["equations"] = () => EquationModel.Parse("p = u v^2", "q = p u", @"L = p^2 e^q + u").Model,
        };
        foreach (var loss in Loss.All)
        {
            models.Add(loss.Name, () => small.WithLoss(loss).Model);
        }

        return models;
    })();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_entry_is_proved_agrees_with_differences_of_the_gradient_and_is_symmetric(string name, DeltaConvention convention)
    {
        var model = Models[name]();
        var builder = new DerivationBuilder(model, new DerivationOptions { Delta = convention });
        Symbol[] given = [.. model.Variables.Where(variable => variable.Node.Definition is null).Select(variable => variable.Symbol)];
        var known = new HashSet<Formula>();
        foreach (var target in given)
        {
            var slope = builder.Meaning.Of(new Derivative(L, target));
            foreach (var again in given)
            {
                var derivation = builder.DeriveTwice(target, again, known);
                AssertProved(builder, derivation);

                Formula entry = new Derivative(new Derivative(L, target), again);
                var last = derivation.Steps.Last(step => step.Statement.First == entry && step.Given is null).Statement.Links[^1].Side;
                Assert.DoesNotContain(last.WithParts(), part => part == entry);
                AssertDifference(model, slope, builder.Meaning.Of(last), model[again].Node);
                Assert.True(SymbolicBackprop.Identities.Identity.Compare(builder.Meaning.Of(last), builder.Meaning.Of(new Derivative(new Derivative(L, again), target))).Holds);
            }
        }
    }

    public static TheoryData<Network> Outputs => [RandomNetwork.Tanh(2, 2, 2), Network.Create(1).Dense(2, VectorActivation.Softmax).Dense(2, VectorActivation.Softmax)];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void Outputs_and_quantities_between_are_differentiated_twice_too(Network network)
    {
        var model = network.Model;
        var dependencies = new Dependencies(model);
        foreach (var of in model.Variables.Where(variable => variable.Symbol.Role is Role.Prediction or Role.Activation))
        {
            var builder = new DerivationBuilder(model, new DerivationOptions(), of.Symbol);
            foreach (var target in model.Variables)
            {
                foreach (var again in model.Variables.Where(again => again == target || dependencies.CountPaths(again, target).IsZero))
                {
                    AssertProved(builder, builder.DeriveTwice(target.Symbol, again.Symbol));
                }
            }
        }
    }

    [Fact]
    public void What_changes_is_introduced_once()
    {
        var builder = new DerivationBuilder(RandomNetwork.Tanh(2, 3, 3, 3, 1).Model, new DerivationOptions());
        var known = new HashSet<Formula>();
        var first = builder.DeriveTwice(W(1, 1, 1), W(1, 2, 1), known);
        var second = builder.DeriveTwice(W(1, 2, 2), W(1, 2, 1), known);

        List<Formula> names = [.. first.Steps.Where(step => step.Reason == Reason.ProductRule).SelectMany(step => step.Statement.Instances()).Select(instance => instance.First)];
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(3 * (1 + 3 + 3 + 1), names.Count); // z, a and δ of each unit, of the first layer of the one that the weights lead to
        Assert.Contains(second.Sections, section => section.Kind == SectionKind.QuantityChanges && section.Recalled.Count > 0 && section.Steps.Count == 0);
        Assert.Contains(second.Sections, section => section.Kind == SectionKind.SignalChanges && section.Recalled.Count > 0);
    }

    [Theory]
    [InlineData("tanh", @"-2 f_1(z) f_1'(z)", @"-2 f_1(z) [1 - f_1(z)^2]")]
    [InlineData("sigmoid", @"f_1'(z) [1 - 2 f_1(z)]", @"f_1(z) [1 - f_1(z)] [1 - 2 f_1(z)]")]
    public void The_second_derivative_of_a_function_is_found_in_the_function_and_the_first(string name, string withFirst, string alone)
    {
        var (activation, z) = (Activation.Find(name)!, Symbol.Named("z"));
        var f = new Call(FunctionSymbol.OfLayer(1), 0, [z]);
        var writer = new LatexWriter(Notation.Parentheses);

        Assert.Equal(withFirst, writer.Write(WrittenOut.SecondShortForm(activation, z, f, f with { Primes = 1 })));
        Assert.Equal(alone, writer.Write(WrittenOut.SecondShortForm(activation, z, f, WrittenOut.ShortForm(activation, z, f))));
    }

    [Fact]
    public void Every_second_derivative_of_the_catalogue_holds()
    {
        foreach (var piece in Activation.All.SelectMany(activation => activation.Pieces))
        {
            Assert.True(piece.SecondDerivative.Verdict.Holds);
        }
    }

    private static void AssertProved(DerivationBuilder builder, Derivation derivation)
    {
        try
        {
            Assert.All(Verification.Prove([.. derivation.Steps], builder.Meaning).SelectMany(verdicts => verdicts), verdict => Assert.True(verdict.Holds));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"∂²/∂{derivation.Again}∂{derivation.Target}: {exception.Message}", exception);
        }
    }

    private static void AssertDifference(Model model, Expr slope, Expr entry, Expr by)
    {
        var random = new Random(7);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var point = model.Variables.Where(variable => variable.Node.Definition is null).ToDictionary(variable => variable.Node, _ => 0.2 + (0.6 * random.NextDouble()));
            double At(Expr expression, double shift) => expression.Evaluate(variable => point[variable] + (variable == by ? shift : 0));

            var (value, difference) = (At(entry, 0), (At(slope, Shift) - At(slope, -Shift)) / (2 * Shift));
            if (double.IsFinite(value) && double.IsFinite(difference))
            {
                Assert.InRange(Math.Abs(value - difference) / Math.Max(1, Math.Abs(value)), 0, 1e-6);
                return;
            }
        }

        Assert.Fail("There is no point to compare at.");
    }
}
