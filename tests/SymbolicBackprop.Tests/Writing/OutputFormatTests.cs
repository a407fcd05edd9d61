using SymbolicBackprop.Languages;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Snapshots;
using SymbolicBackprop.Writing;

namespace SymbolicBackprop.Tests.Writing;

/// <summary>Sheets in all formats but LaTeX, which has tests of its own.</summary>
public sealed class OutputFormatTests
{
    [Theory]
    [InlineData("handwritten", "html")]
    [InlineData("handwritten", "markdown")]
    [InlineData("handwritten", "text")]
    [InlineData("handwritten-fa", "html")]
    [InlineData("handwritten-fa", "markdown")]
    [InlineData("handwritten-fa", "text")]
    [InlineData("nielsen", "html")]
    [InlineData("dive", "html")]
    [InlineData("activations", "html")]
    [InlineData("activations", "markdown")]
    [InlineData("activations", "text")]
    [InlineData("minibatch", "html")]
    [InlineData("softmax", "html")]
    [InlineData("batch", "html")]
    [InlineData("attention", "html")]
    [InlineData("likelihood", "html")]
    [InlineData("matrix", "html")]
    [InlineData("matrix", "text")]
    [InlineData("recurrent", "html")]
    [InlineData("jacobian", "html")]
    [InlineData("hessian", "html")]
    [InlineData("hessian-vector", "html")]
    public void The_sheet_is_as_it_was_looked_at(string example, string name)
    {
        var format = OutputFormat.All.Single(format => format.Name == name);

        var written = format.Write(SheetComposer.Compose(Example.Read(example)), example);

        Snapshot.Match($"sheets/{example}{format.Extension}", written.Text);
        Assert.All(written.Beside, file => Snapshot.Match($"sheets/{file.Name}", file.Text));
    }

    [Fact]
    public void Formats_have_names_and_endings_of_their_own()
    {
        Assert.Equal(["latex", "html", "markdown", "text"], OutputFormat.All.Select(format => format.Name));
        Assert.Equal(OutputFormat.All.Length, OutputFormat.All.Select(format => format.Extension).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Every_format_says_every_equation(string example)
    {
        var sheet = SheetComposer.Compose(Example.Read(example));
        var numbers = sheet.Blocks.OfType<Equations>().SelectMany(block => block.Items).Select(equation => equation.Number).ToList();

        foreach (var format in OutputFormat.All.Where(format => format != OutputFormat.Latex))
        {
            // In Markdown the number is part of the formula.
            var digits = format == OutputFormat.Markdown ? DigitSet.Latin : sheet.Digits;
            var text = format.Write(sheet, "sheet").Text;
            Assert.All(numbers, number => Assert.Contains($"({digits.Write(number)})", text, StringComparison.Ordinal));
        }
    }
}
