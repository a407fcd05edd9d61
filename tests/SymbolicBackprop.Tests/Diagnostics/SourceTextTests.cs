using System.Text;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Tests.Diagnostics;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("abc", 0, 1, 1, "abc")]
    [InlineData("abc", 3, 1, 4, "abc")]
    [InlineData("", 0, 1, 1, "")]
    [InlineData("ab\ncd\n", 3, 2, 1, "cd")]
    [InlineData("ab\ncd\n", 2, 1, 3, "ab")]
    [InlineData("ab\ncd\n", 6, 3, 1, "")]
    [InlineData("ab\r\ncd", 3, 1, 3, "ab")]
    [InlineData("ab\r\ncd", 4, 2, 1, "cd")]
    [InlineData("ab\rcd", 3, 2, 1, "cd")]
    [InlineData("\n\nx", 2, 3, 1, "x")]
    public void An_offset_is_a_line_and_a_column(string text, int offset, int line, int column, string sourceLine)
    {
        Assert.Equal(new Place("f", line, column, 1, sourceLine), new SourceText("f", text).PlaceAt(offset));
        Assert.Equal(new Place("f", line, column, 1, sourceLine), Place.At("f", text, offset));
    }

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(1, 9, 2)]
    [InlineData(0, 0, 1)]
    [InlineData(3, 5, 1)]
    public void A_place_ends_with_its_line(int offset, int length, int expected)
    {
        Assert.Equal(expected, new SourceText("f", "abc\ndef").PlaceAt(offset, length).Length);
    }

    [Fact]
    public void Places_of_one_line_share_its_text()
    {
        var source = new SourceText("f", "ab\ncd");

        Assert.Same(source.PlaceAt(3).SourceLine, source.PlaceAt(4).SourceLine);
        Assert.Equal("ab", source.PlaceAt(0).SourceLine);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void An_offset_outside_the_text_is_no_place(int offset)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourceText("f", "abc").PlaceAt(offset));
    }

    [Fact]
    public void Bytes_are_UTF8_with_or_without_a_byte_order_mark()
    {
        Assert.Equal("δ\n", SourceText.Decode("f", "δ\n"u8).OrThrow().Text);
        Assert.Equal("δ\n", SourceText.Decode("f", [.. Encoding.UTF8.Preamble, .. "δ\n"u8]).OrThrow().Text);
        Assert.Equal("", SourceText.Decode("f", []).OrThrow().Text);
    }

    [Fact]
    public void Other_bytes_are_refused_where_the_first_of_them_stands()
    {
        var result = SourceText.Decode("f", [.. "a\nδé: "u8, 0xE9, (byte)'!']);

        Assert.False(result.IsSuccess);
        Assert.Equal(
            "f:2:5: error: the file is not UTF-8 text\n  2 | δé: \ufffd!\n    |     ^\n  hint: save it with the encoding UTF-8",
            Assert.Single(result.Diagnostics).Render());
    }

    [Fact]
    public void A_file_in_UTF16_is_refused_at_its_start()
    {
        var result = SourceText.Decode("f", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a: b\n")]);

        Assert.Equal((1, 1), (result.Diagnostics[0].Place!.Line, result.Diagnostics[0].Place!.Column));
    }
}
