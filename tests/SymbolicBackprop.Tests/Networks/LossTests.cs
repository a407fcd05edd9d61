using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Tests.Networks;

/// <summary>Every loss of the list, every penalty and softmax, through whole derivations.</summary>
public sealed class LossTests
{
    public static TheoryData<string, int, DeltaConvention> EveryLoss =>
    [
        .. from loss in Loss.All
           from outputs in new[] { 1, 3, 5 }
           from convention in Enum.GetValues<DeltaConvention>()
           select new TheoryDataRow<string, int, DeltaConvention>(loss.Name, outputs, convention),
    ];

    [Theory]
    [MemberData(nameof(EveryLoss))]
    public void Every_step_of_every_derivation_with_a_loss_is_proved_and_agrees_with_finite_differences(string loss, int outputs, DeltaConvention convention)
    {
        var network = Network.Create(2).Dense(2, Activation.Tanh).Dense(outputs, Activation.Sigmoid).WithLoss(Loss.Find(loss)!);

        AssertRight(network, convention);
    }

    [Theory]
    [InlineData("cross-entropy", "l1")]
    [InlineData("cross-entropy", "l2")]
    [InlineData("negative-log-likelihood", null)]
    [InlineData("squared", "l2")]
    public void Softmax_and_penalties_are_proved_too(string loss, string? penalty)
    {
        var network = Network.Create(2).Dense(2, Activation.Tanh).Dense(3, VectorActivation.Softmax)
            .WithLoss(Loss.Find(loss)!)
            .WithPenalty(Penalty.All.FirstOrDefault(each => each.Name == penalty));

        Assert.All(Enum.GetValues<DeltaConvention>(), convention => AssertRight(network, convention));
    }

    [Theory]
    [InlineData(Reduction.Mean, "squared", "sigmoid")]
    [InlineData(Reduction.Sum, "binary-cross-entropy", "sigmoid")]
    [InlineData(Reduction.Mean, "cross-entropy", "softmax")]
    public void Several_samples_are_proved_too(Reduction reduction, string loss, string activation)
    {
        IActivation last = VectorActivation.Find(activation) as IActivation ?? Activation.Find(activation)!;
        var network = Network.Create(2).Dense(2, Activation.Tanh).Dense(3, last).WithLoss(Loss.Find(loss)!).WithPenalty(Penalty.L2).WithSamples(new Samples(3, reduction));

        Assert.All(Enum.GetValues<DeltaConvention>(), convention => AssertRight(network, convention));
    }

    [Fact]
    public void A_parameter_gets_one_term_a_sample_and_the_samples_share_it()
    {
        var model = Network.Create(1).Dense(1, Activation.Sigmoid).WithLoss(Loss.BinaryCrossEntropy).WithSamples(new Samples(3, Reduction.Mean)).Model;
        var steps = new DerivationBuilder(model, new DerivationOptions { Delta = DeltaConvention.ByPreActivation }).Derive(Symbol.Weight(1, 1, 1)).Steps.Select(step => Written(step.Statement)).ToList();

        Assert.Single(model.Variables, variable => variable.Symbol.Role == Role.Weight);
        Assert.Contains(@"\frac{\partial \text{loss}}{\partial w_{11}^{(1)}} = \sum_{s=1}^3 \delta_1^{(1)(s)} x_1^{(s)}", steps);
        Assert.Contains(@"\delta_1^{(1)(s)} = \frac{1}{3} [\hat{y}^{(s)} - y^{(s)}] \qquad (s = 1, 2, 3)", steps);
    }

