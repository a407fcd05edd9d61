using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>How much of a derivation is told.</summary>
public sealed class DetailTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_result_stands_alone_where_everything_can_be_put_in(int units)
    {
        var builder = new DerivationBuilder(RandomNetwork.Tanh(2, units, 1).Model, new DerivationOptions());
        var steps = builder.Derive(X(1));
        var result = builder.Derive(X(1), detail: Detail.Result);

        Assert.Equal([SectionKind.Result], result.Sections.Select(section => section.Kind));
        Assert.Equal(steps.Steps.Last(), Assert.Single(result.Steps));
    }

    [Fact]
    public void Where_paths_are_too_many_the_result_has_all_signals_that_it_is_made_of()
    {
        var result = new DerivationBuilder(RandomNetwork.Tanh(2, 3, 3, 3, 1).Model, new DerivationOptions()).Derive(X(1), detail: Detail.Result);

        Assert.Equal([SectionKind.ErrorSignals, SectionKind.ChainRule], result.Sections.Select(section => section.Kind));
        var known = new HashSet<Formula>();
        foreach (var instance in result.Steps.SelectMany(step => step.Statement.Instances()))
        {
            var right = instance.Links[0].Side;
            var used = right is Summation sum ? Enumerable.Range(1, 3).Select(k => sum.Body.Bind(sum.Letter, k)) : [right];
            Assert.All(used.SelectMany(side => side.WithParts()).Where(part => part is Symbol { Role: Role.Delta }), signal => Assert.Contains(signal, known));
            known.Add(instance.First);
        }

        Assert.Equal(1 + 3 + 3 + 3 + 1, known.Count);
    }

    [Theory]
    [InlineData(DeltaConvention.ByActivation, 1, 1)]
    [InlineData(DeltaConvention.ByPreActivation, 2, 2, 1)]
    [InlineData(DeltaConvention.ByActivation, 2, 3, 3, 1)]
    [InlineData(DeltaConvention.ByPreActivation, 6, 6, 2, 1)]
    public void In_full_every_factor_of_every_path_is_worked_out_once(DeltaConvention convention, params int[] widths)
    {
        var model = RandomNetwork.Tanh(widths).Model;
        var (builder, dependencies) = (new DerivationBuilder(model, new DerivationOptions { Delta = convention }), new Dependencies(model));
        foreach (var variable in model.Variables.Where(variable => variable.Symbol.Role is Role.Weight or Role.Bias or Role.Input))
        {
            var derivation = builder.Derive(variable.Symbol, detail: Detail.Full);
            Assert.NotEmpty(Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths)));

            var factors = dependencies.PathsBetween(model[L], variable)
                .SelectMany(path => path.Nodes.Zip(path.Nodes.Skip(1), (of, by) => (Formula)D(of.Symbol, by.Symbol)));
            var told = FactorsOf(derivation).SelectMany(step => step.Statement.Instances()).Select(instance => instance.First).ToList();
            Assert.Equal(told.Count, told.Distinct().Count());
            Assert.Equal(factors.ToHashSet(), [.. told]);
        }
    }

    [Fact]
    public void A_factor_is_worked_out_rule_by_rule()
    {
        var derivation = new DerivationBuilder(RandomNetwork.Tanh(5, 1).Model, new DerivationOptions()).Derive(W(1, 4, 1), detail: Detail.Full);
        var bias = new DerivationBuilder(RandomNetwork.Tanh(1, 1).Model, new DerivationOptions()).Derive(B(1, 1), detail: Detail.Full);
        var (error, a, z, w) = (Sum(Target, -Prediction), A(1, 1), Z(1, 1), W(1, 4, 1));

        Assert.Equal(
            [
                Statement.Equality(
                    D(L, a),
                    D(new Power(error, Number(2)), a),
                    Product(Number(2), error, D(error, a)),
                    Product(Number(2), error, -Number(1)),
                    -Product(Number(2), error)),
                Statement.Equality(D(a, z), D(F(1, z), z), Prime(F(1, z))),
                Statement.Equality(D(z, w), D(Product(w, X(4)), w), X(4)), // the sum is set with Σ
            ],
            FactorsOf(derivation).Select(step => step.Statement));
        Assert.Equal(Statement.Equality(D(z, B(1, 1)), Number(1)), FactorsOf(bias).Last().Statement);
    }

    // Composing proves every equality, or throws.
    [Theory]
    [MemberData(nameof(Losses))]
    public void In_full_the_factors_of_every_loss_are_right(string name)
    {
        foreach (var outputs in new[] { 1, 2, 5 })
        {
            foreach (var penalty in new[] { null, Penalty.L1, Penalty.L2 })
            {
                var network = Network.Create(2).Dense(5, Activation.Tanh).Dense(outputs, Activation.Sigmoid).WithLoss(Loss.All.Single(loss => loss.Name == name));
                var sheet = SheetComposer.Compose(new SheetFile
                {
                    Network = network.WithPenalty(penalty),
                    Pictures = false,
                    Questions = [.. new[] { W(2, 4, 1), B(1, 1) }.Select(target => new Question(target, Notation.Parentheses) { Detail = Detail.Full })],
                });

                Assert.Contains(sheet.Blocks.OfType<Equations>().SelectMany(block => block.Items), equation => equation.Statement.First is Derivative { Of: Symbol { Role: Role.Loss or Role.DataLoss }, By: Symbol { Role: Role.Activation } });
            }
        }
    }

    public static TheoryData<string> Losses => [.. Loss.All.Select(loss => loss.Name)];

    [Fact]
    public void The_factors_between_wide_layers_are_told_at_once()
    {
        var derivation = new DerivationBuilder(RandomNetwork.Tanh(6, 6, 6, 1).Model, new DerivationOptions()).Derive(X(1), detail: Detail.Full);
        var between = Assert.Single(FactorsOf(derivation), step => step.Statement.First == D(Z(2, K), A(1, J)));

        Assert.Equal(new IndexRange("k", 1, 6) { And = new IndexRange("j", 1, 6) }, between.Statement.Range);
        Assert.Equal(36, between.Statement.Instances().Count());
        Assert.Equal(1 + 3 + 3, FactorsOf(derivation).Count()); // of the loss, the activations and the sums
    }

    [Fact]
    public void What_is_recalled_was_introduced_by_the_equation_whatever_the_details_before_it()
    {
        var network = RandomNetwork.Tanh(2, 2, 2, 1);
        Symbol[] targets = [W(3, 1, 1), B(2, 1), W(1, 1, 2), X(1)];
        foreach (var details in Enumerable.Range(0, 81).Select(code => targets.Select((_, i) => (Detail)(code / (int)Math.Pow(3, i) % 3))))
        {
            AssertRecallsRightly(network, [.. targets.Zip(details, (target, detail) => new Question(target, Notation.Parentheses) { Detail = detail })]);
        }
    }

    private static void AssertRecallsRightly(Network network, IEnumerable<Question> questions)
    {
        var introduced = new Dictionary<int, List<Formula>>();
        foreach (var block in SheetComposer.Compose(new SheetFile { Network = network, MaxPaths = 3, Marks = false, Questions = [.. questions] }).Blocks)
        {
            foreach (var equation in (block as Equations)?.Items ?? [])
            {
                introduced.Add(equation.Number, [.. equation.Statement.Instances().Select(instance => instance.First)]);
            }

            var parts = (block as Paragraph)?.Text.Parts ?? [];
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i] is EquationReference reference)
                {
                    Assert.Contains(Assert.IsType<InlineMath>(parts[i - 2]).Statement.First, introduced[reference.Equation]);
                }
            }
        }
    }

    private static IEnumerable<Step> FactorsOf(Derivation derivation) => derivation.Sections
        .Where(section => section.Kind is SectionKind.LossFactors or SectionKind.ActivationFactors or SectionKind.SumFactors)
        .SelectMany(section => section.Steps);
}
