using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public class EvaluationTests
{
    private readonly ExprGraph graph = new();

    [Fact]
    public void Every_kind_has_its_value()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        var v = graph.Define("v", x + y);
        double At(Expr e) => e.Evaluate(leaf => leaf == x ? 3 : 4);

        Assert.Equal(0.75, At(graph.Number(new Rational(3, 4))));
        Assert.Equal(3, At(x));
        Assert.Equal(7, At(v));
        Assert.Equal(7, At(x + y));
        Assert.Equal(12, At(x * y));
        Assert.Equal(81, At(x.Pow(4)));
        Assert.Equal(0.5, At(y.Pow(new Rational(-1, 2))));
        Assert.Equal(Math.Exp(3), At(StandardFunctions.Exp.Of(x)));
        Assert.Equal(4, At(StandardFunctions.Max.Of(x, y)));
    }

    [Fact]
    public void Only_variables_without_definition_are_asked_for_once_each()
    {
        var (x, y) = (graph.Variable("x"), graph.Variable("y"));
        graph.Variable("unused");
        var v = graph.Define("v", x * x);
        var asked = new List<Expr>();

        (v + x + y).Evaluate(leaf =>
        {
            asked.Add(leaf);
            return 1;
        });

        Assert.Equal([x, y], asked);
    }

    [Fact]
    public void Several_expressions_are_evaluated_together_in_their_order()
    {
        var x = graph.Variable("x");

        Assert.Equal([4, 2, 1, 4], Evaluation.Evaluate([x.Pow(2), x, graph.One, x.Pow(2)], _ => 2));
        Assert.Empty(Evaluation.Evaluate([], _ => 2));
    }

    [Fact]
    public void Outside_of_the_domain_there_is_no_number()
    {
        var x = graph.Variable("x");

        Assert.Equal(double.NaN, StandardFunctions.Ln.Of(x).Evaluate(_ => -1));
        Assert.Equal(double.NaN, StandardFunctions.Sqrt.Of(x).Evaluate(_ => -1));
        Assert.Equal(double.NaN, x.Pow(new Rational(1, 2)).Evaluate(_ => -1));
    }

    [Fact]
    public void A_function_may_take_any_number_of_arguments()
    {
        const int arity = 20;
        var total = new Function
        {
            Name = "total",
            Latex = @"\operatorname{total}",
            Partials = [.. Enumerable.Repeat<Partial>((x, _) => x[0].Graph.One, arity)],
            Value = x =>
            {
                var sum = 0.0;
                foreach (var one in x)
                {
                    sum += one;
                }

                return sum;
            },
            Domain = _ => true,
            Samples = [],
        };
        var variables = Enumerable.Range(1, arity).Select(i => graph.Variable($"x{i}")).ToArray();

        Assert.Equal(210, graph.Apply(total, variables).Evaluate(x => Array.IndexOf(variables, x) + 1));
    }
}
