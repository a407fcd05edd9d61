using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Tests.Identities;

public class IdentityTests
{
    private readonly ExprGraph graph = new();

    private Expr X => graph.Variable("x");

    private Expr Y => graph.Variable("y");

    private Expr Z => graph.Variable("z");

    [Fact]
    public void The_derivative_of_tanh_is_one_minus_its_square()
    {
        var verdict = Proved(Tanh(Z).Derivative(Z), 1 - Tanh(Z).Pow(2));

        Assert.True(verdict.ErrorLog2 < -100);
        Assert.True(verdict.Rigorous);
        Assert.Equal(2, verdict.Points);
    }

    [Fact]
    public void Sigmoid_is_half_of_one_plus_tanh_of_half_the_argument()
    {
        var w = graph.Variable("w");
        Proved(Sigmoid(w * Tanh(Z)), (1 + Tanh(w * Tanh(Z) / 2)) / 2);
    }

    [Fact]
    public void Many_roots_are_too_many_for_a_proof_in_a_large_batch_too()
    {
        Expr Root(int i) => StandardFunctions.Sqrt.Of(1 + graph.Variable($"x{i}").Pow(2));
        (Expr Left, Expr Right) Squared(int first)
        {
            Expr[] roots = [.. Enumerable.Range(first, 4).Select(Root)];
            var sum = graph.Sum(roots);
            return (sum.Pow(2), graph.Sum([.. roots.SelectMany(one => roots.Select(other => one * other))]));
        }

        var alone = Squared(0);
        Assert.IsType<Verdict.Tested>(Identity.Compare(alone.Left, alone.Right));
        Assert.All(Identity.CompareAll([.. Enumerable.Range(0, 40).Select(i => Squared(4 * i))]), verdict => Assert.IsType<Verdict.Tested>(verdict));
    }

    [Fact]
    public void A_near_miss_is_refuted_by_a_point_at_which_the_sides_differ()
    {
        var witness = Refuted(Tanh(Z).Derivative(Z), 1 + Tanh(Z).Pow(2));

        var (name, value) = Assert.Single(witness.Point);
        Assert.Equal("z", name);
        Assert.Equal(1 - (Math.Tanh(value) * Math.Tanh(value)), witness.Left, 12);
        Assert.Equal(1 + (Math.Tanh(value) * Math.Tanh(value)), witness.Right, 12);
        Refuted(Sigmoid(X * Tanh(Z)), (1 + Tanh(X * Tanh(Z))) / 2);
    }

    [Fact]
    public void A_witness_names_the_variables_that_the_sides_depend_on()
    {
        var unrelated = graph.Variable("q") + 1;
        var verdicts = Identity.CompareAll([(X * Y, X + Y), (unrelated, unrelated * 2)]);

        Assert.Equal(["x", "y"], Assert.IsType<Verdict.Refuted>(verdicts[0]).Witness.Point.Select(entry => entry.Key));
        Assert.Equal(["q"], Assert.IsType<Verdict.Refuted>(verdicts[1]).Witness.Point.Select(entry => entry.Key));
        Assert.Matches("^q = .*: .* ≠ .*$", Assert.IsType<Verdict.Refuted>(verdicts[1]).Witness.ToString());
    }

    [Fact]
    public void One_node_is_equal_to_itself_without_any_point() =>
        Assert.Equal(new Verdict.Proved(double.NegativeInfinity, 0, Rigorous: true), Identity.Compare(X + Y, Y + X));

