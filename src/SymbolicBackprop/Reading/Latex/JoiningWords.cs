namespace SymbolicBackprop.Reading.Latex;

/// <summary>Words in formulas that are no quantities.</summary>
internal static class JoiningWords
{
    private static readonly string[] LeadingOver = ["and", "or", "where", "with", "since", "because", "so", "then", "thus", "hence", "let", "also"];

    private static readonly string[] Others = ["if", "for", "for all", "when", "by", "otherwise", "else", "is"];

    /// <summary>Whether a word leads over to another statement.</summary>
    public static bool LeadOver(string word) => LeadingOver.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word joins, leads over or sets a condition.</summary>
    public static bool Contain(string word) => LeadOver(word) || Others.Contains(word, StringComparer.OrdinalIgnoreCase);
}
