using SymbolicBackprop.Languages;

namespace SymbolicBackprop.Reading.Latex;

/// <summary>Words in formulas that are no quantities.</summary>
internal static class JoiningWords
{
    private static readonly string[] LeadingOver = ["and", "or", "where", "with", "since", "because", "so", "then", "thus", "hence", "let", "also"];

    private static readonly string[] LeadingToIndices = ["for", "for all", "for each", "for every"];

    private static readonly string[] Conditional = ["when", "for", .. Language.All.Select(language => language.FormulaWords.If)];

    private static readonly string[] Remaining = ["else", .. Language.All.Select(language => language.FormulaWords.Otherwise)];

    private static readonly string[] Others = ["by", "is"];

    /// <summary>Whether a word leads over to another statement.</summary>
    public static bool LeadOver(string word) => LeadingOver.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word leads to the indices that a statement holds for.</summary>
    public static bool LeadToIndices(string word) => LeadingToIndices.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word leads to a condition.</summary>
    public static bool LeadToCondition(string word) => Conditional.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word stands for all cases that are left.</summary>
    public static bool MeanOtherwise(string word) => Remaining.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word joins, leads over or sets a condition.</summary>
    public static bool Contain(string word) =>
        LeadOver(word) || LeadToIndices(word) || LeadToCondition(word) || MeanOtherwise(word) || Others.Contains(word, StringComparer.OrdinalIgnoreCase);
}
