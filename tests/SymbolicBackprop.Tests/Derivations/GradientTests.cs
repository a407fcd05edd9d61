using SymbolicBackprop.Calculus;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;

namespace SymbolicBackprop.Tests.Derivations;

/// <summary>All parameters of all examples: the sweep against finite differences, and what is printed against the sweep.</summary>
public sealed class GradientTests
{
    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Gradients_agree_with_central_differences(string name)
    {
        var model = Example.Read(name).Model;
        var loss = model[Symbol.Loss].Node;
        var gradient = Gradient.Of(loss);
        var point = new RandomPoint(1);
        foreach (var parameter in Example.Parameters(model))
        {
            const double step = 1e-5;
            double LossAt(double shift) => loss.Evaluate(v => point[v] + (v == parameter.Node ? shift : 0));

            var difference = (LossAt(step) - LossAt(-step)) / (2 * step);
            Assert.Equal(difference, gradient[parameter.Node].Evaluate(v => point[v]), 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void What_is_printed_agrees_with_the_sweep(string name)
    {
        var file = Example.Read(name);
        var model = file.Model;
        var gradient = Gradient.Of(model[Symbol.Loss].Node);
        foreach (var convention in Enum.GetValues<DeltaConvention>())
        {
            var builder = new DerivationBuilder(model, new DerivationOptions { Delta = convention, MaxPaths = file.MaxPaths });
            foreach (var parameter in Example.Parameters(model))
            {
                var derivation = builder.Derive(parameter.Symbol);
                var whole = new Derivative(Symbol.Loss, parameter.Symbol);
                var forms = derivation.Steps.Where(step => step.Statement.First == whole).SelectMany(step => step.Statement.Sides.Skip(1)).ToList();
                Assert.NotEmpty(forms);
                var meaning = builder.Meaning.With(derivation.Paths);
                for (var seed = 0; seed < 3; seed++)
                {
                    var point = new RandomPoint(seed);
                    var expected = gradient[parameter.Node].Evaluate(v => point[v]);
                    Assert.All(forms, form => Assert.Equal(expected, meaning.Of(form).Evaluate(v => point[v]), 1e-9));
                }
            }
        }
    }

    /// <summary>A fixed random value for each variable.</summary>
    private sealed class RandomPoint(int seed)
    {
        private readonly Random random = new(seed);
        private readonly Dictionary<Expr, double> values = [];

        public double this[Expr variable] => values.TryGetValue(variable, out var value) ? value : values[variable] = (3 * random.NextDouble()) - 1.5;
    }
}
