using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Tests.Checking.Reports;

/// <summary>Documents about the network of the handwritten sheet, checked.</summary>
internal static class CheckedDocument
{
    private const string Folder = "tests/SymbolicBackprop.Tests/Checking/Reports/";

    /// <summary>The documents of the reports' tests: the handwritten sheet, one with every verdict, and one in LaTeX.</summary>
    public static TheoryData<string> All => ["handwritten.md", "verdicts.md", "page.tex"];

    /// <summary>Checks one of them.</summary>
    public static CheckReport Named(string name) => Of(
        File.ReadAllText(Repository.PathOf(name == "handwritten.md" ? "examples/" + name : Folder + name)),
        name,
        name.EndsWith(".tex", StringComparison.Ordinal) ? DocumentFormat.Latex : DocumentFormat.Markdown);

    /// <summary>Checks a text.</summary>
    public static CheckReport Of(string text, string name = "doc.md", DocumentFormat format = DocumentFormat.Markdown)
    {
        var file = Example.Read("handwritten");
        return file.Model.Check(new SourceText(name, text), format, file.Notation);
    }
}
