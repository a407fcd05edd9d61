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
    [InlineData("\u001b[2J\u0085\n", "\ufffd[2J\ufffd\ufffd")] // controls
    [InlineData("\u202eab\u2066\u200f", "\ufffdab\ufffd\ufffd")] // what turns the direction of writing
    [InlineData("\ufeffa\u200bb\u00ad", "\ufffda\ufffdb\ufffd")] // what nobody sees
    [InlineData("\u2028\u2029", "\ufffd\ufffd")]
    [InlineData("\ta \u00a0δ \U0001D6FF e\u0301 \u0645", "\ta \u00a0δ \U0001D6FF e\u0301 \u0645")]
    public void What_is_shown_can_be_seen_and_does_nothing_to_a_screen(string text, string shown)
    {
        Assert.Equal(shown, Wording.Visible(text));
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
