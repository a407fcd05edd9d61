using SymbolicBackprop.Expressions;
using SymbolicBackprop.Numbers;

namespace SymbolicBackprop.Tests.Numbers;

public sealed class BoundedNumberTests
{
    // 1 − σ(z) is e^{-z} / (1 + e^{-z}), which loses no digits.
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(50)]
    public void The_bound_covers_what_cancellation_costs(int z)
    {
        var sigmoid = (BoundedNumber.Of(1) + BoundedNumber.Apply([BoundedNumber.Of(-z)], at => Math.Exp(at[0]))).Pow(-1);
        var rest = BoundedNumber.Of(1) + -sigmoid;
        var truth = Math.Exp(-z) / (1 + Math.Exp(-z));

        Assert.InRange(truth, rest.Value - rest.Error, rest.Value + rest.Error);
        Assert.True(rest.Error < 1e-15);
    }

    [Fact]
    public void Sums_and_products_of_decimals_are_exact()
    {
        var sum = BoundedNumber.Of(new Rational(1, 10)) + BoundedNumber.Of(new Rational(2, 10));

        Assert.Equal(new Rational(3, 10), sum.Exact);
        Assert.Equal(new Rational(9, 100), (sum * sum).Exact);
        Assert.Equal(new Rational(10, 3), sum.Pow(-1).Exact);
    }

    [Fact]
    public void A_fraction_that_would_grow_without_bound_is_given_up()
    {
        var number = BoundedNumber.Of(new Rational(1, 3));
        for (var i = 0; i < 10; i++)
        {
            number *= number;
        }

        Assert.Null(number.Exact);
        Assert.Equal(Math.Pow(1 / 3.0, 1024), number.Value, number.Error);
    }
}
