using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Tests.Expressions;

namespace SymbolicBackprop.Tests.Calculus;

/// <summary>Independent ways to one derivative, on random expressions.</summary>
public class DerivativeAgreementTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Reverse_and_forward_sweeps_agree() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        var gradient = Gradient.Of(built.Root);
        foreach (var variable in built.Variables.Concat(built.Named))
        {
            var (reverse, forward) = (At(built, gradient[variable]), At(built, built.Root.Derivative(variable)));
            Assert.True(AreClose(reverse, forward, Tolerance), $"by {variable}: reverse {reverse:R}, forward {forward:R}");
        }
    });

    [Fact]
    public void Both_agree_with_finite_differences()
    {
        var (compared, vague) = (0, 0);
        RandomExpression.Recipes.Holds(recipe =>
        {
            var built = recipe.Build();
            var gradient = Gradient.Of(built.Root);
            foreach (var variable in built.Variables)
            {
                var (slope, error) = FiniteDifferences.Derivative(
                    x => built.Root.Evaluate(v => v == variable ? x : built.ValueOf(v)),
                    built.ValueOf(variable),
                    step: 1e-3);
                var exact = At(built, gradient[variable]);
                Assert.True(Math.Abs(exact - slope) <= (1e-6 * (1 + Math.Abs(exact))) + (20 * error), $"by {variable}: {exact:R}, differences {slope:R} ± {error:R}");
                compared++;
                vague += error > 1e-5 * (1 + Math.Abs(exact)) ? 1 : 0;
            }
        });

        // Where the differences say little, little is tested.
        Assert.InRange(vague, 0, compared / 20);
    }

    [Fact]
    public void The_derivative_by_a_named_quantity_is_that_by_an_independent_one_in_its_place() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        var gradient = Gradient.Of(built.Root);
        foreach (var variable in built.Named)
        {
            var cut = recipe.Build(cut: variable.Name);
            var expected = At(cut, Gradient.Of(cut.Root)[cut.Root.Graph.Variable(variable.Name)]);
            var actual = At(built, gradient[variable]);
            Assert.True(AreClose(expected, actual, Tolerance), $"by {variable}: {expected:R} when independent, {actual:R}");
        }
    });

    [Fact]
    public void Total_derivatives_are_chains_of_partial_ones() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        var (total, partial) = (Gradient.Of(built.Root), Gradient.Of(built.Root, throughDefinitions: false));
        foreach (var variable in built.Variables)
        {
            var graph = built.Root.Graph;
            Expr[] terms = [partial[variable], .. built.Named.Select(named => partial[named] * named.Derivative(variable))];
            var (expected, actual) = (At(built, graph.Sum(terms)), At(built, total[variable]));
            Assert.True(AreClose(expected, actual, Tolerance), $"by {variable}: {expected:R} from partial ones, {actual:R}");
        }
    });

    [Fact]
    public void Derivatives_of_what_is_expanded_are_the_same() => RandomExpression.Recipes.Holds(recipe =>
    {
        var built = recipe.Build();
        var (gradient, expanded) = (Gradient.Of(built.Root), Gradient.Of(built.Root.Expand()));
        foreach (var variable in built.Variables)
        {
            Assert.True(AreClose(At(built, gradient[variable]), At(built, expanded[variable]), Tolerance), $"by {variable}");
        }
    });

    private static double At(RandomExpression built, Expr e) => e.Evaluate(built.ValueOf);

    private static bool AreClose(double a, double b, double tolerance) =>
        Math.Abs(a - b) <= tolerance * (1 + Math.Max(Math.Abs(a), Math.Abs(b)));
}