    [Fact]
    public void A_name_is_found_and_no_two_losses_share_one()
    {
        var names = Loss.All.SelectMany(loss => loss.Aliases.Append(loss.Name)).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.Contains(Loss.All, loss => loss == Loss.Find(name.ToUpperInvariant())));
        Assert.Null(Loss.Find("nothing"));
    }

    [Theory]
    [InlineData("binary-cross-entropy", @"\hat{y} - y")]
    [InlineData("squared", null)]
    [InlineData("hinge", null)]
    public void Sigmoid_collapses_with_the_loss_that_fits(string loss, string? form) =>
        Assert.Equal(form, Collapsed(Network.Create(1).Dense(1, Activation.Sigmoid).WithLoss(Loss.Find(loss)!), 1));

    [Theory]
    [InlineData("cross-entropy", 1, @"\hat{y}_1 - y_1")]
    [InlineData("cross-entropy", 3, @"\hat{y}_3 - y_3")]
    [InlineData("squared", 3, null)]
    public void Softmax_collapses_with_the_loss_that_fits(string loss, int unit, string? form) =>
        Assert.Equal(form, Collapsed(Network.Create(1).Dense(3, VectorActivation.Softmax).WithLoss(Loss.Find(loss)!), unit));

    [Fact]
    public void The_collapse_of_softmax_says_what_it_needs()
    {
        var model = Network.Create(1).Dense(3, VectorActivation.Softmax).WithLoss(Loss.CrossEntropy).Model;
        var builder = new DerivationBuilder(model, new DerivationOptions { Delta = DeltaConvention.ByPreActivation });
        var steps = builder.Derive(Symbol.Weight(1, 1, 2)).Steps.ToList();

        var collapsed = Assert.Single(steps, step => step.Given is not null);
        Assert.Equal(@"\sum_{k=1}^3 y_k = 1", Written(collapsed.Given!));
        Assert.Equal(@"\delta_2^{(1)} = \hat{y}_2 - y_2", Written(collapsed.Statement));

        // Without what it needs it does not hold.
        Assert.Throws<InvalidOperationException>(() => Verification.Prove([collapsed with { Given = null }], builder.Meaning));
    }

    [Fact]
    public void The_way_to_the_collapsed_signal_is_told()
    {
        var model = Network.Create(1).Dense(3, VectorActivation.Softmax).WithLoss(Loss.CrossEntropy).Model;
        var steps = new DerivationBuilder(model, new DerivationOptions { Delta = DeltaConvention.ByPreActivation }).Derive(Symbol.Weight(1, 1, 2)).Steps;

        Assert.Contains(
            @"\delta_2^{(1)} = \sum_{k=1}^3 \left[ -\frac{y_k}{\hat{y}_k} \hat{y}_k (\mathbf{1}\{k = 2\} - \hat{y}_2) \right] = \sum_{k=1}^3 [-y_k (\mathbf{1}\{k = 2\} - \hat{y}_2)] = -y_2 + \hat{y}_2 \sum_{k=1}^3 y_k",
            steps.Select(step => Written(step.Statement).Replace(@"\, ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_Jacobian_of_softmax_is_found_in_its_own_values()
    {
        var form = VectorActivation.Softmax.Jacobian!;
        static Formula Name(Expr quantity) => Symbol.Named(quantity.Name switch { "value" => "f", "other" => "g", _ => "e" });

        Assert.Equal([@"f (1 - f)", "-f g", "f (e - g)"], new[] { form.Same, form.Different, form.Both }.Select(each => Plain(each.ToFormula(Name))));
    }

    private static string Plain(Formula formula) => new PlainTextWriter(Notation.Parentheses).Write(formula).Replace('−', '-');

    private static string? Collapsed(Network network, int unit) =>
        new OutputCollapse(network.Model, Symbol.Loss).Find(network.Model[Symbol.PreActivation(1, unit)]) is var (form, _) ? new LatexWriter(Notation.Parentheses).Write(form) : null;

    private static string Written(Statement statement) => new LatexWriter(Notation.Parentheses).Write(statement);

    private static void AssertRight(Network network, DeltaConvention convention)
    {
        var builder = new DerivationBuilder(network.Model, new DerivationOptions { Delta = convention });
        foreach (var parameter in Example.Parameters(network.Model))
        {
            var derivation = builder.Derive(parameter.Symbol);
            var verdicts = Verification.Prove([.. derivation.Steps], builder.Meaning.With(derivation.Paths));

            Assert.All(verdicts.SelectMany(each => each), verdict => Assert.True(verdict.Holds));
        }

        Assert.InRange(FiniteDifferences.LargestError(network.Model, [.. Example.Parameters(network.Model)]), double.Epsilon, 1e-6);
    }
}
