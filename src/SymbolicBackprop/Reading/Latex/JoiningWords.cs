namespace SymbolicBackprop.Reading.Latex;

/// <summary>Words in formulas that are no quantities.</summary>
internal static class JoiningWords
{
    private static readonly string[] LeadingOver = ["and", "or", "where", "with", "since", "because", "so", "then", "thus", "hence", "let", "also"];

    private static readonly string[] LeadingToIndices = ["for", "for all", "for each", "for every"];

    private static readonly string[] Others = ["if", "when", "by", "otherwise", "else", "is"];

    /// <summary>Whether a word leads over to another statement.</summary>
    public static bool LeadOver(string word) => LeadingOver.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word leads to the indices that a statement holds for.</summary>
    public static bool LeadToIndices(string word) => LeadingToIndices.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word joins, leads over or sets a condition.</summary>
    public static bool Contain(string word) => LeadOver(word) || LeadToIndices(word) || Others.Contains(word, StringComparer.OrdinalIgnoreCase);
}
