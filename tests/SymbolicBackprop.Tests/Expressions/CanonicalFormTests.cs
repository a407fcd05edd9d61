using CsCheck;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;

namespace SymbolicBackprop.Tests.Expressions;

public class CanonicalFormTests
{
    private static readonly Rational Half = new(1, 2);
    private readonly ExprGraph graph = new();
    private readonly Expr x;
    private readonly Expr y;
    private readonly Expr z;

    public CanonicalFormTests() => (x, y, z) = (graph.Variable("x"), graph.Variable("y"), graph.Variable("z"));

    [Fact]
    public void Order_and_grouping_do_not_matter()
    {
        Assert.Equal(x + y, y + x);
        Assert.Equal(x * y, y * x);
        Assert.Equal(x + y + z, z + (y + x));
        Assert.Equal(x * y * z, z * (y * x));
    }

    [Fact]
    public void Order_does_not_matter_for_any_number_of_operands() =>
        Gen.Select(Gen.Int[-3, 5].Array[0, 40], Gen.Int[0, 1000]).Holds(pair =>
        {
            var (picks, seed) = pair;
            var fresh = new ExprGraph();
            var operands = picks.Select(i => i <= 0 ? fresh.Number(i) : i == 5 ? fresh.Variable("x1").Pow(-1) : 3 * fresh.Variable($"x{i}")).ToArray();
            var (sum, product) = (fresh.Sum(operands), fresh.Product(operands));
            new Random(seed).Shuffle(operands);
            Assert.Equal(sum, fresh.Sum(operands));
            Assert.Equal(product, fresh.Product(operands));
        });

    [Fact]
    public void Like_terms_are_collected()
    {
        Assert.Equal(2 * x, x + x);
        Assert.Equal(5 * x, (2 * x) + (3 * x));
        Assert.Equal(y, x + y - x);
        Assert.Equal(graph.Zero, x - x);
        Assert.Equal(x, (Half * x) + (Half * x));
        Assert.Equal(3 * x * y, (x * y) + (2 * y * x));
        Assert.Equal(graph.Zero, (x * y) - (y * x));
    }

    [Fact]
    public void Terms_at_once_are_terms_one_by_one()
    {
        Expr[] leaves = [x, y, -x, 2 * x, x * y, -2 * x * y, x * y * z, 5 * x * y * z, x.Pow(2), -x.Pow(2), graph.One, graph.Number(-2), graph.Number(Half)];
        Gen.Int[0, leaves.Length - 1].Array[0, 12].Holds(picks =>
            Assert.Equal(picks.Aggregate(graph.Zero, (sum, i) => sum + leaves[i]), graph.Sum([.. picks.Select(i => leaves[i])])));
    }

    [Fact]
    public void A_number_times_a_shared_product_is_opened_in_a_sum() =>
        Assert.Equal(graph.Sum(3 * x * y, z), graph.Sum(graph.SharedProduct(graph.Number(3), x * y), z));

    [Fact]
    public void Sums_cancel_with_their_negatives()
    {
        Assert.Equal(graph.Zero, x + y - (x + y));
        Assert.Equal(-y, x - (x + y));
        Assert.Equal(x + y, (2 * (x + y)) - x - y);
        Assert.Equal(x + y, (3 * (x + y)) - (2 * (x + y)));
        Assert.Equal(graph.Zero, (2 * (x + 1)) - (2 * x) - 2);
    }

    [Fact]
    public void A_number_stays_in_front_of_a_sum_that_stands_alone()
    {
        var product = 2 * (x + y);

        Assert.Equal(ExprKind.Product, product.Kind);
        Assert.Equal([graph.Number(2), x + y], product.Children());
        Assert.Equal(product, product + 0);
        Assert.Equal(product, graph.Sum(product));
    }

    [Fact]
    public void Equal_bases_are_collected()
    {
        Assert.Equal(x.Pow(2), x * x);
        Assert.Equal(x.Pow(5), x.Pow(2) * x.Pow(3));
        Assert.Equal(graph.One, x / x);
        Assert.Equal(y, x * y / x);
        Assert.Equal(x, x.Pow(Half) * x.Pow(Half));
        Assert.Equal((x + y).Pow(2), (x + y) * (y + x));
    }

    [Fact]
    public void Numbers_fold_and_come_first()
    {
        Assert.Equal(graph.Number(6), graph.Number(2) * graph.Number(3));
        Assert.Equal(graph.Number(5), graph.Number(2) + graph.Number(3));
        Assert.Equal(graph.Number(new Rational(8, 27)), graph.Number(new Rational(2, 3)).Pow(3));
        Assert.Equal(graph.Number(3), (x * 3 * y).Child(0));
        Assert.Equal(graph.Number(3), (x + 3 + y).Child(0));
        Assert.Equal(6 * x, 2 * (3 * x));
        Assert.Equal(graph.Zero, 0 * x);
        Assert.Equal(x, 1 * x);
        Assert.Equal(x, x + 0);
    }

    [Fact]
    public void Empty_sums_and_products_are_their_neutral_numbers()
    {
        Assert.Equal(graph.Zero, graph.Sum());
        Assert.Equal(graph.One, graph.Product());
        Assert.Equal(x, graph.Sum(x));
        Assert.Equal(x, graph.Product(x));
    }

    [Fact]
    public void Whole_powers_go_inwards()
    {
        Assert.Equal(graph.One, x.Pow(0));
        Assert.Equal(x, x.Pow(1));
        Assert.Equal(x.Pow(6), x.Pow(2).Pow(3));
        Assert.Equal(x, x.Pow(-1).Pow(-1));
        Assert.Equal(x, x.Pow(Half).Pow(2));
        Assert.Equal(4 * x.Pow(2) * y.Pow(2), (2 * x * y).Pow(2));
        Assert.Equal(graph.One, graph.One.Pow(Half));
        Assert.Equal(graph.Zero, graph.Zero.Pow(Half));
    }

