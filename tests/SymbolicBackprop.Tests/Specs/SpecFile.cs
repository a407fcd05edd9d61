namespace SymbolicBackprop.Tests.Specs;

/// <summary>A Markdown file of examples: pairs of fenced blocks, an input and what is expected of it.</summary>
internal static class SpecFile
{
    private const string Fence = "```";

    /// <summary>The examples of a file in order, each under the line it starts in or the heading before it.</summary>
    /// <param name="relativePath">The path from the repository's root.</param>
    public static IEnumerable<TheoryDataRow<string, string>> Read(string relativePath)
    {
        var heading = "";
        string? input = null;
        var lines = File.ReadAllLines(Repository.PathOf(relativePath));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                heading = lines[i][3..];
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, i + 1);
                var block = string.Concat(lines[(i + 1)..end].Select(line => line + "\n"));
                i = end;
                if (input is null)
                {
                    input = block;
                    continue;
                }

                yield return new TheoryDataRow<string, string>(input, block)
                {
                    TestDisplayName = heading.Length > 0 ? heading : input.TrimEnd(),
                };
                input = null;
            }
        }
    }
}