    [Fact]
    public void Rational_functions_are_proved()
    {
        Proved((X.Pow(2) - Y.Pow(2)) / (X - Y), X + Y);
        Proved((X + Y).Pow(7), (X + Y).Pow(3) * (X.Pow(4) + (4 * X.Pow(3) * Y) + (6 * X.Pow(2) * Y.Pow(2)) + (4 * X * Y.Pow(3)) + Y.Pow(4)));
        Refuted((X + Y).Pow(7), X.Pow(7) + Y.Pow(7));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(12)]
    public void Nested_exponentials_are_proved(int depth)
    {
        var (left, right) = (X, Y);
        var product = X + Y;
        for (var i = 0; i < depth - 1; i++)
        {
            left = Tanh(left + i);
            right = Tanh(right + i);
            product = left + right;
        }

        Proved(Exp(left) * Exp(right), Exp(product));
        Proved((Exp(left) * Exp(right)).Derivative(X), left.Derivative(X) * Exp(product));
        var witness = Refuted(Exp(left) * Exp(right), Exp(product + (product / 1000)));
        Assert.NotEqual(witness.Left, witness.Right);
    }

    [Fact]
    public void Exponentials_nested_deeper_than_the_chain_are_tested()
    {
        var (left, right) = (X, Y);
        for (var i = 0; i < 12; i++)
        {
            left = Sigmoid(left);
            right = Sigmoid(right);
        }

        var verdict = Assert.IsType<Verdict.Tested>(Identity.Compare(Exp(left) * Exp(right), Exp(left + right)));
        Assert.Equal("exponentials nest 13 deep, more than the 12 that the chain of primes reaches", verdict.Reason);
        Assert.Equal(IdentityOptions.Default.TestPoints, verdict.Points);
        Assert.IsType<Verdict.Refuted>(Identity.Compare(Exp(left) * Exp(right), Exp(left - right)));
    }

    [Fact]
    public void A_pair_beyond_the_chain_does_not_spoil_the_others()
    {
        var deep = X;
        for (var i = 0; i < 14; i++)
        {
            deep = Sigmoid(deep);
        }

        var verdicts = Identity.CompareAll([(deep * (deep + 1), deep + deep.Pow(2)), (X * (Y + 1), X + (X * Y))]);
        Assert.IsType<Verdict.Tested>(verdicts[0]);
        Assert.IsType<Verdict.Proved>(verdicts[1]);
    }

    [Fact]
    public void Biases_cut_the_layers_of_a_deep_network_apart()
    {
        const int depth = 64;
        Expr[] layer = [X, Y];
        var sums = new List<Expr>();
        for (var l = 1; l <= depth; l++)
        {
            var (first, second, number) = (layer[0], layer[1], l);
            layer = [.. Enumerable.Range(1, 2).Select(j => Tanh(Sum(number, j, first, second)))];
        }

        var loss = (layer[0] - layer[1]).Pow(2);
        var gradient = Gradient.Of(loss);
        var pairs = new List<(Expr, Expr)>();
        for (var l = 1; l < depth; l++)
        {
            // δ of a layer from the next one: what a sheet claims.
            for (var j = 1; j <= 2; j++)
            {
                var z = Named(l, j);
                var expected = graph.Sum([.. Enumerable.Range(1, 2).Select(k => gradient[Named(l + 1, k)] * graph.Variable($"w{l + 1}{k}{j}") * (1 - Tanh(z).Pow(2)))]);
                pairs.Add((gradient[z], expected));
            }
        }

        foreach (var verdict in Identity.CompareAll([.. pairs]))
        {
            var proved = Assert.IsType<Verdict.Proved>(verdict);
            Assert.True(proved.Rigorous);
            Assert.True(proved.ErrorLog2 < -100);
        }

        var wrong = Identity.CompareAll([.. pairs.Select(pair => (pair.Item1, pair.Item2 * 2))]);
        Assert.All(wrong[^6..], verdict => Assert.IsType<Verdict.Refuted>(verdict));
        Assert.DoesNotContain(wrong, verdict => verdict.Holds);

        Expr Named(int l, int j) => graph.Variable($"z{l}{j}");

        Expr Sum(int l, int j, Expr first, Expr second) => graph.Define(
            $"z{l}{j}",
            (graph.Variable($"w{l}{j}1") * first) + (graph.Variable($"w{l}{j}2") * second) + graph.Variable($"b{l}{j}"));
    }

