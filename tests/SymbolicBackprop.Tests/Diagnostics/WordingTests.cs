using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Tests.Diagnostics;

public sealed class WordingTests
{
    private static readonly string[] Known = ["identity", "sigmoid", "softplus", "tanh", "x"];

    [Theory]
    [InlineData("tahn", "tanh")]
    [InlineData("TANH", "tanh")]
    [InlineData("tan", "tanh")]
    [InlineData("sigmod", "sigmoid")]
    [InlineData("sigmoide", "sigmoid")]
    [InlineData("sotfplsu", "softplus")]
    [InlineData("identiti", "identity")]
    [InlineData("relu", null)]
    [InlineData("cosh", null)]
    [InlineData("y", null)]
    [InlineData("", null)]
    public void A_misspelt_name_finds_the_one_that_was_meant(string written, string? expected)
    {
        Assert.Equal(expected, Wording.Closest(written, Known));
    }

    [Fact]
    public void A_very_long_name_is_close_to_none()
    {
        Assert.Null(Wording.Closest(new string('t', 1_000_000), Known));
    }

    [Fact]
    public void A_quote_is_one_short_line()
    {
        Assert.Equal("'a b'", Wording.Quoted("a\tb"));
        Assert.Equal("'a\ufffdb'", Wording.Quoted("a\nb"));
        Assert.Equal("'" + new string('a', 40) + "'", Wording.Quoted(new string('a', 40)));
        Assert.Equal("'" + new string('a', 39) + "…'", Wording.Quoted(new string('a', 41)));
        Assert.Equal("'" + new string('a', 38) + "…'", Wording.Quoted(new string('a', 38) + "\U0001D6FF" + new string('a', 9)));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b", "a and b")]
    [InlineData("a b c", "a, b and c")]
    public void Things_are_listed(string items, string expected)
    {
        Assert.Equal(expected, Wording.List(items.Split(' ')));
    }

    [Fact]
    public void Things_are_counted()
    {
        Assert.Equal("1 unit, 0 units, 2 units", string.Join(", ", Wording.Count(1, "unit"), Wording.Count(0, "unit"), Wording.Count(2, "unit")));
    }
}
