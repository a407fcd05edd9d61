using SymbolicBackprop.Formulas;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class GeneralizationTests
{
    [Fact]
    public void The_pattern_of_a_weighted_sum_is_found()
    {
        Formula[] terms = [.. Enumerable.Range(1, 3).Select(j => Product(Delta(2, j), Prime(F(2, Z(2, j))), W(2, 1, j)))];

        Assert.Equal(Product(Delta(2, J), Prime(F(2, Z(2, J))), W(2, 1, J)), General(terms));
    }

    [Fact]
    public void Every_kind_of_formula_can_carry_the_index()
    {
        static Formula At(SymbolicBackprop.Formulas.Index j) => Sum(
            -new Fraction(Z(1, j), new Power(A(1, j), Number(2))),
            F(1, Z(1, j)),
            D(L, A(1, j)),
            new Summation("k", 1, 3, Product(Delta(2, K), W(2, j, K))),
            new Cases([new Branch(Number(0), new Condition(Z(1, j)) { High = B(1, j), IncludesHigh = true }), new Branch(Z(1, j), null)]));

        Assert.Equal(At(J), General(At(1), At(2), At(3)));
    }

    [Fact]
    public void What_all_instances_share_stays_as_it_is() => Assert.Equal(Product(W(1, J, 1), B(1, 1)), General(Product(W(1, 1, 1), B(1, 1)), Product(W(1, 2, 1), B(1, 1))));

    [Fact]
    public void An_instance_that_deviates_spoils_the_pattern()
    {
        Assert.Null(General(Z(1, 1), Z(1, 2), Z(1, 4)));
        Assert.Null(General(Z(1, 1), Z(1, 2), A(1, 3)));
        Assert.Null(General(Z(1, 1), Z(1, 2), -Z(1, 3)));
        Assert.Null(General(Product(Z(1, 1), Z(1, 1)), Product(Z(1, 2), Z(1, 2)), Product(Z(1, 3), Z(1, 1))));
    }

    [Fact]
    public void Instances_out_of_order_have_no_pattern()
    {
        Assert.Null(General(Z(1, 2), Z(1, 1)));
        Assert.Null(General(Z(1, 2), Z(1, 3)));
        Assert.Null(General(Z(1, 1), Z(2, 1)));
        Assert.Null(General(Number(1), Number(2)));
        Assert.Null(General(P, Q));
    }

    [Fact]
    public void One_instance_or_none_is_no_pattern()
    {
        Assert.Null(General(Z(1, 1)));
        Assert.Null(General());
    }

    [Fact]
    public void A_letter_that_is_taken_is_not_used_again()
    {
        Assert.Null(General(Product(Z(1, 1), B(1, J)), Product(Z(1, 2), B(1, J))));
        Assert.Null(General(
            new Summation("j", 1, 2, Product(Delta(2, J), W(2, 1, J))),
            new Summation("j", 1, 2, Product(Delta(2, J), W(2, 2, J)))));
    }

    [Fact]
    public void A_bound_letter_that_all_instances_share_does_not_clash()
    {
        var bound = new Summation("j", 1, 2, Z(2, J));

        Assert.Equal(Product(Z(1, J), bound), General(Product(Z(1, 1), bound), Product(Z(1, 2), bound)));
    }

    [Fact]
    public void Both_indices_of_a_weight_may_run() => Assert.Equal(W(1, J, J), General(W(1, 1, 1), W(1, 2, 2), W(1, 3, 3)));

    private static Formula? General(params Formula[] instances) => Generalization.TryGeneralize(instances, "j", out var general) ? general : null;
}
