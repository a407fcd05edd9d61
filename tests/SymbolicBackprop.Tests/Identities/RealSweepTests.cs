using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Identities;

/// <summary>Values at random points, and the bounds of their errors.</summary>
public sealed class RealSweepTests
{
    private const double Ulp = 2.220446049250313e-16;

    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;

    public RealSweepTests() => (x, y) = (graph.Variable("x"), graph.Variable("y"));

    [Fact]
    public void Each_step_adds_its_own_rounding_to_that_of_its_operands()
    {
        Bounded(graph.Number(3), (_, _) => (3, 3 * Ulp));
        Bounded(x, (x, _) => (x, 0));
        Bounded(graph.Define("u", x), (x, _) => (x, 0));
        Bounded(x + y, (x, y) => (x + y, (Math.Abs(x) + Math.Abs(x + y)) * Ulp));
        Bounded(x * y, (x, y) => (x * y, (Math.Abs(x * y) * Ulp) + double.Epsilon));
        Bounded(x * (x + y), (x, y) => (x * (x + y), (Math.Abs(x) * (Math.Abs(x) + Math.Abs(x + y)) * Ulp) + (Math.Abs(x * (x + y)) * Ulp)));
        Bounded(x.Pow(3), (x, _) => (Math.Pow(x, 3), Math.Abs(Math.Pow(x, 3)) * 8 * Ulp));
        Bounded((x + y).Pow(-2), (x, y) => (Math.Pow(x + y, -2), (Math.Pow(x + y, -2) * 8 * Ulp) + (4 * Math.Abs(Math.Pow(x + y, -3)) * (Math.Abs(x) + Math.Abs(x + y)) * Ulp)));
        Bounded(StandardFunctions.Exp.Of(x), (x, _) => (Math.Exp(x), Math.Exp(x) * 8 * Ulp));
        Bounded(StandardFunctions.Exp.Of(x + y), (x, y) => (Math.Exp(x + y), Math.Exp(x + y) * (8 + (2 * (Math.Abs(x) + Math.Abs(x + y)))) * Ulp));
        Bounded(StandardFunctions.Sin.Of(x), (x, _) => (Math.Sin(x), Math.Abs(Math.Sin(x)) * 8 * Ulp));
    }

    [Fact]
    public void A_function_carries_over_what_its_arguments_may_be_off_by()
    {
        var (tape, sweep) = Sweep(StandardFunctions.Sin.Of(x + y), x + y);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            sweep.MoveTo(attempt, seed: 7);
            var (sum, off) = (sweep.ValueAt(tape.Roots[1]), 2 * sweep.ErrorAt(tape.Roots[1]));
            var carried = Math.Abs(Math.Sin(sum + off) - Math.Sin(sum)) + Math.Abs(Math.Sin(sum - off) - Math.Sin(sum));
            Assert.Equal((Math.Abs(Math.Sin(sum)) * 8 * Ulp) + carried, sweep.ErrorAt(tape.Roots[0]), tolerance: 1e-25);
        }
    }

    [Fact]
    public void Points_keep_away_from_0_have_several_sizes_and_every_other_one_is_positive()
    {
        double[] sizes = [1, 1, 2, 2, 0.3, 6];
        Expr[] leaves = [.. Enumerable.Range(0, 40).Select(i => graph.Variable($"v{i}"))];
        var (tape, sweep) = Sweep(leaves);
        for (var attempt = 0; attempt < 24; attempt++)
        {
            sweep.MoveTo(attempt, seed: 1);
            double[] values = [.. tape.Roots.Select(sweep.ValueAt)];
            var size = sizes[attempt % 6];
            Assert.All(values, value => Assert.InRange(Math.Abs(value), 0.1 * size, size));
            Assert.InRange(values.Max(Math.Abs), 0.8 * size, size);
            Assert.InRange(values.Min(Math.Abs), 0.1 * size, 0.3 * size);
            Assert.InRange(values.Count(value => value < 0), attempt % 2 == 1 ? 0 : 8, attempt % 2 == 1 ? 0 : 32);
        }
    }

    [Fact]
    public void Where_a_base_may_be_0_and_where_a_root_is_not_real_there_is_no_value()
    {
        var zero = x + y - (x + (y * graph.Define("one", x / x)));
        var (tape, sweep) = Sweep(zero.Pow(-1), zero.Pow(new Rational(1, 2)), (-x.Pow(2)).Pow(new Rational(1, 2)), StandardFunctions.Ln.Of(-x.Pow(2)));
        sweep.MoveTo(1, seed: 3);

        Assert.All(tape.Roots, root => Assert.True(double.IsNaN(sweep.ValueAt(root))));
    }

    private static (Tape Tape, RealSweep Sweep) Sweep(params Expr[] roots)
    {
        var tape = Tape.Of(roots);
        return (tape, new RealSweep(tape, tape.Roots));
    }

    private void Bounded(Expr expression, Func<double, double, (double Value, double Error)> expected)
    {
        var (tape, sweep) = Sweep(expression, x, y);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            sweep.MoveTo(attempt, seed: 5);
            var (value, error) = expected(sweep.ValueAt(tape.Roots[1]), sweep.ValueAt(tape.Roots[2]));
            Assert.Equal(value, sweep.ValueAt(tape.Roots[0]), tolerance: 1e-14 * Math.Abs(value));
            // To first order.
            Assert.Equal(error, sweep.ErrorAt(tape.Roots[0]), tolerance: 1e-6 * error);
        }
    }
}
