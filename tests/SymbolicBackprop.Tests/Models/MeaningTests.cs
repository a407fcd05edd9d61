using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Networks;
using static SymbolicBackprop.Tests.Formulas.Quantities;
using Index = SymbolicBackprop.Formulas.Index;

namespace SymbolicBackprop.Tests.Models;

public sealed class MeaningTests
{
    private static readonly Formula FreeArgument = Meaning.FreeArgument;

    private readonly Model model = Network.Create(2).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid).Model;

    private ExprGraph Graph => model.Graph;

    [Fact]
    public void Arithmetic_means_what_it_says()
    {
        var (x, y) = (model[X(1)].Node, model[X(2)].Node);

        Assert.Equal(Graph.Number(new Rational(1, 4)), Of(Number(1, 4)));
        Assert.Equal(x, Of(X(1)));
        Assert.Equal(-x, Of(-X(1)));
        Assert.Equal(x + y - 1, Of(Sum(X(1), X(2), -Number(1))));
        Assert.Equal(2 * x * y, Of(Product(Number(2), X(1), X(2))));
        Assert.Equal(x / y, Of(new Fraction(X(1), X(2))));
        Assert.Equal(x.Pow(3), Of(new Power(X(1), Number(3))));
        Assert.Equal(x.Pow(-2), Of(new Power(X(1), -Number(2))));
        Assert.Equal(x.Pow(new Rational(-2, 3)), Of(new Power(X(1), -new Fraction(Number(2), Number(3)))));
        Assert.Equal(x, Of(new Underbrace(X(1), X(2))));
    }

    [Fact]
    public void A_sum_sign_adds_up_its_instances()
    {
        var i = Index.Of("i");
        Formula Sum(Index from, Index to) => new Summation("i", from, to, Product(W(1, i, 2), X(i)));

        Assert.Equal((model[W(1, 1, 2)].Node * model[X(1)].Node) + (model[W(1, 2, 2)].Node * model[X(2)].Node), Of(Sum(1, 2)));
        Assert.Equal(model[W(1, 2, 2)].Node * model[X(2)].Node, Of(Sum(2, 2)));
        Assert.Equal(Graph.Zero, Of(Sum(2, 1)));
        Assert.Equal(3 * model[X(1)].Node, Of(new Summation("i", 1, 3, X(1))));
        Assert.Equal(model[X(1)].Node + (2 * model[X(2)].Node), Of(new Summation("j", 1, 2, new Summation("i", J, 2, X(i)))));
    }

    [Fact]
    public void Cases_mean_the_formula_whose_condition_holds()
    {
        var cases = new Cases(
        [
            new Branch(-X(2), new Condition(X(1)) { High = -Number(1) }),
            new Branch(Number(7), new Condition(X(1)) { Low = -Number(1), IncludesLow = true, High = Number(2), IncludesHigh = true }),
            new Branch(X(2), null),
        ]);

        Assert.Equal([-5.0, 7, 7, 7, 5], [ValueAt(-1.5), ValueAt(-1), ValueAt(0), ValueAt(2), ValueAt(2.5)]);
        Assert.Equal([0.0, 1], [ValueOf(new Condition(X(1)) { Low = Number(2) }, 2), ValueOf(new Condition(X(1)) { Low = Number(2), IncludesLow = true }, 2)]);

        double ValueAt(double x) => Of(cases).Evaluate(variable => variable == model[X(1)].Node ? x : 5);
        double ValueOf(Condition condition, double x) => Of(new Cases([new Branch(Number(1), condition)])).Evaluate(_ => x);
    }

    [Fact]
    public void Functions_of_layers_and_of_mathematics_are_applied()
    {
        var z = model[Z(2, 1)].Node;

        Assert.Equal(Activation.Sigmoid.Of(z), Of(F(2, Z(2, 1))));
        Assert.Equal(Activation.Tanh.Of(z), Of(F(1, Z(2, 1))));
        Assert.Equal(StandardFunctions.Exp.Of(-z), Of(Exp(-Z(2, 1))));
        Assert.Equal(Activation.Tanh.Of(z), Of(Call.Of("tanh", Z(2, 1))));
        Assert.Equal(StandardFunctions.Max.Of(z, Graph.One), Of(new Call(new FunctionSymbol("max", null), 0, [Z(2, 1), Number(1)])));
    }

    [Fact]
    public void A_function_without_argument_stands_for_itself()
    {
        var z = Of(FreeArgument);

        Assert.Equal(Activation.Tanh.Of(z), Of(F(1)));
        AssertSame(Prime(F(1)), Sum(Number(1), -new Power(F(1), Number(2))));
        AssertSame(Prime(F(2)), Product(F(2, FreeArgument), Sum(Number(1), -F(2, FreeArgument))));
    }

    [Fact]
    public void A_letter_of_the_model_is_no_learning_rate()
    {
        var alpha = Symbol.Named(@"\alpha");
        var own = new Model();
        own.Name(FunctionSymbol.OfLayer(1), new Activation("scaled", z => z.Graph.Variable(@"\alpha") * z));

        Assert.Equal(own[alpha].Node, new Meaning(own, DeltaConvention.ByActivation).Of(Prime(F(1))));
        Assert.Equal(own[alpha].Node, new Meaning(own, DeltaConvention.ByActivation).Of(alpha));
        Assert.NotEqual(Graph.Variable(@"\alpha"), Of(alpha));
    }

    [Fact]
    public void A_prime_differentiates_by_the_argument_whatever_that_is()
    {
        AssertSame(Prime(F(1, Z(1, 1))), Sum(Number(1), -new Power(A(1, 1), Number(2))));
        AssertSame(Prime(F(1, Number(0))), Number(1));
        AssertSame(Prime(F(1, Product(Number(2), X(1)))), Sum(Number(1), -new Power(F(1, Product(Number(2), X(1))), Number(2))));
        AssertSame(Prime(F(1, FreeArgument)), Prime(F(1)));
        AssertSame(Prime(Prime(F(1, X(1)))), -Product(Number(2), F(1, X(1)), Prime(F(1, X(1)))));
        AssertSame(Prime(Prime(F(1, FreeArgument))), Prime(Prime(F(1))));
        Assert.Equal(StandardFunctions.Exp.Of(model[X(1)].Node), Of(Prime(Call.Of("exp", X(1)))));
    }

    [Fact]
    public void A_derivative_goes_through_everything_between_the_two()
    {
        var gradient = Gradient.Of(model[L].Node);

        Assert.Equal(gradient[model[W(1, 1, 2)].Node], Of(D(L, W(1, 1, 2))));
        Assert.Equal(gradient[model[Prediction].Node], Of(D(L, Prediction)));
        Assert.Equal(Graph.One, Of(D(Prediction, A(2, 1))));
        Assert.Equal(Graph.Zero, Of(D(Z(1, 1), W(1, 1, 2))));
        Assert.Equal(Graph.Zero, Of(D(X(1), X(2))));
        AssertSame(D(L, Target), Product(Number(2), Sum(Target, -Prediction)));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(500)]
    public void The_factors_of_a_path_take_a_little_room_each_however_deep_they_lie(int layers)
    {
        var deep = RandomNetwork.Tanh([.. Enumerable.Repeat(1, layers + 1)]).Model;
        var meaning = new Meaning(deep, DeltaConvention.ByActivation);
        var (nodes, bytes) = (deep.Graph.Count, GC.GetAllocatedBytesForCurrentThread());

        for (var l = 2; l <= layers; l++)
        {
            meaning.Of(D(A(l, 1), Z(l, 1)));
            meaning.Of(D(Z(l, 1), A(l - 1, 1)));
        }

        Assert.InRange(deep.Graph.Count - nodes, layers, 10 * layers);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - bytes, 0, 12_000L * layers);
    }

    [Fact]
    public void The_error_signal_is_a_derivative_by_convention()
    {
        var byPreActivation = new Meaning(model, DeltaConvention.ByPreActivation);

        Assert.Equal(Of(D(L, A(1, 2))), Of(Delta(1, 2)));
        Assert.Equal(Of(D(L, Z(1, 2))), byPreActivation.Of(Delta(1, 2)));
        Assert.NotEqual(Of(Delta(1, 2)), byPreActivation.Of(Delta(1, 2)));
    }

    [Fact]
    public void A_partial_derivative_holds_all_but_one_quantity_fixed()
    {
        var meaning = new Meaning(model, DeltaConvention.ByActivation);

        Assert.Equal(model[W(2, 1, 1)].Node, meaning.Partial(model[Z(2, 1)], model[A(1, 1)]));
        Assert.Equal(Graph.Zero, meaning.Partial(model[Z(2, 1)], model[X(1)]));
        Assert.Equal(Of(D(L, Prediction)), meaning.Partial(model[L], model[A(2, 1)]));
    }

    [Fact]
    public void A_partial_derivative_adds_up_a_quantity_and_its_other_names()
    {
        var own = new Model();
        var p = own.Add(P);
        var q = own.Define(Q, p.Node, () => P);
        var r = own.Define(R, q.Node, () => Q);
        var loss = own.Define(L, p.Node + (2 * q.Node) + (3 * r.Node), () => P);

        Assert.Equal(own.Graph.Number(6), new Meaning(own, DeltaConvention.ByActivation).Partial(loss, p));
    }

    [Theory]
    [MemberData(nameof(NetworkTests.Seeds), MemberType = typeof(NetworkTests))]
    public void The_shares_of_all_paths_add_up_to_the_whole(int seed)
    {
        var network = RandomNetwork.Of(seed);
        var dependencies = new Dependencies(network.Model);
        var claims = new List<(Expr, Expr)>();
        foreach (var variable in network.Model.Variables.Where(variable => variable.Symbol != L))
        {
            var paths = dependencies.PathsBetween(network.Model[L], variable);
            var meaning = new Meaning(network.Model, DeltaConvention.ByActivation, paths);
            var whole = D(L, dependencies.Resolve(variable).Symbol);
            claims.Add((meaning.Of(whole), meaning.Of(Formula.SumOf(paths.Select((_, i) => new PathShare(whole, i + 1))))));
        }

        Assert.All(Identity.CompareAll([.. claims]), verdict => Assert.True(verdict.Holds, $"{RandomNetwork.Describe(network)}: {verdict}"));
    }

    [Fact]
    public void A_share_of_an_error_signal_ends_where_the_signal_does()
    {
        var deep = RandomNetwork.Tanh(1, 1, 2, 1).Model;
        var paths = new Dependencies(deep).PathsBetween(deep[L], deep[X(1)]);
        var meaning = new Meaning(deep, DeltaConvention.ByActivation, paths);

        Assert.Equal(2, paths.Count);
        Assert.True(Identity.Compare(
            meaning.Of(new PathShare(Delta(1, 1), 2)),
            meaning.Of(Product(Delta(3, 1), Prime(F(3, Z(3, 1))), W(3, 2, 1), Prime(F(2, Z(2, 2))), W(2, 1, 2)))).Holds);
    }

    private void AssertSame(Formula left, Formula right) => Assert.True(Identity.Compare(Of(left), Of(right)).Holds);

    private Expr Of(Formula formula) => new Meaning(model, DeltaConvention.ByActivation).Of(formula);
}
