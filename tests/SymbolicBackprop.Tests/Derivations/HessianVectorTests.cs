using SymbolicBackprop.Activations;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>The Hessian times a vector: every step is proved, and every component agrees with differences of the gradient.</summary>
public sealed class HessianVectorTests
{
    private const double Shift = 6e-6;

    private static readonly Network Small = Network.Create(1).Dense(2, Activation.Tanh).Dense(2, Activation.Sigmoid);

    private static Dictionary<string, Func<Model>> Models { get; } = new()
    {
        ["1-1-1"] = () => RandomNetwork.Tanh(1, 1, 1).Model,
        ["the example"] = () => Example.Read("hessian-vector").Model,
        ["2-3-3-1"] = () => RandomNetwork.Tanh(2, 3, 3, 1).Model,
        ["a parameter"] = () => Network.Create(1).Dense(2, RandomNetwork.Swish).Dense(1, Activation.Sigmoid).Model,
        ["relu"] = () => Network.Create(1).Dense(2, Activation.Relu).Dense(1, Activation.Elu).Model,
        ["softmax"] = () => Network.Create(1).Dense(2, Activation.Tanh).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find("cross-entropy")!).Model,
        ["a penalty"] = () => Small.WithPenalty(Penalty.L2).Model,
        ["equations"] = () => Learning(EquationModel.Parse(@"h_t = \tanh(u x_t + v h_{t-1}) (t = 1, 2)", @"p = \frac{1}{1 + e^{-c h_2}}", @"L = \frac12 (y - p)^2"), "u", "v", "c"),
        ["weights of equations"] = () => Learning(EquationModel.Parse(@"\alpha_i = \frac{e^{q k_i}}{\sum_{j=1}^{3} e^{q k_j}} (i = 1, 2, 3)", @"L = \sum_{i=1}^{3} \alpha_i^2 v_i"), "q", "v_2"),
        ["samples"] = () => Small.WithSamples(new Samples(3, Reduction.Mean)).Model,
    };

    private static Model Learning(EquationModel equations, params string[] names)
    {
        foreach (var given in equations.Given.Where(symbol => names.Contains(symbol.ToString())).ToList())
        {
            equations.Model.Learn(given);
        }

        return equations.Model;
    }

    public static TheoryData<string, DeltaConvention> Everything =>
    [
        .. from name in Models.Keys
           from convention in Enum.GetValues<DeltaConvention>()
           select new TheoryDataRow<string, DeltaConvention>(name, convention),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_component_is_proved_and_agrees_with_differences_of_the_gradient(string name, DeltaConvention convention)
    {
        var model = Models[name]();
        var builder = new DerivationBuilder(model, new DerivationOptions { Delta = convention });
        var known = new HashSet<Formula>();
        foreach (var parameter in model.Parameters.ToList())
        {
            var derivation = builder.DeriveAlongDirection(parameter.Symbol, known);
            Assert.All(Verification.Prove([.. derivation.Steps], builder.Meaning).SelectMany(verdicts => verdicts), verdict => Assert.True(verdict.Holds));

            Formula slope = D(L, parameter.Symbol);
            var told = derivation.Sections.Single(section => section.Kind == SectionKind.SecondDerivative).Steps.Single().Statement.Links[^1].Side;
            Assert.DoesNotContain(told.WithParts(), part => part == new Directional(slope));
            AssertDifference(builder.Meaning, builder.Meaning.Of(slope), builder.Meaning.Of(told));
        }
    }

    [Fact]
    public void What_changes_is_introduced_once_for_all_components()
    {
        var model = RandomNetwork.Tanh(2, 3, 3, 1).Model;
        var builder = new DerivationBuilder(model, new DerivationOptions());
        var known = new HashSet<Formula>();
        List<Formula> names = [.. model.Parameters.ToList().SelectMany(parameter => builder.DeriveAlongDirection(parameter.Symbol, known).Steps)
            .Where(step => step.Reason == Reason.ProductRule).SelectMany(step => step.Statement.Instances()).Select(instance => instance.First)];

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(3 * (3 + 3 + 1), names.Count); // z, a and δ of each unit
    }

    [Theory]
    [InlineData(@"\mathcal{R}\{z_1^{(1)}\} = x_1 \mathcal{R}\{w_{11}^{(1)}\} + \mathcal{R}\{b_1^{(1)}\}", true)]
    [InlineData(@"\mathcal{R}\{z_1^{(1)}\} = x_1 \mathcal{R}\{w_{11}^{(1)}\}", false)]
    [InlineData(@"\mathcal{R}\{a_1^{(2)}\} = f_2'(z_1^{(2)}) \mathcal{R}\{z_1^{(2)}\}", true)]
    [InlineData(@"\mathcal{R}\{a_1^{(2)}\} = f_2(z_1^{(2)}) \mathcal{R}\{z_1^{(2)}\}", false)]
    [InlineData(@"\mathcal{R}\{\mathbf{z}^{(1)}\} = \mathcal{R}\{\mathbf{W}^{(1)}\}^\top \mathbf{x} + \mathcal{R}\{\mathbf{b}^{(1)}\}", true)]
    [InlineData(@"\mathcal{R}\{\mathbf{z}^{(1)}\} = (\mathbf{W}^{(1)})^\top \mathbf{x} + \mathcal{R}\{\mathbf{b}^{(1)}\}", false)]
    public void A_claim_about_it_is_checked(string claim, bool holds)
    {
        var report = Small.Check(new SourceText("notes.md", $"${claim}$"), DocumentFormat.Markdown);

        Assert.Equal(holds, report.Formulas.Single().Relations.Single().Outcome is Outcome.Holds);
    }

    [Fact]
    public void Networks_are_asked_for_second_derivatives_and_components()
    {
        Assert.Contains(@"\frac{\partial^2 \text{loss}}{\partial w_{11}^{(1)} \, \partial b_1^{(2)}} &= {?}", Small.Derive(B(2, 1), W(1, 1, 1)).ToLatex(), StringComparison.Ordinal);
        Assert.Contains(@"\mathcal{R}\left\{ \frac{\partial \text{loss}}{\partial b_1^{(2)}} \right\} &= {?}", Small.HessianVector(B(2, 1)).ToLatex(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Small.Derive(W(1, 1, 1), A(1, 1)));
    }

    [Fact]
    public void Without_parameters_equations_have_no_direction()
    {
        var model = EquationModel.Parse("p = u v^2", "L = p^2 + u").Model;

        Assert.Throws<MeaninglessException>(() => new Meaning(model, DeltaConvention.ByActivation).Of(new Directional(L)));
        var refused = Assert.Throws<InvalidInputException>(() => EquationModel.Parse("p = u v^2", "L = p^2 + u").Derive(@"\mathcal{R}\{\frac{\partial L}{\partial u}\}"));
        Assert.Equal(
            """
            question:1:1: error: nothing says which quantities are the parameters that R moves
              1 | \mathcal{R}\{\frac{\partial L}{\partial u}\}
                | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              hint: add them to the file, such as 'parameters: [u, v]'
            """,
            refused.Diagnostics[0].Render());
    }

    // (g(p + εv) − g(p − εv)) / 2ε at a random point, in a random direction.
    private static void AssertDifference(Meaning meaning, Expr slope, Expr component)
    {
        var random = new Random(7);
        double Draw() => 0.2 + (0.6 * random.NextDouble());
        var model = meaning.Model;
        var point = model.Variables.Where(variable => variable.Node.Definition is null).ToDictionary(variable => variable.Node, _ => Draw());
        var direction = model.Parameters.ToDictionary(parameter => parameter.Node, _ => Draw());
        var components = model.Parameters.ToDictionary(parameter => meaning.Of(new Directional(parameter.Symbol)), parameter => direction[parameter.Node]);
        double SlopeAt(double shift) => slope.Evaluate(variable => point[variable] + (shift * direction.GetValueOrDefault(variable)));

        var value = component.Evaluate(variable => components.TryGetValue(variable, out var drawn) ? drawn : point[variable]);
        var difference = (SlopeAt(Shift) - SlopeAt(-Shift)) / (2 * Shift);
        Assert.InRange(Math.Abs(value - difference) / Math.Max(1, Math.Abs(value)), 0, 1e-6);
    }
}
