using CsCheck;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
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

    [Fact]
    public async Task All_parameters_of_five_networks_have_the_derivatives_that_SymPy_finds()
    {
        Network[] networks =
        [
            Example.Read("handwritten").Network!,
            Network.Create(inputs: 1).Dense(1, Activation.Tanh).Dense(1, Activation.Sigmoid),
            Network.Create(inputs: 3).Dense(3, Activation.Silu).Dense(2, Activation.Sigmoid).Dense(1, Activation.Identity),
            Network.Create(inputs: 2).Dense(3, Activation.Softplus).Dense(2, Activation.Tanh),
            Network.Create(inputs: 2).Dense(2, Activation.Gelu).Dense(2, Activation.Relu).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid),
        ];
        var random = new Random(5);
        var drawn = new Dictionary<Expr, int>();
        double Value(Expr variable) => (drawn.TryGetValue(variable, out var known) ? known : drawn[variable] = random.Next(1, 32) - 16) / 16.0;

        List<(Expr Loss, List<Expr> Parameters)> problems = [.. networks.Select(network =>
            (network.Model[Symbol.Loss].Node, Example.Parameters(network.Model).Select(parameter => parameter.Node).ToList()))];
        var solutions = await SymPy.DerivativesAsync(problems.Select(problem => new SymPy.Problem(problem.Loss, problem.Parameters, variable => Exactly(Value(variable)))));

        foreach (var ((loss, parameters), solution) in problems.Zip(solutions))
        {
            var gradient = Gradient.Of(loss);
            AssertClose(solution.Value, loss.Evaluate(Value), "The loss");
            Assert.Equal(parameters.Count, solution.Derivatives.Length);
            foreach (var (parameter, expected) in parameters.Zip(solution.Derivatives))
            {
                AssertClose(expected, gradient[parameter].Evaluate(Value), $"∂loss/∂{parameter}");
            }
        }

        Assert.InRange(solutions.Sum(solution => solution.Derivatives.Count(derivative => derivative != 0)), 60, int.MaxValue);
    }

    private static Rational Exactly(double sixteenths) => new((int)(sixteenths * 16), 16);

    // Relative, and absolute for what cancels to less than 1.
    private static void AssertClose(double expected, double actual, string what) => Assert.True(
        Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)),
        $"{what}: SymPy says {expected:R}, we say {actual:R}.");
}
