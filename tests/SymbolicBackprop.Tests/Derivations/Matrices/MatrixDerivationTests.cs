using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Models.Matrices;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations.Matrices;

public sealed class MatrixDerivationTests
{
    // Only ∂loss/∂z has a form over all samples.
    private const string BySumsOnly = "batch, softmax";

    private static readonly Dictionary<string, Network> Networks = new(StringComparer.Ordinal)
    {
        ["deep"] = RandomNetwork.Tanh(2, 3, 1, 2),
        ["one output"] = RandomNetwork.Tanh(3, 2, 1),
        ["chain"] = RandomNetwork.Tanh(1, 1, 1),
        ["softmax"] = Network.Create(2).Dense(3, Activation.Relu).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find("cross-entropy")!),
        ["sigmoid"] = Network.Create(2).Dense(2, Activation.Sigmoid).WithLoss(Loss.Find("binary-cross-entropy")!),
        ["batch"] = RandomNetwork.Tanh(2, 3, 2).WithSamples(new Samples(3, Reduction.Mean)),
        ["batch of one unit"] = RandomNetwork.Tanh(1, 1, 1).WithSamples(new Samples(2, Reduction.Mean)),
        ["batch, penalty"] = RandomNetwork.Tanh(2, 2, 1).WithPenalty(Penalty.L2).WithSamples(new Samples(2, Reduction.Mean)),
        [BySumsOnly] = Network.Create(2).Dense(2, Activation.Relu).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find("cross-entropy")!).WithSamples(new Samples(2, Reduction.Mean)),
        ["penalty"] = RandomNetwork.Tanh(2, 3, 2).WithPenalty(Penalty.L2),
    };

    public static MatrixTheoryData<string, DeltaConvention, bool, bool> Cases => new(
        Networks.Keys.Except([BySumsOnly]), Enum.GetValues<DeltaConvention>(), [false, true], [false, true]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_agrees_entry_by_entry_with_the_derivations_of_single_quantities(string name, DeltaConvention convention, bool areVectorsRows, bool isWeightToFrom)
    {
        Compare(Networks[name], convention, new(areVectorsRows, isWeightToFrom));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Softmax_over_several_samples_agrees_where_delta_is_the_derivative_by_the_sums(bool areVectorsRows) =>
        Compare(Networks[BySumsOnly], DeltaConvention.ByPreActivation, new(areVectorsRows, IsWeightToFrom: true));

    private static void Compare(Network network, DeltaConvention convention, MatrixLayout layout)
    {
        var builder = new DerivationBuilder(network.Model, new DerivationOptions { Delta = convention, Layout = layout });
        var matrices = new MatrixMeaning(builder.Meaning);
        foreach (var target in Targets(network))
        {
            var derivation = builder.Derive(target);
            Verification.Prove([.. derivation.Steps], builder.Meaning);

            var gradient = derivation.Sections.Single(section => section.Kind == SectionKind.ChainRule).Steps[0].Statement.Links[0].Side;
            var entries = matrices.Of(gradient).Entries.Zip(matrices.QuantitiesOf(target)).ToList();
            Assert.NotEmpty(entries);
            Assert.All(
                Identity.CompareAll([.. entries.Select(entry => (entry.First, Scalar(builder, entry.Second)))]),
                verdict => Assert.True(verdict.Holds, $"{target}: {verdict}"));
        }
    }

    [Fact]
    public void The_recursion_is_nielsens()
    {
        var derivation = Derive("deep", Symbol.Whole(Role.Weight, 1), DeltaConvention.ByPreActivation, isWeightToFrom: true);

        var recursion = derivation.Steps.Single(step => step.Statement.First == Whole(Role.Delta, 1)).Statement;
        Assert.Equal(
            new Hadamard([Product(new Transpose(Whole(Role.Weight, 2)), Whole(Role.Delta, 2)), Prime(F(1, Whole(Role.PreActivation, 1)))]),
            recursion.Links[0].Side);
    }

    [Theory]
    [InlineData("softmax", true)]
    [InlineData("sigmoid", false)]
    public void The_signal_of_the_outputs_collapses(string name, bool hasCondition)
    {
        var derivation = Derive(name, Symbol.Whole(Role.Weight, Networks[name].Layers.Count), DeltaConvention.ByPreActivation, isWeightToFrom: true);

        var collapsed = derivation.Steps.Single(step => step.Reason == Reason.ClosedForm);
        Assert.Equal(Whole(Role.Prediction) - Whole(Role.Target), collapsed.Statement.Links[0].Side);
        Assert.Equal(hasCondition, collapsed.Given is not null);
    }

    [Fact]
    public void A_penalty_adds_its_own_matrix()
    {
        var derivation = Derive("penalty", Symbol.Whole(Role.Weight, 2), DeltaConvention.ByActivation, isWeightToFrom: false);

        Assert.Equal(Formula.ProductOf(Penalty.Strength, Whole(Role.Weight, 2)), derivation.Sections[^1].Steps[1].Statement.Links[0].Side);
    }

    [Fact]
    public void Shapes_stand_under_the_quantities_of_the_definitions()
    {
        var derivation = Derive("deep", Symbol.Whole(Role.Weight, 1), DeltaConvention.ByPreActivation, isWeightToFrom: true);

        var labels = derivation.Sections[0].Steps[0].Statement.Sides.SelectMany(side => side.WithParts()).OfType<Underbrace>().Select(brace => brace.Label);
        Assert.Equal([new Dimensions(3, 1), new Dimensions(3, 2), new Dimensions(2, 1), new Dimensions(3, 1)], labels);
    }

    [Fact]
    public void Samples_stand_side_by_side_and_are_added_up_by_products()
    {
        var columns = Derive("batch", Symbol.Whole(Role.Bias, 2), DeltaConvention.ByPreActivation, isWeightToFrom: true);
        var rows = new DerivationBuilder(Networks["batch"].Model, new DerivationOptions { Delta = DeltaConvention.ByPreActivation, Layout = new(true, true) }).Derive(Symbol.Whole(Role.Bias, 2));

        Assert.Equal("db = Δ 1", $"db = {Text(columns)}");
        Assert.Equal("db = 1ᵀ Δ", $"db = {Text(rows)}");
    }

    private static string Text(Derivation derivation) => Plain(derivation.Steps.Last().Statement.Links[0].Side);

    private static string Plain(Formula formula) => formula switch
    {
        Underbrace brace => Plain(brace.Body),
        Transpose transpose => Plain(transpose.Body) + "ᵀ",
        Product product => string.Join(" ", product.Factors.Select(Plain)),
        _ when formula == Symbol.Ones => "1",
        _ => formula == Symbol.Whole(Role.Delta, 2, isBatch: true) ? "Δ" : "?",
    };

    private static Derivation Derive(string name, Symbol target, DeltaConvention convention, bool isWeightToFrom) =>
        new DerivationBuilder(Networks[name].Model, new DerivationOptions { Delta = convention, Layout = new(false, isWeightToFrom) }).Derive(target);

    private static IEnumerable<Symbol> Targets(Network network) =>
        Enumerable.Range(1, network.Layers.Count)
            .SelectMany(l => (Role[])[Role.Weight, Role.Bias, Role.PreActivation, Role.Activation], (l, role) => Symbol.Whole(role, l, IsBatch(network)))
            .Append(Symbol.Whole(Role.Input, layer: null, IsBatch(network)));

    private static bool IsBatch(Network network) => network.Samples.Count > 1;

    // What the derivation of one quantity ends with.
    private static Expr Scalar(DerivationBuilder builder, Symbol quantity)
    {
        var derivation = builder.Derive(quantity);
        var meaning = builder.Meaning.With(derivation.Paths);
        return meaning.Of(derivation.Steps.Last(step => step.Statement.First == derivation.Question.First).Statement.Sides.Last());
    }
}
