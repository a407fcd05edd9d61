using SymbolicBackprop.Formulas;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class FormulaTests
{
    [Fact]
    public void A_product_is_flat_and_has_no_factor_of_1()
    {
        Assert.Equal(Product(P, Q, R), Formula.ProductOf(P, Product(Q, R)));
        Assert.Equal(Product(P, Q), Formula.ProductOf(Number(1), P, Product(Number(1), Q)));
        Assert.Equal(P, Formula.ProductOf(Number(1), P));
        Assert.Equal(Literal.One, Formula.ProductOf());
    }

    [Fact]
    public void The_sign_of_the_first_factor_goes_before_the_product()
    {
        Assert.Equal(new Negative(Product(P, Q)), Formula.ProductOf(-P, Q));
        Assert.Equal(Product(P, -Q), Formula.ProductOf(P, -Q));
        Assert.Equal(-P, Formula.ProductOf(-P));
        Assert.Equal(-P, Formula.ProductOf(-Number(1), P));
    }

    [Fact]
    public void A_factor_counts_as_first_once_ones_are_gone_and_products_opened()
    {
        Assert.Equal(new Negative(Product(P, Q)), Formula.ProductOf(Number(1), -P, Q));
        Assert.Equal(new Negative(Product(P, Q, R)), Formula.ProductOf(Product(-P, Q), R));
        Assert.Equal(Product(P, Q), Formula.ProductOf(-Number(1), -P, Q));
    }

    [Fact]
    public void A_sum_is_flat_and_has_no_term_of_0()
    {
        Assert.Equal(Sum(P, Q, R), Formula.SumOf(P, Sum(Q, Number(0), R), Number(0)));
        Assert.Equal(Sum(P, -Sum(Q, R)), Formula.SumOf(P, -Sum(Q, R)));
        Assert.Equal(P, Formula.SumOf(P));
        Assert.Equal(Literal.Zero, Formula.SumOf());
    }

    [Fact]
    public void Two_signs_cancel() => Assert.Equal(P, -(-P));

    [Fact]
    public void A_number_takes_the_place_of_an_index_letter_everywhere()
    {
        var general = Formula.SumOf(
            Formula.ProductOf(Delta(J, 1), Prime(F(J, Z(2, J))), W(2, J, K)),
            -new Fraction(new Power(A(2, J), Number(2)), new Underbrace(D(L, A(2, J)), Delta(2, J))),
            new PathShare(D(L, Z(2, J)), 1));
        var bound = Formula.SumOf(
            Formula.ProductOf(Delta(3, 1), Prime(F(3, Z(2, 3))), W(2, 3, K)),
            -new Fraction(new Power(A(2, 3), Number(2)), new Underbrace(D(L, A(2, 3)), Delta(2, 3))),
            new PathShare(D(L, Z(2, 3)), 1));

        Assert.Equal(bound, general.Bind("j", 3));
        Assert.Equal(general, general.Bind("i", 3));
    }

    [Fact]
    public void An_inner_sum_hides_an_outer_index_of_the_same_letter()
    {
        var inner = new Summation("j", 1, J, Z(1, J));

        Assert.Equal(new Summation("j", 1, 2, Z(1, J)), inner.Bind("j", 2));
        Assert.Equal(new Summation("k", 1, 3, Z(1, 2)), new Summation("k", 1, 3, Z(1, J)).Bind("j", 2));
    }

    [Fact]
    public void Formulas_with_equal_parts_are_equal_and_have_equal_hash_codes()
    {
        var one = Formula.ProductOf(Delta(2, 1), F(2, Z(2, 1)));
        var other = Formula.ProductOf(Delta(2, 1), F(2, Z(2, 1)));

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, Formula.ProductOf(F(2, Z(2, 1)), Delta(2, 1)));
    }
}