    [Fact]
    public void Roots_stay_outside_where_signs_could_be_lost()
    {
        var root = x.Pow(2).Pow(Half);

        Assert.NotEqual(x, root);
        Assert.Equal(3, root.Evaluate(_ => -3));
        Assert.NotEqual(x.Pow(Half) * y.Pow(Half), (x * y).Pow(Half));
        Assert.Equal(2, (x * y).Pow(Half).Evaluate(_ => -2));
    }

    [Fact]
    public void Equal_roots_come_together()
    {
        var rootOfTwo = graph.Number(2).Pow(Half);

        Assert.Equal(graph.Number(2), rootOfTwo * rootOfTwo);
        Assert.Equal(2 * x, rootOfTwo * x * rootOfTwo);
        Assert.Equal(graph.Number(2), (x * rootOfTwo * rootOfTwo).Child(0));
        Assert.Equal(x.Pow(3), x * x.Pow(2).Pow(Half) * x.Pow(2).Pow(Half));
    }

    [Fact]
    public void Zero_to_a_negative_power_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => graph.Zero.Pow(-1));
        Assert.Throws<DivideByZeroException>(() => x / graph.Zero);
        Assert.Throws<DivideByZeroException>(() => x / 0);
        Assert.Throws<DivideByZeroException>(() => 1 / (x - x));
    }

    [Fact]
    public void Huge_powers_of_numbers_stay_powers()
    {
        var exponent = new Rational(System.Numerics.BigInteger.Pow(10, 9), 1);
        var huge = graph.Number(2).Pow(exponent);

        Assert.Equal(ExprKind.Power, huge.Kind);
        Assert.Equal(huge, huge * 1);
        Assert.Equal(graph.One, huge / huge);
        Assert.Equal(huge * x, x * huge);
    }

    [Fact]
    public void Numbers_do_not_grow_without_bound_along_a_chain()
    {
        var (scaled, powered, affine) = (x, x, x);
        for (var i = 0; i < 20_000; i++)
        {
            scaled *= 3;
            powered = powered.Pow(2);
            affine = (2 * affine) + 1;
        }

        for (var id = 0; id < graph.Count; id++)
        {
            Assert.True(graph.KindOf(id) != ExprKind.Number || graph.NumberOf(id).Numerator.GetBitLength() < 2000);
        }
    }

    [Fact]
    public void Every_node_is_in_canonical_form() => RandomExpression.Recipes.Holds(recipe =>
    {
        var fresh = recipe.Build().Root.Graph;
        for (var id = 0; id < fresh.Count; id++)
        {
            var node = new Expr(fresh, id);
            switch (node.Kind)
            {
                case ExprKind.Sum:
                case ExprKind.Product:
                    Assert.True(node.ChildCount >= 2);
                    Assert.Equal(node.Children().Distinct(), node.Children());
                    Assert.All(node.Children().Skip(1), child => Assert.NotEqual(ExprKind.Number, child.Kind));
                    Assert.All(node.Children(), child => Assert.True(child.Kind != node.Kind || child.ChildCount > 16));
                    Assert.NotEqual(node.Kind == ExprKind.Sum ? fresh.Zero : fresh.One, node.Child(0));
                    break;
                case ExprKind.Power:
                    Assert.Equal(2, node.ChildCount);
                    Assert.False(node.Exponent.IsZero || node.Exponent.IsOne);
                    Assert.False(node.Exponent.IsInteger && node.Child(0).Kind is ExprKind.Number or ExprKind.Power);
                    break;
                case ExprKind.Function:
                    Assert.Equal(node.Function.Arity, node.ChildCount);
                    break;
            }
        }
    });

    [Fact]
    public void The_form_keeps_the_value()
    {
        Expr[] leaves = [x, y, z, graph.Number(-2), graph.Number(Half), x + y, 3 * (x + y), x * y, x.Pow(2), x.Pow(-1), (x * y).Pow(Half)];
        Gen.Int[0, leaves.Length - 1].Array[0, 8].Holds(picks =>
        {
            var operands = picks.Select(i => leaves[i]).ToArray();
            var values = operands.Select(At).ToArray();
            Assert.Equal(values.Sum(), At(graph.Sum(operands)), 1e-12);
            var product = values.Aggregate(1.0, (all, one) => all * one);
            Assert.Equal(1, At(graph.Product(operands)) / product, 1e-12);
            Assert.Equal(1, At(operands.Aggregate(graph.One, graph.SharedProduct)) / product, 1e-12);
        });

        double At(Expr e) => e.Evaluate(v => v == x ? 1.25 : v == y ? 0.75 : -1.5);
    }

    [Fact]
    public void Functions_simplify_exactly()
    {
        Assert.Equal(graph.One, StandardFunctions.Exp.Of(graph.Zero));
        Assert.Equal(x, StandardFunctions.Exp.Of(StandardFunctions.Ln.Of(x)));
        Assert.Equal(x, StandardFunctions.Ln.Of(StandardFunctions.Exp.Of(x)));
        Assert.Equal(graph.Number(Half), StandardFunctions.Abs.Of(graph.Number(-Half)));
        Assert.Equal(x, StandardFunctions.Max.Of(x, x));
        Assert.Equal(graph.Number(3), StandardFunctions.Max.Of(graph.Number(3), graph.Number(-4)));
        Assert.Equal(graph.Zero, StandardFunctions.Step.Of(graph.Zero));
    }
}
