using SymbolicBackprop.Files;
using SymbolicBackprop.Languages;

namespace SymbolicBackprop.Tests.Languages;

/// <summary>All languages, and all examples in each of them.</summary>
internal static class EveryLanguage
{
    /// <summary>The codes.</summary>
    public static TheoryData<string> Codes => [.. Language.All.Select(language => language.Code)];

    /// <summary>The codes with the names of the examples.</summary>
    public static TheoryData<string, string> Examples
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var language in Language.All)
            {
                foreach (var example in Example.All)
                {
                    rows.Add(language.Code, example.Data);
                }
            }

            return rows;
        }
    }

    /// <summary>A sheet in a language, with the title and the digits that it has by itself; in its own language as it is.</summary>
    public static SheetFile In(this SheetFile file, Language language) => file.Language == language
        ? file
        : file with { Language = language, Digits = language.DigitSets[0], Title = language.DefaultTitle };
}
