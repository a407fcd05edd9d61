using Microsoft.DotNet.Interactive.Formatting;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;

namespace SymbolicBackprop.Tests.Notebooks;

/// <summary>What the formatters of .NET notebooks make of the library's objects.</summary>
public sealed class NotebookTests
{
    private static readonly Symbol Weight = Example.Read("minimal").Network!.Weight(layer: 1, from: 1, to: 1);

    [Fact]
    public void Formulas_are_shown_as_latex()
    {
        var product = Weight * new Literal(2);

        Assert.Equal(("text/latex", "$$w_{11}^{(1)}$$"), Shown(Weight));
        Assert.Equal(("text/latex", $"$${new LatexWriter(Notation.Parentheses).Write(product)}$$"), Shown(product));
        Assert.Equal(("text/latex", "$$w_{11}^{(1)} = 2$$"), Shown(Statement.Equality(Weight, new Literal(2))));
    }

    [Fact]
    public void An_answer_and_a_document_are_shown_as_markdown_with_latex()
    {
        var answer = Example.Read("minimal").Network!.Derive(Weight);
        var document = answer.ToDocument();

        Assert.Equal(("text/markdown", MarkdownDocument.WriteFragment(document)), Shown(document));
        Assert.Equal(Shown(document), Shown(answer));
        Assert.Contains("\n$$\n\\begin{aligned}\n", Shown(answer).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivation_is_shown_step_by_step()
    {
        var derivation = new DerivationBuilder(Example.Read("minimal").Model, new DerivationOptions(), Symbol.Loss).Derive(Weight, new HashSet<Formula>(), Detail.Steps);

        var (mimeType, text) = Shown(derivation);

        Assert.Equal("text/markdown", mimeType);
        Assert.All(derivation.Steps, step => Assert.Contains(new LatexWriter(Notation.Parentheses).Write(step.Statement.First), text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_report_is_shown_as_the_document_with_its_notes()
    {
        var report = Example.Read("minimal").Model.Check(new SourceText("notes.md", "$a_1^{(1)} = z_1^{(1)}$"), DocumentFormat.Markdown);

        var (mimeType, text) = Shown(report);

        Assert.Equal("text/markdown", mimeType);
        Assert.Contains("✗ **wrong**: the activation function is missing", text, StringComparison.Ordinal);
    }

    private static (string MimeType, string Text) Shown(object shown)
    {
        var mimeType = Assert.Single(Formatter.GetPreferredMimeTypesFor(shown.GetType()));
        return (mimeType, shown.ToDisplayString(mimeType));
    }
}