    [Fact]
    public void A_bias_that_is_used_again_after_its_sum_keeps_the_sum_free()
    {
        var (b, eta) = (graph.Variable("b"), graph.Variable("eta"));
        var deep = X;
        for (var i = 0; i < 12; i++)
        {
            deep = Tanh(deep);
        }

        var z = (Y * deep) + (3 * b);
        var step = b - (eta * Tanh(z).Derivative(b));
        Proved(step, b - (3 * eta * (1 - Tanh(z).Pow(2))));
        Refuted(step, b - (eta * (1 - Tanh(z).Pow(2))));
        Refuted(b + z, 2 * z); // b is not free once z is
    }

    [Fact]
    public void A_variable_used_before_a_sum_does_not_make_it_free()
    {
        var square = X.Pow(2);
        Refuted(X + square + Exp(X), square + Exp(X));
        Proved((X + square) * X, square + X.Pow(3));
        Refuted(3 * X, (X + square) * 3);
        var scaled = 3 * X;
        var early = X * Y;
        Refuted((scaled + early) * Y, scaled + early);
        Proved((scaled + early) * Y, (scaled * Y) + (early * Y));
    }

    [Fact]
    public void Opaque_functions_are_left_open()
    {
        Proved(Ln((X + Y).Pow(2) * Z) * (Z + 1), (Ln(Z * (X.Pow(2) + (2 * X * Y) + Y.Pow(2))) * Z) + Ln((X + Y).Pow(2) * Z));
        Proved(StandardFunctions.Abs.Of(Tanh(X)) * Exp(X) * Exp(-X), StandardFunctions.Abs.Of(1 - (2 / (Exp(2 * X) + 1))));
        Proved(Exp(Y - (2 * Ln(X))), Exp(Y) / X.Pow(2));
        Proved(Exp(X - Ln(Exp(X) + Exp(Y))), 1 / (1 + Exp(Y - X)));
    }

    [Fact]
    public void What_depends_on_an_opaque_function_is_tested()
    {
        var verdict = Assert.IsType<Verdict.Tested>(Identity.Compare(Ln(X * Y), Ln(X) + Ln(Y)));
        Assert.Equal("it is not settled by exponentials and rational functions alone", verdict.Reason);
        Assert.Equal((1e-9, 24), (verdict.Tolerance, verdict.Points));
        Assert.IsType<Verdict.Tested>(Identity.Compare(StandardFunctions.Sin.Of(X).Pow(2) + StandardFunctions.Cos.Of(X).Pow(2), graph.One));
        Assert.IsType<Verdict.Tested>(Identity.Compare(StandardFunctions.Max.Of(X, Y), StandardFunctions.Max.Of(Y, X)));
        Refuted(Ln(X * Y), Ln(X) + (Ln(Y) * new Rational(1000001, 1000000)));
        Refuted(StandardFunctions.Max.Of(X, Y), StandardFunctions.Max.Of(X, -Y));
    }

    [Fact]
    public void An_opaque_function_behind_a_free_sum_is_still_noticed()
    {
        var b = graph.Variable("b");
        var sum = b + Ln(X * Y);
        Assert.IsType<Verdict.Tested>(Identity.Compare(sum, b + Ln(X) + Ln(Y)));
        var rest = StandardFunctions.Abs.Of(X * Y);
        Assert.IsType<Verdict.Tested>(Identity.Compare(Exp(b + rest), Exp(b + (StandardFunctions.Abs.Of(X) * StandardFunctions.Abs.Of(Y)))));
    }

