using CsCheck;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Tests.Expressions;

namespace SymbolicBackprop.Tests.Calculus.Oracle;

public class SymPyTests
{
    private const int Count = 300;
    private const double Tolerance = 1e-9;

    [Fact]
    public async Task Random_expressions_have_the_derivatives_that_SymPy_finds()
    {
        var random = new PCG(stream: 2, seed: 300);
        var all = Enumerable.Range(0, Count)
            .Select(_ => RandomExpression.SmallRecipes.Generate(random, min: null, out var _).Build())
            .ToList();

        var solutions = await SymPy.DerivativesAsync(
            all.Select(built => new SymPy.Problem(built.Root, built.Variables, variable => Exactly(built.ValueOf(variable)))));

        Assert.Equal(Count, solutions.Count);
        foreach (var (built, solution) in all.Zip(solutions))
        {
            var gradient = Gradient.Of(built.Root);
            AssertClose(solution.Value, built.Root.Evaluate(built.ValueOf), $"The value of {built.Root}");
            foreach (var (variable, expected) in built.Variables.Zip(solution.Derivatives))
            {
                AssertClose(expected, gradient[variable].Evaluate(built.ValueOf), $"∂/∂{variable} of {built.Root}, reverse");
                AssertClose(expected, built.Root.Derivative(variable).Evaluate(built.ValueOf), $"∂/∂{variable} of {built.Root}, forward");
            }
        }

        // Enough of them have something to say.
        Assert.InRange(solutions.Sum(solution => solution.Derivatives.Count(derivative => derivative != 0)), Count, int.MaxValue);
    }

    private static Rational Exactly(double sixteenths) => new((int)(sixteenths * 16), 16);

    // Relative, and absolute for what cancels to less than 1.
    private static void AssertClose(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
        $"{what}: SymPy says {expected:R}, we say {actual:R}.");
}
