using SymbolicBackprop.Expressions;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Numbers;

public sealed class DigitsShownTests
{
    [Theory]
    [InlineData("0.125", 2, false, "0.13")] // halves away from zero
    [InlineData("-0.125", 2, false, "-0.13")]
    [InlineData("0.135", 2, false, "0.14")]
    [InlineData("1/3", 4, false, "0.3333")]
    [InlineData("2/3", 0, false, "1")]
    [InlineData("0.3775", 3, false, "0.378")] // as a double it lies below the half
    [InlineData("0.3775", 6, false, "0.3775")]
    [InlineData("1/300000", 4, false, "0.0000")]
    [InlineData("1/300", 2, true, "0.0033")]
    [InlineData("9.996", 3, true, "10.0")]
    [InlineData("99999", 2, true, "100000")]
    [InlineData("1/3000000", 3, true, @"3.33 \cdot 10^{-7}")]
    [InlineData("-200000000000000/3", 3, true, @"-6.67 \cdot 10^{13}")]
    [InlineData("0", 3, true, "0")]
    public void A_known_number_is_rounded_half_away_from_zero(string number, int count, bool areSignificant, string expected)
    {
        Assert.True(Rational.TryParse(number, out var exact));

        Assert.Equal(expected, Written(new DigitsShown(count, areSignificant).Round(BoundedNumber.Of(exact))));
    }

    [Theory]
    [InlineData(0.12345678, 1e-12, 4, "0.1235", true)]
    [InlineData(0.12345, 1e-12, 4, "0.1235", true)] // half, as far as is known: up or down?
    [InlineData(1e-17, 1e-16, 4, "0.0000", true)]
    [InlineData(0.1234, 0.001, 4, "0.1", false)]
    public void A_computed_number_is_rounded_where_its_bound_allows(double value, double error, int places, string expected, bool isCertain)
    {
        var rounded = new DigitsShown(places, AreSignificant: false).Round(new BoundedNumber(value, error));

        Assert.Equal(isCertain, rounded.IsCertain);
        Assert.Equal(isCertain ? expected : expected[..Math.Min(expected.Length, Written(rounded).Length)], Written(rounded));
    }

    [Fact]
    public void Of_a_number_that_is_less_than_its_error_nothing_is_known()
    {
        var rounded = new DigitsShown(6, AreSignificant: true).Round(new BoundedNumber(0, 1e-16));

        Assert.Equal("0", Written(rounded));
        Assert.False(rounded.IsCertain);
    }

    private static string Written(RoundedNumber number) => new LatexWriter(Notation.Parentheses).Write(number.Formula);
}