    [Fact]
    public void Roots_are_proved_where_they_are_right_for_all_points()
    {
        var half = new Rational(1, 2);
        Assert.True(Proved(X.Pow(half) * Y.Pow(half), (X * Y).Pow(half)).ErrorLog2 < -100);
        Proved(StandardFunctions.Sqrt.Of(X).Derivative(X), X.Pow(half) / (2 * X));
        Proved(X.Pow(new Rational(2, 3)) * X.Pow(new Rational(1, 6)), X.Pow(new Rational(5, 6)));
        Proved(Exp(graph.Number(half)).Pow(2), Exp(graph.One));
        var norm = (X.Pow(2) + Y.Pow(2)).Pow(half);
        Proved(norm.Derivative(X), X / norm);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(1, 5)]
    [InlineData(-3, 5)]
    [InlineData(1, 7)]
    [InlineData(1, 11)]
    public void Roots_of_any_order_are_proved(int numerator, int denominator)
    {
        var exponent = new Rational(numerator, denominator);

        Proved(X.Pow(exponent) * Y.Pow(exponent), (X * Y).Pow(exponent));
    }

    [Fact]
    public void Many_roots_are_proved_where_it_does_not_matter_what_they_are()
    {
        var half = new Rational(1, 2);
        var roots = graph.Sum([.. Enumerable.Range(0, 6).Select(i => (graph.Variable($"u{i}").Pow(2) + X).Pow(half))]);
        var cubes = graph.Sum([.. Enumerable.Range(0, 6).Select(i => (graph.Variable($"u{i}").Pow(2) + X).Pow(half * 3))]);

        Proved((roots + 1).Pow(2), roots.Pow(2) + (2 * roots) + 1);
        Proved(cubes * (roots - cubes), (cubes * roots) - cubes.Pow(2));
        Refuted((roots + 1).Pow(2), roots.Pow(2) + roots + 1);

        // That a root squared is what stands under it does matter.
        var squares = graph.Sum([.. Enumerable.Range(0, 6).Select(i => ((graph.Variable($"u{i}").Pow(2) + X).Pow(half) + Y).Pow(2))]);
        var expanded = graph.Sum([.. Enumerable.Range(0, 6).Select(i => graph.Variable($"u{i}").Pow(2) + X + (2 * Y * (graph.Variable($"u{i}").Pow(2) + X).Pow(half)) + Y.Pow(2))]);
        Assert.IsType<Verdict.Tested>(Identity.Compare(squares, expanded));
    }

    [Fact]
    public void A_unit_step_is_proved_to_be_0_or_1()
    {
        var (s, t) = (StandardFunctions.Step.Of(X), StandardFunctions.Step.Of(X + Y));
        var pieces = ((1 - s) * (Exp(X) - 1)) + (s * X);

        Proved(s.Pow(2), s);
        Proved(s.Pow(3) * t * (1 - t), graph.Zero);
        Proved(((1 - s) * (pieces + 1)) + s, ((1 - s) * Exp(X)) + s);
        Proved(StandardFunctions.Step.Of(pieces).Pow(2), StandardFunctions.Step.Of(pieces));
        Refuted(((1 - s) * (pieces + 1)) + s, ((1 - s) * Exp(X)) - s);
        Refuted(s.Pow(2), t);

        // That two steps are not independent of one another is not looked at, and too many are not.
        Assert.IsType<Verdict.Tested>(Identity.Compare(s + StandardFunctions.Step.Of(-X), graph.One));
        var many = graph.Product([.. Enumerable.Range(0, 5).Select(i => StandardFunctions.Step.Of(graph.Variable($"u{i}")))]);
        Assert.IsType<Verdict.Tested>(Identity.Compare(many.Pow(2), many));
    }

    [Fact]
    public void The_root_of_a_square_is_not_its_base()
    {
        var half = new Rational(1, 2);
        var witness = Refuted(X.Pow(2).Pow(half), X);
        Assert.True(witness.Point[0].Value < 0);
        Refuted((X.Pow(2) * Y.Pow(2)).Pow(half), X * Y);
        Assert.IsType<Verdict.Tested>(Identity.Compare(X.Pow(2).Pow(half), StandardFunctions.Abs.Of(X)));

        // In some fields 17 is no square, so that −17x² is the root there; real points know better.
        Refuted((289 * X.Pow(4)).Pow(half), -17 * X.Pow(2));
        Assert.True(Identity.Compare((289 * X.Pow(4)).Pow(half), 17 * X.Pow(2)).Holds);
    }

