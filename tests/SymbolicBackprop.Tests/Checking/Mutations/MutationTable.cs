using System.Text;

namespace SymbolicBackprop.Tests.Checking.Mutations;

/// <summary>The outcome of all trials, by kind of slip.</summary>
internal static class MutationTable
{
    private const int MostNames = 3;

    public static string Of(IReadOnlyList<Trial> trials, IReadOnlyDictionary<string, int> made)
    {
        var text = new StringBuilder("# Slips, made one at a time\n\n");
        text.Append("Each kind of slip is made at each place of each sheet where it can be made; of many of a kind on a sheet a fixed sample is checked.\n");
        text.Append("A document that two kinds of slips give alike counts for both, and either name is right.\n\n");
        text.Append("| slip | name | documents | value changed | flagged | named right | share | wrong names |\n|---|---|--:|--:|--:|--:|--:|---|\n");
        foreach (var kind in MutationKinds.All)
        {
            List<Trial> own = [.. trials.Where(trial => trial.Mutant.Kinds.Contains(kind))];
            var wrong = own.Where(trial => trial.IsFlagged && !trial.IsNamed)
                .CountBy(trial => string.Join(" and ", trial.Names.Distinct()))
                .OrderByDescending(names => names.Value).ThenBy(names => names.Key, StringComparer.Ordinal)
                .Take(MostNames)
                .Select(names => $"{names.Key} {names.Value}");
            text.Append($"| {kind.Title} | `{kind.Slip}` | {Counts(own)} | {string.Join(", ", wrong)} |\n");
        }

        text.Append($"| **all documents** | | {Counts(trials)} | |\n\n");
        text.Append("| sheet | slips that can be made | documents checked | follow from a mistake of the sheet | something else flagged |\n|---|--:|--:|--:|--:|\n");
        foreach (var sheet in trials.GroupBy(trial => trial.Sheet.Name))
        {
            text.Append($"| {sheet.Key} | {made[sheet.Key]} | {sheet.Count()} | {sheet.Count(trial => trial.Follows)} | {sheet.Count(trial => trial.FlagsElse)} |\n");
        }

        return text.ToString();
    }

    private static string Counts(IReadOnlyCollection<Trial> trials)
    {
        var (changed, flagged, named) = (trials.Count(trial => trial.Mutant.ChangesValue && !trial.Follows), trials.Count(trial => trial.IsFlagged), trials.Count(trial => trial.IsNamed));
        return FormattableString.Invariant($"{trials.Count} | {changed} | {flagged} | {named} | {(changed == 0 ? 100 : 100.0 * named / changed):F1} %");
    }
}
