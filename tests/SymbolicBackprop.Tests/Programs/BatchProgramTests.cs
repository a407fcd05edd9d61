using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Programs;
using SymbolicBackprop.Tests.Expressions;
using SymbolicBackprop.Tests.Networks;

namespace SymbolicBackprop.Tests.Programs;

public class BatchProgramTests
{
    [Fact]
    public void Values_of_random_expressions_have_the_bits_of_plain_evaluation_for_every_sample() => RandomExpression.Recipes.Holds(recipe =>
    {
        // The first variable is a parameter. Whatever is made of it alone is computed once, and whatever is not, for each sample.
        var built = recipe.Build();
        var (parameter, inputs) = (built.Variables[0], built.Variables[1..]);
        var gradient = Gradient.Of(built.Root);
        Expr[] outputs = [built.Root, .. built.Variables.Concat(built.Named).Select(variable => gradient[variable]), parameter.Pow(2) * inputs[0]];
        var program = BatchProgram.Compile([], outputs, [parameter], inputs);
        var random = new Random(recipe.Point[0]);
        var count = random.Next(1, 70);
        var samples = Enumerable.Range(0, count * inputs.Length)
            .Select(_ => random.Next(3) == 0 ? EvaluationProgramTests.Extremes[random.Next(EvaluationProgramTests.Extremes.Length)] : random.NextDouble())
            .ToArray();
        var values = new double[count * outputs.Length];

        program.Run(new[] { built.ValueOf(parameter) }, samples, [], values);

        for (var s = 0; s < count; s++)
        {
            var expected = Evaluation.Evaluate(
                outputs, variable => variable == parameter ? built.ValueOf(parameter) : samples[(s * inputs.Length) + Array.IndexOf(inputs, variable)]);
            for (var k = 0; k < outputs.Length; k++)
            {
                Bits.AssertSame(expected[k], values[(s * outputs.Length) + k], $"output {k} of sample {s}");
            }
        }
    }, times: 200);

    [Theory]
    [InlineData(1, false)]
    [InlineData(63, false)]
    [InlineData(64, true)]
    [InlineData(65, true)]
    [InlineData(3000, false)]
    public void Totals_add_up_the_values_of_all_samples(int count, bool penalized)
    {
        // With a penalty, derivatives by weights are sums with a part that is the same for all samples; without, they are products.
        var network = RandomNetwork.Tanh(9, 12, 10, 2);
        var batch = Batch.Of(penalized ? network.WithPenalty(Penalty.L2) : network, count);
        var totals = new double[batch.Outputs.Length];
        var values = new double[batch.Outputs.Length * count];

        // Apart, as what is asked for in both ways is computed first and added up then.
        BatchProgram.Compile(batch.Outputs, [], batch.Parameters, batch.Inputs).Run(batch.Numbers, batch.Samples, totals, default);
        BatchProgram.Compile([], batch.Outputs, batch.Parameters, batch.Inputs).Run(batch.Numbers, batch.Samples, [], values);

        for (var k = 0; k < totals.Length; k++)
        {
            var (sum, size) = (0.0, 0.0);
            for (var s = 0; s < count; s++)
            {
                sum += values[(s * totals.Length) + k];
                size += Math.Abs(values[(s * totals.Length) + k]);
            }

            Assert.True(Math.Abs(sum - totals[k]) <= 1e-12 * size, $"total {k}: {sum:R} expected, {totals[k]:R} found");
        }
    }

    [Fact]
    public void Totals_and_values_do_not_depend_on_the_number_of_threads()
    {
        const int count = 2500;
        var batch = Batch.Of(RandomNetwork.Tanh(9, 12, 10, 2), count);
        var program = BatchProgram.Compile(batch.Outputs, batch.Outputs[..1], batch.Parameters, batch.Inputs);

        var first = Run(1);

        foreach (var threads in new[] { 1, 2, 3, 16 })
        {
            var next = Run(threads);
            Assert.All(first.Zip(next), pair => Bits.AssertSame(pair.First, pair.Second, $"with {threads} threads"));
        }

        double[] Run(int threads)
        {
            var totals = new double[batch.Outputs.Length];
            var values = new double[count];
            program.Run(batch.Numbers, batch.Samples, totals, values, new ParallelOptions { MaxDegreeOfParallelism = threads });
            return [.. totals, .. values];
        }
    }

    [Fact]
    public void What_does_not_depend_on_samples_can_be_a_total_and_a_value()
    {
        var graph = new ExprGraph();
        var (p, x) = (graph.Variable("p"), graph.Variable("x"));
        Expr[] outputs = [p, p * p, graph.Number(3), x, p * x, (p * p) + 1, p.Pow(2) * x];
        var (totals, values) = (new double[outputs.Length], new double[outputs.Length * 2]);

        BatchProgram.Compile(outputs, outputs, [p], [x]).Run(new[] { 5.0 }, new[] { 1.0, 2.0 }, totals, values);

        Assert.Equal([10, 50, 6, 3, 15, 52, 75], totals);
        Assert.Equal([5, 25, 3, 1, 5, 26, 25, 5, 25, 3, 2, 10, 26, 50], values);
    }

    [Fact]
    public void No_samples_make_totals_of_0()
    {
        var graph = new ExprGraph();
        var x = graph.Variable("x");
        var totals = new[] { 7.0 };

        BatchProgram.Compile([x + 1], [], [], [x]).Run(default, default, totals, default);

        Assert.Equal([0], totals);
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        var graph = new ExprGraph();
        var (p, x) = (graph.Variable("p"), graph.Variable("x"));
        var program = BatchProgram.Compile([p * x], [x], [p], [x]);
        string Message(Action run) => Assert.Throws<ArgumentException>(run).Message;

        Assert.Equal("The program has 1 parameters, not 0.", Message(() => program.Run(default, new double[2], new double[1], new double[2])));
        Assert.Equal("The program has 1 totals, not 2.", Message(() => program.Run(new double[1], new double[2], new double[2], new double[2])));
        Assert.Equal("The program has 2 values, not 1.", Message(() => program.Run(new double[1], new double[2], new double[1], new double[1])));
        Assert.Equal("There are no inputs, by which samples could differ.", Message(() => BatchProgram.Compile([p], [], [p], [])));
    }

    private sealed record Batch(Expr[] Outputs, Expr[] Parameters, Expr[] Inputs, double[] Numbers, double[] Samples)
    {
        public static Batch Of(Network network, int count)
        {
            var model = network.Model;
            var given = model.Variables.Where(variable => variable.Node.Definition is null).ToLookup(
                variable => variable.Symbol.Role is Role.Input or Role.Target, variable => variable.Node);
            Expr[] parameters = [.. given[false]];
            Expr[] inputs = [.. given[true]];
            var gradient = Gradient.Of(model[Symbol.Loss].Node);
            var random = new Random(count);
            double[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5)];
            return new Batch(
                [model[Symbol.Loss].Node, .. parameters.Select(parameter => gradient[parameter])],
                parameters,
                inputs,
                Draw(parameters.Length),
                Draw(inputs.Length * count));
        }
    }
}
