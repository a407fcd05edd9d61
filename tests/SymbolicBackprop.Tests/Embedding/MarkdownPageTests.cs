using CsCheck;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Embedding;
using SymbolicBackprop.Robustness;

namespace SymbolicBackprop.Tests.Embedding;

public sealed class MarkdownPageTests
{
    private const string Network = "network:\n  inputs: 1\n  layers:\n    - { units: 1, activation: tanh }\n";

    private static readonly string Folder = Repository.PathOf("examples");

    private static readonly string Example = File.ReadAllText(Repository.PathOf("examples/page.md"));

    [Fact]
    public void An_answered_page_is_answered_with_itself()
    {
        var once = Answer(Example);
        var twice = Answer(once.Text);

        Assert.Empty(once.Diagnostics);
        Assert.NotEqual(Example, once.Text);
        Assert.Equal(once.Text, twice.Text);
    }

    [Fact]
    public void What_is_asked_and_the_words_around_it_stay()
    {
        var answered = Answer(Example).Text;

        Assert.All(Example.Split('\n').Where(line => line.Length > 0 && !line.Contains('{', StringComparison.Ordinal) && !line.StartsWith("```", StringComparison.Ordinal)), line => Assert.Contains(line + "\n", answered, StringComparison.Ordinal));
    }

    [Fact]
    public void An_old_answer_is_replaced()
    {
        var answered = Answer(Example).Text;

        Assert.Equal(answered, Answer(answered.Replace(@"-2 \left[", @"2 \left[", StringComparison.Ordinal)).Text);
    }

    [Theory]
    [InlineData("> ", "> ")]
    [InlineData("- ", "  ")]
    [InlineData("   ", "   ")]
    public void An_answer_stands_in_the_quote_or_list_of_its_question(string first, string rest)
    {
        var block = $"```backprop\n{Network}questions: ['b_1^{{(1)}}']\n```".Replace("\n", "\n" + rest, StringComparison.Ordinal);

        var answered = Answer($"Before.\n\n{first}{block}\n\nAfter.\n");

        Assert.Empty(answered.Diagnostics);
        Assert.StartsWith($"Before.\n\n{first}<!-- backprop\n{rest}network:\n", answered.Text, StringComparison.Ordinal);
        Assert.Contains($"\n{rest}$$\n{rest}\\begin{{aligned}}\n", answered.Text, StringComparison.Ordinal);
        Assert.EndsWith($"\n{rest}<!-- /backprop -->\n\nAfter.\n", answered.Text, StringComparison.Ordinal);
        Assert.Equal(answered.Text, Answer(answered.Text).Text);
    }

    [Theory]
    [InlineData("```js\n{backprop: x}\n```\n")]
    [InlineData("````\n```backprop\nnonsense\n```\n````\n")]
    [InlineData("``{backprop: x}`` and `{backprop: x}`\n")]
    [InlineData("\\{backprop: x}\n")]
    [InlineData("<!-- {backprop: x}\n```backprop\n-->\n")]
    [InlineData("{backpropagation: x} and {backprop} and {back: x}\n")]
    public void What_asks_for_nothing_stays(string document) => Assert.Equal((document, 0), (Answer(document).Text, Answer(document).Diagnostics.Length));

    [Fact]
    public void Lines_end_as_those_of_the_document_do()
    {
        var answered = Answer(Example.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Answer(Example).Text, answered.Text.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.DoesNotContain("\n", answered.Text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_are_numbered_through_the_page()
    {
        var numbers = System.Text.RegularExpressions.Regex.Matches(Answer(Example).Text, @"\\text\{\((\d+)\)\}").Select(match => int.Parse(match.Groups[1].Value, null)).ToList();

        Assert.True(numbers.Count > 15);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void A_mistake_is_marked_where_the_page_shows_it()
    {
        var source = new SourceText("page.md", $"$a_1^{{(1)}} = z_1^{{(1)}}$ and $\\hat{{y}} = a_1^{{(2)}}$");
        var page = new PageAnswers(source, Folder);

        var answered = page.Answer(new Request(RequestKind.Check, "minimal.yaml", new RequestText(source, new(0, 1), new SymbolicBackprop.Reading.TextSpan(0, source.Text.Length))));

        Assert.True(answered.HasMistakes);
        Assert.Equal("page.md:1:14", Assert.Single(answered.Diagnostics).Place!.ToString());
        Assert.Contains("✗ wrong: the activation function is missing", SymbolicBackprop.Writing.Markdown.MarkdownDocument.WriteFragment(answered.Fragment!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mutated_page_is_answered_or_refused_with_places_in_it()
    {
        string[] corpus = [$"~~~backprop\nname: n\n{Network}questions: [x_1]\n~~~\n\n> {{backprop n: b_1^{{(1)}}}}\n\n~~~backprop check n\n$\\hat{{y}} = a_1^{{(1)}}$ $$a = b$$\n~~~\n", "<!-- backprop\nfile: minimal.yaml\ndetail: result\n-->\n<!-- /backprop -->\n"];
        var answered = 0;
        Mutation.Of(corpus).Sample(
            text =>
            {
                var page = Answer(text);
                Assert.All(page.Diagnostics, diagnostic => Assert.True(diagnostic.Place!.File != "page.md" || text.ReplaceLineEndings("\n").Split('\n').Contains(diagnostic.Place.SourceLine) || text.Contains(diagnostic.Place.SourceLine, StringComparison.Ordinal)));
                Assert.Equal(page.IsAnswered ? Answer(page.Text).Text : text, page.Text);
                Interlocked.Add(ref answered, page.IsAnswered ? 1 : 0);
            },
            iter: 600);

        Assert.InRange(answered, 30, 570);
    }

    private static MarkdownPage Answer(string text) => MarkdownPage.Answer(new SourceText("page.md", text), Folder);
}
