using SymbolicBackprop.Expressions;
using SymbolicBackprop.Formulas;

namespace SymbolicBackprop.Tests.Formulas;

public sealed class LiteralTests
{
    [Theory]
    [InlineData(0, 1, "0")]
    [InlineData(120, 1, "120")]
    [InlineData(1, 2, "0.5")]
    [InlineData(1, 100, "0.01")]
    [InlineData(1, 16, "0.0625")]
    [InlineData(12345, 1000, "12.345")]
    [InlineData(7, 250, "0.028")]
    public void A_literal_is_written_in_digits(int over, int under, string digits) =>
        Assert.Equal(digits, new Literal(new Rational(over, under)).Digits);

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, 3)]
    [InlineData(1, 30)]
    public void What_has_a_sign_or_no_last_digit_is_no_literal(int over, int under)
    {
        var value = new Rational(over, under);

        Assert.False(Literal.CanBe(value));
        var exception = Assert.Throws<ArgumentException>(() => new Literal(value));
        Assert.StartsWith($"A literal is an integer or a finite decimal without a sign; {value} is not.", exception.Message);
    }
}
