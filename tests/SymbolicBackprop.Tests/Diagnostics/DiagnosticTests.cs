using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [Fact]
    public void A_finding_shows_its_line_with_carets_and_a_hint()
    {
        var found = Diagnostic.Error(Place.At("net.yaml", "a: 1\nunits: tow\n", 12, 3), "a number was expected", "write 2");

        Assert.Equal(
            """
            net.yaml:2:8: error: a number was expected
              2 | units: tow
                |        ^^^
              hint: write 2
            """,
            found.Render());
        Assert.Equal("net.yaml:2:8: error: a number was expected", found.ToString());
    }

    [Fact]
    public void Without_place_and_hint_a_finding_is_one_line()
    {
        Assert.Equal("warning: odd", new Diagnostic(Severity.Warning, "odd", null).Render());
    }

    [Theory]
    [InlineData("\t\tx y", 4, "\t\tx y", "\t\t  ^")] // tabs stay, so that they are as wide in both lines
    [InlineData("\U0001D6FF = x", 5, "\U0001D6FF = x", "    ^")] // a character of two code units is one wide
    [InlineData("e\u0301 = x", 5, "e\u0301 = x", "    ^")] // a combining accent has no width
    [InlineData("中 = x", 4, "中 = x", "     ^")] // a Chinese character is two wide
    [InlineData("中", 0, "中", "^^")]
    [InlineData("نمی\u200cشود = x", 10, "نمی\ufffdشود = x", "          ^")] // what nobody sees has a sign in its place
    [InlineData("abc", 3, "abc", "   ^")] // the end of a line
    [InlineData("a\u001bb", 2, "a\ufffdb", "  ^")] // nothing reaches the screen but text
    public void The_caret_stands_under_its_character(string line, int offset, string shown, string carets)
    {
        Assert.Equal($"f:1:{offset + 1}: error: m\n  1 | {shown}\n    | {carets}", Diagnostic.Error(Place.At("f", line, offset), "m").Render());
    }

    [Fact]
    public void Whatever_message_and_hint_repeat_of_an_input_nothing_but_text_reaches_the_screen()
    {
        Assert.Equal(
            "error: no '\ufffd[31m'\n  hint: write '\ufffdx'",
            Diagnostic.Error(null, "no '\u001b[31m'", "write '\u202ex'").Render());
    }

    [Fact]
    public void Of_a_long_line_the_part_around_the_place_is_shown()
    {
        var line = new string('a', 300) + "HERE" + new string('b', 300);

        var lines = Diagnostic.Error(Place.At("f", line, 300, 4), "m").Render().Split('\n');

        Assert.Equal($"  1 | …{new string('a', 60)}HERE{new string('b', 46)}…", lines[1]);
        Assert.Equal($"    | {new string(' ', 61)}^^^^", lines[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(599)]
    [InlineData(600)]
    public void The_ends_of_a_long_line_can_be_shown(int offset)
    {
        var lines = Diagnostic.Error(Place.At("f", new string('a', 600), offset), "m").Render().Split('\n');

        Assert.Equal(lines[2].Length - 1, Math.Min(lines[2].IndexOf('^'), lines[1].Length));
        Assert.InRange(lines[1].Length, 100, 130);
    }

    [Fact]
    public void Places_are_ordered_by_line_then_column()
    {
        var source = new SourceText("f", "ab\ncd");

        Assert.Equal(
            [source.PlaceAt(0), source.PlaceAt(1), source.PlaceAt(3)],
            new[] { source.PlaceAt(3), source.PlaceAt(1), source.PlaceAt(0) }.Order());
    }
}
