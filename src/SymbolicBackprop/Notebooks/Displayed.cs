using SymbolicBackprop.Notebooks;

// What notebooks show by itself: the attribute stands here and not on the types, which know nothing of how they are written.
namespace SymbolicBackprop
{
    [TypeFormatterSource(typeof(MarkdownDisplay), PreferredMimeTypes = [MarkdownDisplay.MimeType])]
    public sealed partial class Answer;
}

namespace SymbolicBackprop.Checking
{
    [TypeFormatterSource(typeof(MarkdownDisplay), PreferredMimeTypes = [MarkdownDisplay.MimeType])]
    public sealed partial record CheckReport;
}

namespace SymbolicBackprop.Derivations
{
    [TypeFormatterSource(typeof(MarkdownDisplay), PreferredMimeTypes = [MarkdownDisplay.MimeType])]
    public sealed partial record Derivation;
}

namespace SymbolicBackprop.Formulas
{
    [TypeFormatterSource(typeof(LatexDisplay), PreferredMimeTypes = [LatexDisplay.MimeType])]
    public abstract partial record Formula;

    [TypeFormatterSource(typeof(LatexDisplay), PreferredMimeTypes = [LatexDisplay.MimeType])]
    public sealed partial record Statement;
}

namespace SymbolicBackprop.Sheets
{
    [TypeFormatterSource(typeof(MarkdownDisplay), PreferredMimeTypes = [MarkdownDisplay.MimeType])]
    public sealed partial record Document;
}
