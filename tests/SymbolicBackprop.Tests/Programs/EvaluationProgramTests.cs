using SymbolicBackprop.Activations;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Programs;
using SymbolicBackprop.Tests.Expressions;

namespace SymbolicBackprop.Tests.Programs;

public class EvaluationProgramTests
{
    private readonly ExprGraph graph = new();

    // Where there is no number or no finite one, and where sums overflow or lose everything.
    public static readonly double[] Extremes = [0, -0.0, 1, -1, 0.5, -3, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e200, -1e200, 1e-200];

    [Fact]
    public void Programs_of_random_expressions_and_their_gradients_give_the_same_bits_as_plain_evaluation()
    {
        var (numbers, others) = (0, 0);
        RandomExpression.Recipes.Holds(recipe =>
        {
            var built = recipe.Build();
            var gradient = Gradient.Of(built.Root);
            Expr[] outputs = [built.Root, .. built.Variables.Concat(built.Named).Select(variable => gradient[variable])];
            var program = EvaluationProgram.Compile(outputs, built.Variables);
            var random = new Random(recipe.Point[0]);
            for (var k = 0; k < 6; k++)
            {
                double[] point = [.. built.Variables.Select(variable => k == 0 ? built.ValueOf(variable) : Extremes[random.Next(Extremes.Length)])];
                var values = new double[outputs.Length];
                program.Run(point, values);
                var expected = Evaluation.Evaluate(outputs, variable => point[Array.IndexOf(built.Variables, variable)]);
                for (var i = 0; i < values.Length; i++)
                {
                    Bits.AssertSame(expected[i], values[i], $"output {i} at [{string.Join(", ", point)}]");
                    numbers += double.IsFinite(values[i]) ? 1 : 0;
                    others += double.IsFinite(values[i]) ? 0 : 1;
                }
            }
        });
        Assert.True(numbers > 1000 && others > 1000, $"{numbers} numbers, {others} others");
    }

    [Fact]
    public void Every_activation_and_its_derivative_have_the_same_bits_on_all_pieces_and_borders()
    {
        foreach (var activation in Activation.All)
        {
            var z = graph.Variable("z");
            Expr[] parameters = [z, .. activation.Parameters.Select(parameter => graph.Variable(parameter.Name))];
            Expr[] outputs = [activation.Of(z), activation.Of(z).Derivative(z)];
            var program = EvaluationProgram.Compile(outputs, parameters);
            foreach (var at in Extremes.Concat(Enumerable.Range(-40, 81).Select(i => i / 8.0)))
            {
                double ValueOf(Expr variable) => variable == z ? at : 0.7;
                var values = new double[2];
                program.Run([.. parameters.Select(ValueOf)], values);
                var expected = Evaluation.Evaluate(outputs, ValueOf);
                Bits.AssertSame(expected[0], values[0], $"{activation} at {at}");
                Bits.AssertSame(expected[1], values[1], $"{activation}′ at {at}");
            }
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(1003)]
    public void Long_sums_of_products_are_those_of_plain_evaluation_up_to_rounding(int length)
    {
        var variables = Enumerable.Range(0, 2 * length).Select(i => graph.Variable($"x{i}")).ToArray();
        // Weights and activations side by side, every other one, and backwards.
        Expr[] outputs =
        [
            graph.Sum([.. Enumerable.Range(0, length).Select(i => variables[i] * variables[length + i])]),
            graph.Sum([.. Enumerable.Range(0, length).Select(i => variables[i] * variables[2 * i])]),
            graph.Sum([variables[0], 3 * variables[1], .. Enumerable.Range(0, length).Select(i => variables[i] * variables[^(i + 1)])]),
            graph.Sum(variables),
        ];
        var program = EvaluationProgram.Compile(outputs, variables);
        var random = new Random(length);
        double[] point = [.. variables.Select(_ => random.NextDouble() - 0.5)];
        var values = new double[outputs.Length];

        program.Run(point, values);

        var expected = Evaluation.Evaluate(outputs, variable => point[Array.IndexOf(variables, variable)]);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - values[i]) <= 1e-12 * length, $"{i}: {expected[i]:R}, {values[i]:R}");
        }
    }

    [Fact]
    public void What_no_output_needs_is_left_out_and_common_parts_are_computed_once()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var unused = StandardFunctions.Exp.Of(x);
        var shared = graph.Define("v", StandardFunctions.Sin.Of(x));
        graph.Define("u", unused);

        Assert.Equal(2, EvaluationProgram.Compile([shared + y], [x, y]).InstructionCount); // sin, +
        Assert.Equal(3, EvaluationProgram.Compile([shared + y, shared * y], [x, y]).InstructionCount);
        Assert.Equal(1, EvaluationProgram.Compile([(x * y) + y], [x, y]).InstructionCount);
    }

    [Fact]
    public void Outputs_may_be_inputs_numbers_names_and_one_another()
    {
        var x = graph.Variable("x");
        var v = graph.Define("v", x * x);
        var values = new double[6];

        EvaluationProgram.Compile([x, graph.Number(3), v, x * x, v + 1, v], [x]).Run([5], values);

        Assert.Equal([5, 3, 25, 25, 26, 25], values);
    }

    [Fact]
    public void An_input_may_have_a_definition_which_then_does_not_count()
    {
        var x = graph.Variable("x");
        var z = graph.Define("z", 2 * x);
        var values = new double[1];

        EvaluationProgram.Compile([z * z], [z]).Run([3], values);

        Assert.Equal(9, values[0]);
    }

    [Fact]
    public void An_evaluator_keeps_its_numbers()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var evaluator = EvaluationProgram.Compile([x + y, x * y], [x, y]).NewEvaluator();

        evaluator.Inputs[0] = 2;
        evaluator.Inputs[1] = 3;
        evaluator.Evaluate();
        Assert.Equal([5, 6], evaluator.Outputs.ToArray());

        evaluator.Inputs[1] = 4;
        evaluator.Evaluate();
        Assert.Equal([6, 8], evaluator.Outputs.ToArray());
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_steps_is_compiled()
    {
        var x = graph.Variable("x");
        var e = x;
        for (var i = 0; i < 100_000; i++)
        {
            e = StandardFunctions.Sin.Of(e + x);
        }

        var values = new double[1];
        EvaluationProgram.Compile([e], [x]).Run([0.3], values);

        Bits.AssertSame(e.Evaluate(_ => 0.3), values[0], "the chain");
    }

    [Fact]
    public void What_is_missing_is_said()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var program = EvaluationProgram.Compile([x * x], [x]);

        Assert.Equal("The variable 'y' has no definition and is not among the inputs.", Assert.Throws<ArgumentException>(() => EvaluationProgram.Compile([x + y], [x])).Message);
        Assert.Equal("There is nothing to compile.", Assert.Throws<ArgumentException>(() => EvaluationProgram.Compile([], [x])).Message);
        Assert.Equal("The program has 1 inputs, not 2.", Assert.Throws<ArgumentException>(() => program.Run([1, 2], new double[1])).Message);
        Assert.Equal("The program has 1 outputs, not 0.", Assert.Throws<ArgumentException>(() => program.Run([1], [])).Message);
        Assert.Throws<ArgumentException>(() => EvaluationProgram.Compile([x], [new ExprGraph().Variable("x")]));
    }
}
