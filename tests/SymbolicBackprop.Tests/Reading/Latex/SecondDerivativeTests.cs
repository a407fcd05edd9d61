using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading.Latex;

/// <summary>∂²L/∂u∂v, which is ∂/∂u of ∂L/∂v: read, written and held against the model.</summary>
public sealed class SecondDerivativeTests
{
    private static readonly EquationModel Equations = EquationModel.Parse("p = u v^2", "L = p^2 + u");
    private static readonly Formula Mixed = new Derivative(new Derivative(Symbol.Loss, Symbol.Named("v")), Symbol.Named("u"));
    private static readonly Formula Twice = new Derivative(new Derivative(Symbol.Loss, Symbol.Named("v")), Symbol.Named("v"));

    [Theory]
    [InlineData(@"\frac{\partial^2 L}{\partial u \partial v}")]
    [InlineData(@"\frac{\partial^{2} L}{\partial u \, \partial v}")]
    [InlineData(@"\frac{\partial^2}{\partial u \partial v} L")]
    [InlineData(@"\partial^2 L / \partial u \partial v")]
    [InlineData(@"\frac{\partial}{\partial u} \frac{\partial L}{\partial v}")]
    public void All_ways_of_writing_it_are_one(string latex) => Assert.Equal(Mixed, Read(latex).Value?.First);

    [Fact]
    public void The_same_quantity_twice_is_written_as_a_square()
    {
        Assert.Equal(Twice, Read(@"\frac{\partial^2 L}{\partial v^2}").Value?.First);
        Assert.Equal(@"\frac{\partial^2 L}{\partial v^2}", Writer().Write(Twice));
    }

    [Theory]
    [InlineData(false, @"\frac{\partial^2 L}{\partial u \, \partial v}")]
    [InlineData(true, @"\partial^2 L / \partial u \, \partial v")]
    public void It_is_written_as_it_is_read(bool inText, string latex)
    {
        Assert.Equal(latex, Writer(inText).Write(Mixed));
        Assert.Equal(Mixed, Read(latex).Value?.First);
    }

    [Theory]
    [InlineData(@"\frac{\partial^3 L}{\partial u \partial v}")]
    [InlineData(@"\frac{\partial^2 L}{\partial u}")]
    [InlineData(@"\frac{\partial L}{\partial u \partial v}")]
    [InlineData(@"\partial^2 L / \partial u")]
    public void Halves_that_do_not_go_together_are_refused(string latex) => Assert.NotNull(Read(latex).Error);

    [Theory]
    [InlineData("8 u v^3", true)]
    [InlineData("4 u v^3", false)]
    public void A_claim_about_it_is_checked(string value, bool holds)
    {
        var report = Equations.Model.Check(new SourceText("notes.md", $@"$\frac{{\partial^2 L}}{{\partial u \partial v}} = {value}$"), DocumentFormat.Markdown);

        Assert.Equal(holds, report.Formulas.Single().Relations.Single().Outcome is Outcome.Holds);
    }

    private static LatexReading<Statement> Read(string latex) => new LatexReader(new ReadingContext { Model = Equations.Model }).Read(latex);

    private static LatexWriter Writer(bool inText = false) => new(Notation.Parentheses with { Loss = "L" }, inText);
}
