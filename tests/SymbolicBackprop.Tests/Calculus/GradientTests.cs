using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Calculus;

public class GradientTests
{
    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;
    private readonly Expr z;

    public GradientTests() => (x, y, z) = (graph.Variable("x"), graph.Variable("y"), graph.Variable("z"));

    [Fact]
    public void Rules_of_calculus_hold_exactly()
    {
        Assert.Equal(graph.Number(3), By(x, 3 * x));
        Assert.Equal(y * z, By(x, x * y * z));
        Assert.Equal(2 * x * y, By(x, x.Pow(2) * y));
        Assert.Equal(-x.Pow(-2), By(x, 1 / x));
        Assert.Equal(new Rational(1, 2) * x.Pow(new Rational(-1, 2)), By(x, x.Pow(new Rational(1, 2))));
        Assert.Equal(StandardFunctions.Exp.Of(x), By(x, StandardFunctions.Exp.Of(x)));
        Assert.Equal(-StandardFunctions.Sin.Of(x), By(x, StandardFunctions.Cos.Of(x)));
        Assert.Equal(2 * StandardFunctions.Exp.Of(2 * x), By(x, StandardFunctions.Exp.Of(2 * x)));
        Assert.Equal(graph.Zero, By(x, y + z));
        Assert.Equal(graph.One, By(x, x));
        Assert.Equal(graph.Zero, By(x, graph.Number(7)));
    }

    [Fact]
    public void One_sweep_gives_the_derivative_by_everything()
    {
        var root = (x * y) + StandardFunctions.Sin.Of(x) + (3 * z);
        var gradient = Gradient.Of(root);

        Assert.Equal(root, gradient.Root);
        Assert.Equal(graph.One, gradient[root]);
        Assert.Equal(y + StandardFunctions.Cos.Of(x), gradient[x]);
        Assert.Equal(x, gradient[y]);
        Assert.Equal(graph.Number(3), gradient[z]);
        Assert.Equal(graph.One, gradient[StandardFunctions.Sin.Of(x)]);
        Assert.Equal(graph.Zero, gradient[graph.Variable("elsewhere")]);
        Assert.Equal(graph.Zero, gradient[x.Pow(17)]);
        Assert.Throws<ArgumentException>(() => gradient[new ExprGraph().Variable("x")]);
    }

    [Fact]
    public void What_was_not_asked_for_is_refused_also_where_it_does_not_matter()
    {
        var gradient = Gradient.Of(y.Pow(2) * z, by: [y, z]);

        Assert.Equal(2 * y * z, gradient[y]);
        Assert.Equal(graph.Zero, gradient[graph.Variable("elsewhere")]);
        Assert.Throws<InvalidOperationException>(() => gradient[x]);
        Assert.Throws<InvalidOperationException>(() => Gradient.Of(x * y * z, by: [z])[x]);
    }

    [Fact]
    public void Definitions_are_differentiated_through()
    {
        var u = graph.Define("u", x.Pow(2));
        var v = graph.Define("v", u * x);
        var gradient = Gradient.Of(v + u);

        Assert.Equal(x + 1, gradient[u]);
        Assert.Equal(graph.One, gradient[v]);
        AssertSameValue((3 * x.Pow(2)) + (2 * x), gradient[x]);
    }

    [Fact]
    public void Without_definitions_variables_are_independent()
    {
        var u = graph.Define("u", x.Pow(2));
        var v = graph.Define("v", u * x);
        var partial = Gradient.Of(v + u, throughDefinitions: false);

        Assert.Equal(graph.One, partial[u]);
        Assert.Equal(graph.One, partial[v]);
        Assert.Equal(graph.Zero, partial[x]);
    }

    [Fact]
    public void The_definition_of_the_root_itself_is_always_differentiated()
    {
        var u = graph.Define("u", x.Pow(2));
        var v = graph.Define("v", u * x);

        Assert.Equal(u, Gradient.Of(v, throughDefinitions: false)[x]);
        Assert.Equal(x, Gradient.Of(v, throughDefinitions: false)[u]);
        Assert.Equal(graph.One, Gradient.Of(v, throughDefinitions: false)[v]);
        AssertSameValue(3 * x.Pow(2), Gradient.Of(v)[x]);
        Assert.Equal(x, Gradient.Of(v)[u]);
    }

    [Fact]
    public void A_definition_that_is_a_variable_is_not_opened_twice()
    {
        var u = graph.Define("u", x.Pow(2));
        var alias = graph.Define("alias", u);

        Assert.Equal(graph.One, Gradient.Of(alias, throughDefinitions: false)[u]);
        Assert.Equal(graph.Zero, Gradient.Of(alias, throughDefinitions: false)[x]);
        Assert.Equal(2 * x, Gradient.Of(alias)[x]);
    }

    [Fact]
    public void A_factor_that_is_zero_does_not_hide_the_others()
    {
        var zero = graph.Define("zero", x - 3);
        var product = zero * y * z;
        var gradient = Gradient.Of(product);
        double At(Expr e) => e.Evaluate(leaf => leaf == x ? 3 : leaf == y ? 5 : 7);

        Assert.Equal(35, At(gradient[x]));
        Assert.Equal(35, At(gradient[zero]));
        Assert.Equal(0, At(gradient[y]));
        Assert.Equal(35, At(product.Derivative(x)));
    }

