using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace SymbolicBackprop.Tests.Snapshots;

/// <summary>The difference of two texts, for reading in a test's output.</summary>
internal static class SnapshotDifference
{
    private const int ContextLines = 3;

    // A test's output is for a first look; the received file holds everything.
    private const int LongestDifference = 120;

    /// <summary>The lines that differ, with a few around them, marked as in a unified diff.</summary>
    public static string Between(string verified, string received)
    {
        var lines = InlineDiffBuilder.Diff(verified, received, ignoreWhiteSpace: false, ignoreCase: false).Lines;
        if (lines is [.., { Type: ChangeType.Unchanged, Text: "" }])
        {
            // Both texts end with a line feed, and nothing stands after it.
            lines.RemoveAt(lines.Count - 1);
        }

        var shown = new List<string>();
        var lineNumber = 1;
        var previous = -1;
        for (var index = 0; index < lines.Count; index++)
        {
            if (IsNearChange(lines, index))
            {
                if (previous != index - 1 || index == 0)
                {
                    shown.Add($"@@ line {lineNumber} @@");
                }

                shown.Add(Spell(lines[index]));
                previous = index;
            }

            lineNumber += lines[index].Type == ChangeType.Deleted ? 0 : 1;
        }

        return shown.Count <= LongestDifference
            ? string.Join('\n', shown)
            : string.Join('\n', shown.Take(LongestDifference).Append($"… and {shown.Count - LongestDifference} more lines"));
    }

    private static bool IsNearChange(List<DiffPiece> lines, int index)
    {
        var first = Math.Max(0, index - ContextLines);
        var last = Math.Min(lines.Count - 1, index + ContextLines);
        return lines[first..(last + 1)].Any(line => line.Type != ChangeType.Unchanged);
    }

    private static string Spell(DiffPiece line) => line.Type switch
    {
        ChangeType.Inserted => "+" + WithVisibleEnd(line.Text),
        ChangeType.Deleted => "-" + WithVisibleEnd(line.Text),
        _ => " " + line.Text,
    };

    /// <summary>Spaces at the end of a line are often all the difference, and cannot be seen.</summary>
    private static string WithVisibleEnd(string line)
    {
        var end = line.TrimEnd(' ').Length;
        return line[..end] + new string('·', line.Length - end);
    }
}
