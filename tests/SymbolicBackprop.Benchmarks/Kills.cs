namespace SymbolicBackprop.Benchmarks;

/// <summary>In what state a file was found after the program that writes it was killed.</summary>
/// <param name="Before">It was the old one, and nothing had been written.</param>
/// <param name="Writing">It was the old one, and the new one stood unfinished or not yet moved beside it.</param>
/// <param name="After">It was the new one.</param>
/// <param name="Torn">It was neither.</param>
public sealed record Kills(int Before, int Writing, int After, int Torn)
{
    /// <summary>How often the program was killed.</summary>
    public int Total => Before + Writing + After + Torn;

    /// <summary>The same as a table.</summary>
    public string ToMarkdown() => FormattableString.Invariant($"""
        The program was killed {Total} times while it wrote over a file, half of them at any moment of its run, half once it had begun to write.

        | killed | the file is then | times |
        |---|---|---:|
        | before it wrote | the old one | {Before} |
        | while it wrote | the old one | {Writing} |
        | after it wrote | the new one, whole | {After} |
        | | **torn** | **{Torn}** |

        """).ReplaceLineEndings("\n");
}
