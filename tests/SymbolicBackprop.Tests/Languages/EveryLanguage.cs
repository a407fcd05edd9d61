using SymbolicBackprop.Files;
using SymbolicBackprop.Languages;

namespace SymbolicBackprop.Tests.Languages;

/// <summary>All languages, and all examples in each of them.</summary>
internal static class EveryLanguage
{
    /// <summary>The codes.</summary>
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    /// <summary>The codes with the names of the examples.</summary>
    public static TheoryData<string, string> Examples => Rows(Language.All);

    /// <summary>The same for languages that are not written in Latin letters.</summary>
    public static TheoryData<string, string> ExamplesInOtherScripts => Rows(Language.All.Where(language => language.IsRightToLeft));

    /// <summary>A sheet in a language, with the title and the digits that it has by itself; in its own language as it is.</summary>
    public static SheetFile In(this SheetFile file, Language language) => file.Language == language
        ? file
        : file with { Language = language, Digits = language.DigitSets[0], Title = language.DefaultTitle };

    private static TheoryData<string, string> Rows(IEnumerable<Language> languages) =>
    [
        .. from language in languages
           from example in Example.All
           select new TheoryDataRow<string, string>(language.Code, example.Data),
    ];
}