    [Fact]
    public void Division_by_zero_everywhere_leaves_it_undecided()
    {
        var zero = ((X + Y).Pow(2) - X.Pow(2) - (2 * X * Y)) - Y.Pow(2);
        var verdict = Assert.IsType<Verdict.Undecided>(Identity.Compare(X / zero, Y / zero));
        Assert.Equal("No point was found at which both sides have values.", verdict.Reason);
    }

    [Fact]
    public void Division_by_zero_that_shows_when_definitions_are_opened_spoils_its_pair_only()
    {
        var difference = Exp(X) - Exp(X + Y - Y);
        Assert.True(difference.IsZero);
        var hidden = new Function
        {
            Name = "zero",
            Latex = "0",
            Partials = [(x, _) => x[0].Graph.Zero],
            Value = _ => 0,
            Domain = _ => true,
            Samples = [[1]],
            Definition = x => x[0].Graph.Zero,
        };
        var verdicts = Identity.CompareAll([(1 / hidden.Of(X), X), (X * (X + 1), X + X.Pow(2))]);
        Assert.IsType<Verdict.Undecided>(verdicts[0]);
        Assert.IsType<Verdict.Proved>(verdicts[1]);
    }

    [Fact]
    public void A_difference_too_small_for_a_witness_is_not_called_a_refutation()
    {
        var verdict = Identity.Compare(X + Rational(1, -30), X);
        Assert.StartsWith("The two sides are different functions", Assert.IsType<Verdict.Undecided>(verdict).Reason);

        static Rational Rational(int digits, int power) => digits * new Rational(10, 1).Pow(power);
    }

    [Fact]
    public void Digits_that_are_lost_near_zero_are_no_difference()
    {
        var (tiny, large) = (X * new Rational(10, 1).Pow(-160), new Rational(10, 1).Pow(200));
        var size = StandardFunctions.Abs.Of(Y);
        var square = graph.Define("square", tiny * tiny);
        var product = graph.Define("product", tiny * StandardFunctions.Max.Of(Y, -Y));

        Assert.IsType<Verdict.Tested>(Identity.Compare(large * square * size, large * tiny * product));
        Refuted(large * square * size, large * product);
    }

    [Fact]
    public void Degrees_too_large_for_a_proof_are_not_called_proved()
    {
        var left = X + 1;
        for (var i = 0; i < 70; i++)
        {
            left = (left * left) + i;
        }

        Assert.False(Identity.Compare(left * left, left + 1) is Verdict.Proved);
    }

    [Fact]
    public void The_graph_does_not_grow_and_the_verdict_is_always_the_same()
    {
        var (left, right) = (Tanh(Z).Derivative(Z), 1 - (StandardFunctions.Sqrt.Of(Tanh(Z)).Pow(2) * Tanh(Z)));
        var count = graph.Count;
        var first = Identity.Compare(left, right);
        Assert.Equal(count, graph.Count);
        Assert.Equal(first, Identity.Compare(left, right));
    }

    [Fact]
    public void Expressions_of_different_graphs_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Identity.Compare(X, new ExprGraph().Variable("x")));

    private static Expr Exp(Expr x) => StandardFunctions.Exp.Of(x);

    private static Expr Ln(Expr x) => StandardFunctions.Ln.Of(x);

    private static Expr Tanh(Expr x) => (Exp(x) - Exp(-x)) / (Exp(x) + Exp(-x));

    private static Expr Sigmoid(Expr x) => 1 / (1 + Exp(-x));

    private static Verdict.Proved Proved(Expr left, Expr right) => Assert.IsType<Verdict.Proved>(Identity.Compare(left, right));

    private static Witness Refuted(Expr left, Expr right) => Assert.IsType<Verdict.Refuted>(Identity.Compare(left, right)).Witness;
}
