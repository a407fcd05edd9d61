using System.Text;

namespace SymbolicBackprop.Robustness.Mutants;

/// <summary>The scores, and the survivors with why they may live: the reasons are written by hand, and kept from one report to the next.</summary>
internal sealed class MutantReport(string? earlier)
{
    private const string Unjudged = "not judged yet";

    private readonly Dictionary<string, string> reasons = (earlier ?? "").Split('\n')
        .Select(line => line.Split(" | "))
        .Where(cells => cells.Length == 5 && cells[0].StartsWith("| ", StringComparison.Ordinal))
        .Select(cells => (Key: string.Join(" | ", cells[0], cells[2], cells[3]), Reason: cells[4].TrimEnd('|', ' ')))
        .DistinctBy(row => row.Key)
        .ToDictionary(row => row.Key, row => row.Reason);

    public string Write(IReadOnlyList<(string Folder, int All, IReadOnlyList<(Mutant Mutant, Fate Fate)> Tried)> folders, int seed)
    {
        var text = new StringBuilder($"""
            # Mutants

            Each is the library with one small change in one of three folders, and is run against the quick tests: a test that fails kills it. The change is an operator,
            a condition turned around, a constant, a statement or a result left out, a method for its opposite; the mutants are chosen at random (seed {seed}) among all of a folder.

            | folder | mutants | tried | killed | without end | survived | score |
            |---|---|---|---|---|---|---|

            """);
        foreach (var (folder, all, tried) in folders)
        {
            var survived = Count(tried, Fate.Survived);
            text.Append(FormattableString.Invariant(
                $"| {folder} | {all} | {tried.Count} | {Count(tried, Fate.Killed)} | {Count(tried, Fate.TimedOut)} | {survived} | {100.0 * (tried.Count - survived) / tried.Count:F1} % |\n"));
        }

        foreach (var (folder, _, tried) in folders)
        {
            text.Append($"\n## Survivors in {folder}\n\n| file | line | reads | in the mutant | why it may live |\n|---|---|---|---|---|\n");
            foreach (var (mutant, _) in tried.Where(each => each.Fate == Fate.Survived).OrderBy(each => each.Mutant.File, StringComparer.Ordinal).ThenBy(each => each.Mutant.Line))
            {
                var (file, before, after) = ($"| {mutant.File[(folder.Length + 1)..]}", Code(mutant.Before), Code(mutant.After));
                var reason = reasons.GetValueOrDefault(string.Join(" | ", file, before, after), Unjudged);
                text.Append(FormattableString.Invariant($"{file} | {mutant.Line} | {before} | {after} | {reason} |\n"));
            }
        }

        return text.ToString();
    }

    private static int Count(IEnumerable<(Mutant Mutant, Fate Fate)> tried, Fate fate) => tried.Count(each => each.Fate == fate);

    // A bar ends a cell, in code too.
    private static string Code(string line) => $"`` {line.Replace("|", "\\|", StringComparison.Ordinal)} ``";
}
