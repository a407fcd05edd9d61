using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Renderer;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>The difference of two texts as diff and git write it.</summary>
internal static class UnifiedDifference
{
    // Every difference is one of lines that are seen: a carriage return and other signs without a shape show as one that has a shape.
    private static readonly CustomFunctionChunker Lines = new(text =>
        text.Length == 0 ? []
        : text.EndsWith('\n') ? [.. text[..^1].Split('\n').Select(Wording.Visible)]
        : [.. text.Split('\n').Select(Wording.Visible).SkipLast(1), Wording.Visible(text[(text.LastIndexOf('\n') + 1)..]) + "\n\\ No newline at end of file"]);

    /// <summary>What has to be done to a file; empty where no line differs.</summary>
    /// <param name="path">The name of the file.</param>
    /// <param name="present">What is in it, or null where there is no such file.</param>
    /// <param name="wanted">What should be in it.</param>
    public static string Of(string path, string? present, string wanted)
    {
        var name = Wording.Visible(path);
        var difference = Differ.Instance.CreateDiffs(present ?? "", wanted, ignoreWhiteSpace: false, ignoreCase: false, Lines);
        return new UnidiffRenderer(Differ.Instance, contextLines: 3).Generate(difference, present is null ? "/dev/null" : name, name)
            .ReplaceLineEndings("\n")
            .Replace("\n@@ -1,0 +", "\n@@ -0,0 +", StringComparison.Ordinal); // before the first line of nothing
    }
}
