using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Cli;

/// <summary>A language that documents are written in, and the endings of their names.</summary>
internal sealed record DocumentLanguage(string Name, DocumentFormat Format, string Mathematics, params IReadOnlyList<string> Endings)
{
    public static DocumentLanguage Markdown { get; } = new("markdown", DocumentFormat.Markdown, "$…$ or $$…$$", ".md", ".markdown");

    public static DocumentLanguage Latex { get; } = new("latex", DocumentFormat.Latex, @"\[…\], $…$ or an environment such as align", ".tex");

    public static IReadOnlyList<DocumentLanguage> All => [Markdown, Latex];

    /// <summary>The endings in one line.</summary>
    public string EndingList => string.Join(", ", Endings);

    public static DocumentLanguage Named(string name) => All.Single(language => language.Name == name);

    /// <summary>The language that the name of a file speaks for, or null.</summary>
    public static DocumentLanguage? OfFile(string path) =>
        All.FirstOrDefault(language => language.Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