    [Fact]
    public void A_part_that_occurs_many_times_collects_all_its_contributions()
    {
        var u = graph.Define("u", x * y);
        var root = u + StandardFunctions.Sin.Of(u) + u.Pow(3) + StandardFunctions.Max.Of(u, z) + (u * z);

        Assert.Equal(
            graph.Sum(graph.One, StandardFunctions.Cos.Of(u), 3 * u.Pow(2), StandardFunctions.Step.Of(u - z), z),
            Gradient.Of(root)[u]);
        Assert.Equal(graph.One, Gradient.Of(StandardFunctions.Max.Of(u, u))[u]);
    }

    [Fact]
    public void Derivatives_can_be_differentiated_again()
    {
        var third = Gradient.Of(Gradient.Of(Gradient.Of(x.Pow(5) * y)[x])[x])[y];

        Assert.Equal(20 * x.Pow(3), third);
    }

    [Fact]
    public void Numbers_are_not_variables()
    {
        var root = (2 * x) + StandardFunctions.Sin.Of(2 * y) + x.Pow(2);
        var count = CountAfterGradient(root);

        Assert.Equal(graph.Zero, Gradient.Of(root)[graph.Number(2)]);
        Assert.Equal(graph.Zero, root.Derivative(graph.Number(2)));
        Assert.Equal(count, graph.Count);
    }

    [Fact]
    public void A_sweep_for_some_variables_leaves_the_others_alone()
    {
        var u = graph.Define("u", y * z);
        var root = StandardFunctions.Sin.Of(x * u) + (y * z.Pow(3));
        var all = Gradient.Of(root);
        var some = Gradient.Of(root, by: [y, graph.Variable("elsewhere")]);

        Assert.Equal(all[y], some[y]);
        Assert.Equal(all[u], some[u]); // it lies on the way
        Assert.Equal(graph.Zero, some[graph.Variable("elsewhere")]);
        Assert.Equal("The derivative by 'x' was not among those asked for.", Assert.Throws<InvalidOperationException>(() => some[x]).Message);
        Assert.Throws<InvalidOperationException>(() => some[z]);
        Assert.Throws<ArgumentException>(() => Gradient.Of(root, by: [new ExprGraph().Variable("y")]));
        Assert.Equal(z.Pow(3), Gradient.Of(root, throughDefinitions: false, by: [y])[y]);
    }

    [Fact]
    public void A_sweep_for_some_variables_makes_fewer_nodes()
    {
        var inputs = Enumerable.Range(0, 100).Select(i => graph.Variable($"x{i}")).ToArray();
        var weights = inputs.Select((_, i) => graph.Variable($"w{i}")).ToArray();
        var root = StandardFunctions.Exp.Of(graph.Sum([.. inputs.Zip(weights, (input, weight) => input * weight)]));
        var before = graph.Count;
        var gradient = Gradient.Of(root, by: weights);

        Assert.Equal(before + 100, graph.Count);
        Assert.Equal(root * inputs[7], gradient[weights[7]]);
    }

    [Fact]
    public void A_sweep_for_some_variables_ends_at_the_first_of_them()
    {
        var layers = new List<Expr> { x };
        for (var i = 1; i <= 100; i++)
        {
            layers.Add(graph.Define($"u{i}", StandardFunctions.Sin.Of(layers[^1])));
        }

        var before = graph.Count;
        var gradient = Gradient.Of(layers[100], by: [layers[99]]);

        Assert.Equal(StandardFunctions.Cos.Of(layers[99]), gradient[layers[99]]);
        Assert.InRange(graph.Count - before, 1, 3);
        Assert.Equal(graph.Zero, gradient[graph.Variable("later")]);
        Assert.Equal("The derivative by 'u98' was not among those asked for.", Assert.Throws<InvalidOperationException>(() => gradient[layers[98]]).Message);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(20_000)]
    public void A_product_of_many_factors_takes_a_few_nodes_a_factor(int count)
    {
        var factors = Enumerable.Range(0, count).Select(i => graph.Variable($"f{i}")).ToArray();
        var product = graph.Product(factors);
        var before = graph.Count;
        var gradient = Gradient.Of(product);

        Assert.InRange(graph.Count - before, 0, 4 * count);
        foreach (var k in new[] { 0, 1, count / 2, count - 1 })
        {
            // The factors are 1 except two: only the derivative by one of those lacks its factor.
            double At(Expr e) => e.Evaluate(f => f == factors[k] ? 3 : f == factors[2] ? 5 : 1);
            Assert.Equal(k == 2 ? 1 : 5, At(gradient[factors[k]]));
            Assert.Equal(k == 2 ? 1 : 5, At(product.Derivative(factors[k])));
        }
    }

    private int CountAfterGradient(Expr root)
    {
        Gradient.Of(root);
        root.Derivative(x);
        root.Derivative(y);
        return graph.Count;
    }

    private static Expr By(Expr variable, Expr root)
    {
        var reverse = Gradient.Of(root)[variable];
        Assert.Equal(reverse, root.Derivative(variable));
        return reverse;
    }

    private static void AssertSameValue(Expr expected, Expr actual)
    {
        foreach (var point in new[] { -1.5, 0.25, 2 })
        {
            Assert.Equal(expected.Evaluate(_ => point), actual.Evaluate(_ => point), 1e-12);
        }
    }
}
