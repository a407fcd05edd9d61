using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;

namespace SymbolicBackprop.Tests.Files;

public sealed class SheetFileMistakeTests
{
    private const string Empty = "net.yaml:1:1: error: the file is empty\n  1 |\n    | ^\n"
        + "  hint: describe a network under the key 'network:' and list questions under 'questions:'\n";

    public static IEnumerable<TheoryDataRow<string, string>> Mistakes =>
        [.. MistakeFile.Read("Mistakes.md"), .. MistakeFile.Read("ValueMistakes.md"), .. MistakeFile.Read("EquationMistakes.md")];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Every_mistake_is_reported_with_its_place(string yaml, string expected)
    {
        Assert.Equal(expected, Findings(yaml));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("---\n...\n")]
    public void A_file_without_content_is_empty(string yaml)
    {
        Assert.StartsWith("net.yaml:1:1: error: the file is empty\n", Findings(yaml));
    }

    [Fact]
    public void A_file_of_no_bytes_is_empty()
    {
        Assert.Equal(Empty, Findings(""));
    }

    [Theory]
    [InlineData("title: a\0b\n", "net.yaml:1:9: error: the control character U+0000 stands here\n  1 | title: a\ufffdb\n    |         ^\n  hint: remove it\n")]
    [InlineData("title: a\u001b[2J\n", "net.yaml:1:9: error: the control character U+001B stands here\n  1 | title: a\ufffd[2J\n    |         ^\n  hint: remove it\n")]
    [InlineData("a: b\n\u007f\n", "net.yaml:2:1: error: the control character U+007F stands here\n  2 | \ufffd\n    | ^\n  hint: remove it\n")]
    public void Control_characters_are_named_and_never_printed(string yaml, string expected)
    {
        Assert.Equal(expected, Findings(yaml));
    }

    [Fact]
    public void A_very_long_file_is_not_read()
    {
        Assert.StartsWith("net.yaml:1:1: error: the file is longer than 1000000 characters\n", Findings(new string('a', 1_000_001)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_in_one_long_line_takes_no_longer_than_one_of_many_lines()
    {
        var yaml = "questions: [" + string.Join(',', Enumerable.Repeat("q", 200_000)) + "]";

        var found = await Task.Run(() => SheetFileReader.Read(new SourceText("net.yaml", yaml)).Diagnostics, TestContext.Current.CancellationToken);

        Assert.Equal(200_001, found.Length); // the network is missing
        Assert.Equal("net.yaml:1:13: error: 'q' is not a quantity to ask for", found[1].ToString());
        Assert.Equal("net.yaml:1:400011: error: 'q' is not a quantity to ask for", found[^1].ToString());
    }

    [Fact]
    public void Deep_nesting_ends_soon()
    {
        Assert.Contains("lists and keys stand inside one another more than 20 deep", Findings(new string('[', 900_000)));
    }

    [Fact]
    public void More_layers_than_a_file_may_have_are_counted()
    {
        var layers = string.Concat(Enumerable.Repeat("  - { units: 1, activation: tanh }\n", 1001));

        var findings = Findings("network:\n  inputs: 1\n  layers:\n" + layers + "questions: [ x_1 ]\n");

        Assert.Equal(
            "net.yaml:4:3: error: the network has 1001 layers; a network file may have 1000\n"
            + "  4 |   - { units: 1, activation: tanh }\n    |   ^\n  hint: build larger networks with the library; where you trust the input, raise the limit: --limit layers=…\n",
            findings);
    }

    [Fact]
    public void Half_a_character_in_a_title_is_refused_for_a_document()
    {
        const string yaml = "title: a\ud83d\nnetwork: { inputs: 1, layers: [ { units: 1, activation: tanh } ] }\nquestions: [ x_1 ]\n";

        Assert.Equal(
            "net.yaml:1:8: error: the fonts of a complete document have no '\ufffd' (U+FFFD)",
            Assert.Single(SheetFileReader.ReadForDocument(new SourceText("net.yaml", yaml)).Diagnostics).ToString());
        Assert.True(SheetFileReader.Read(new SourceText("net.yaml", yaml)).IsSuccess);
    }

    [Fact]
    public void Windows_line_ends_do_not_move_a_place()
    {
        Assert.Contains(
            "\nnet.yaml:3:11: error: 'inputs' must be a whole number from 1 to 1000, not '0'\n  3 |   inputs: 0\n    |           ^\n",
            Findings("title: A\r\nnetwork:\r\n  inputs: 0\r\n"));
    }

    [Fact]
    public void The_network_alone_may_be_read_without_questions()
    {
        var source = new SourceText("net.yaml", "network: { inputs: 1, layers: [ { units: 1, activation: tanh } ] }\n");

        Assert.Empty(SheetFileReader.ReadNetwork(source).OrThrow().Questions);
        Assert.False(SheetFileReader.Read(source).IsSuccess);
    }

    [Fact]
    public void Parsing_throws_with_everything_that_was_found()
    {
        var exception = Assert.Throws<InvalidInputException>(() => SheetFile.Parse("network:\nquestions:\n", "a.yaml"));

        Assert.Equal(2, exception.Diagnostics.Length);
        Assert.StartsWith("a.yaml:1:1: error: 'network' has no value\n", exception.Message);
        Assert.Contains("\na.yaml:2:1: error: 'questions' has no value\n", exception.Message);
    }

    private static string Findings(string yaml) =>
        string.Concat(SheetFileReader.Read(new SourceText("net.yaml", yaml)).Diagnostics.Select(found => found.Render() + "\n"));
}
