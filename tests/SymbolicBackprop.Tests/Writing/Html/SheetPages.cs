using SymbolicBackprop.Languages;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Languages;
using SymbolicBackprop.Writing.Html;

namespace SymbolicBackprop.Tests.Writing.Html;

/// <summary>The web pages that are looked at in a browser: all examples, one of them in each language and from right to left.</summary>
internal static class SheetPages
{
    private const string InAllLanguages = "handwritten";
    private const string RightToLeft = "right to left";

    /// <summary>One page in each language, and one from right to left.</summary>
    public static IReadOnlyList<string> Languages => [.. Language.All.Select(language => language.Code), RightToLeft];

    public static TheoryData<string> Names => [.. Example.All.Select(row => row.Data), .. Languages];

    public static string Write(string name) => HtmlDocument.Write(
        name == RightToLeft ? SheetComposer.Compose(Example.Read(InAllLanguages)) with { IsRightToLeft = true }
        : Language.All.Any(language => language.Code == name) ? SheetComposer.Compose(Example.Read(InAllLanguages).In(Language.Named(name)))
        : SheetComposer.Compose(Example.Read(name)));
}
