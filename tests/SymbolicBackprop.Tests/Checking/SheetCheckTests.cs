using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Languages;
using SymbolicBackprop.Tests.Notations;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Markdown;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>The project's own sheets, checked like anybody's.</summary>
public sealed class SheetCheckTests
{
    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void The_sheet_of_an_example_checks_clean(string name) => AssertClean(Example.Read(name));

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void The_sheet_of_an_example_checks_clean_in_every_notation(string name)
    {
        foreach (var notation in EveryNotation.All)
        {
            AssertClean(Example.Read(name).In(notation));
        }
    }

    [Theory]
    [MemberData(nameof(EveryLanguage.Examples), MemberType = typeof(EveryLanguage))]
    public void The_sheet_of_an_example_checks_clean_in_every_language(string code, string name)
    {
        var file = Example.Read(name).In(Language.Named(code));
        AssertClean(file);
        AssertClean(file, sheet => MarkdownDocument.Write(sheet).Text, DocumentFormat.Markdown);
    }

    private static void AssertClean(SheetFile file) => AssertClean(file, LatexDocument.Write, DocumentFormat.Latex);

    private static void AssertClean(SheetFile file, Func<Document, string> write, DocumentFormat format)
    {
        var sheet = write(SheetComposer.Compose(file));
        // What δ means is found from the sheet.
        // That δ is of a sample's own loss, or of what d stands before, the notation has to say.
        var otherDelta = file.Notation.Delta == DeltaConvention.OfSample ? DeltaConvention.OfSample : file.Notation.Delta == DeltaConvention.ByActivation ? DeltaConvention.ByPreActivation : DeltaConvention.ByActivation;
        var report = file.Model.Check(new SourceText("sheet", sheet), format, file.Notation with { Delta = otherDelta }, file.Numbers);

        Assert.Empty(report.Findings);
        Assert.NotEmpty(report.Formulas);
        Assert.Equal(file.Network is null || file.Notation.Derivatives == DerivativeStyle.Differentials ? null : file.Notation.Delta, report.Delta?.Convention);
        foreach (var formula in report.Formulas)
        {
            Assert.True(formula.Error is null, $"{formula.Formula.Latex}\n{file.Notation}\n{formula.Error}");
            Assert.All(formula.Relations, relation => Assert.True(
                relation.Outcome is Outcome.Holds or Outcome.Asks,
                $"{formula.Formula.Latex}\n{file.Notation}\n{relation.Outcome}"));
        }

        // What stands on lines of its own says something.
        Assert.All(report.Formulas.Where(formula => formula.Formula.IsDisplayed), formula => Assert.NotEmpty(formula.Relations));
    }
}
