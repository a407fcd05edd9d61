using Microsoft.CodeAnalysis.Text;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>One small change of the library's source.</summary>
/// <param name="File">The file, from the folder of the library, with <c>/</c>.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="Line">The number of the first line of what is replaced.</param>
/// <param name="Before">That line.</param>
/// <param name="After">The same line of the mutant.</param>
internal sealed record Mutant(string File, TextSpan Span, string Replacement, string Kind, int Line, string Before, string After)
{
    public string Folder => File[..File.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>What makes it out from others, however the lines around it move.</summary>
    public string Key => $"{File}\t{Before}\t{After}";

    public static Mutant Of(string file, SourceText text, TextSpan span, string replacement, string kind)
    {
        var line = text.Lines.GetLineFromPosition(span.Start);
        var before = text.ToString(line.Span).Trim();
        var rest = span.End < line.End ? text.ToString(TextSpan.FromBounds(span.End, line.End)) : "";
        var after = (text.ToString(TextSpan.FromBounds(line.Start, span.Start)) + replacement.Split('\n')[0] + rest).Trim();
        return new Mutant(file, span, replacement, kind, line.LineNumber + 1, before, after);
    }
}
