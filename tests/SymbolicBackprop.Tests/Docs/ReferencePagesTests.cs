using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Tests.Checking.Reports;
using SymbolicBackprop.Tests.Checking.Slips;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Docs;

/// <summary>The pages of the reference that are made from the library's own lists.</summary>
public sealed class ReferencePagesTests
{
    [Fact]
    public void The_page_on_notations() => Snapshot.MatchGenerated("docs/reference/notation.md", $"""
        # Notations

        In a network file, `notation: nielsen` takes the notation of a book, and `notation: {"{"} profile: nielsen, loss: J {"}"}` changes
        something about it. On the command line the settings are options.

        {Table(["setting", "option", "says"], NotationSetting.All.Select(setting => (string[])[$"`{setting.Name}`", $"`{setting.Option}`", setting.Summary]))}
        {string.Join('\n', NotationSetting.All.Where(setting => setting.Choices.Length > 0).Select(setting => $"## `{setting.Name}`\n\n" + Table(["value", "means"], setting.Choices.Select(choice => (string[])[$"`{choice.Name}`", setting == NotationSetting.Profile ? choice.Summary : $"`{choice.Summary}`"]))))}
        """.TrimEnd() + "\n");

    [Fact]
    public void The_page_on_what_the_checker_says() => Snapshot.MatchGenerated("docs/reference/checker-messages.md", $"""
        # What the checker says

        ## Verdicts

        Each relation of a document gets one. A mistake makes the exit code 1; what cannot be read makes it 2 where nothing is wrong.

        {Table(["verdict", "such as", "means", "mistake"], Verdicts())}
        ## Slips

        Where a usual slip explains a mistake, it is named, and the report shows what should stand there. The examples are about the
        network of [handwritten.yaml](../../examples/handwritten.yaml), with δ = ∂loss/∂a. The names are those of the JSON report.

        {Table(["name", "says", "wrong", "it should read"], Slip.All.Select(Row))}
        """.TrimEnd() + "\n");

    private static string[] Row(Slip slip)
    {
        var example = SlipTests.Lines.Select(row => row.Data).FirstOrDefault(line => line.Item1 == slip.Name);
        return [$"`{slip.Name}`", slip.Title, Formula(example.Item2), Formula(example.Item3)];
    }

    // Each kind of outcome as it is first met in a document that has all of them.
    private static IEnumerable<string[]> Verdicts()
    {
        var report = CheckedDocument.Named("verdicts.md");
        var sentences = new ReportSentences(report);
        Assert.Superset(typeof(Outcome).GetNestedTypes().ToHashSet(), report.Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome.GetType()).ToHashSet());
        return report.Formulas
            .SelectMany(formula => formula.Relations.Zip(sentences.Of(formula), (relation, remark) => (relation.Outcome, remark)))
            .DistinctBy(pair => (pair.Outcome.GetType(), (pair.Outcome as Outcome.Holds)?.IsDefinition, pair.Outcome is Outcome.Holds { Verdict: Verdict.Tested }))
            .Select(pair => (string[])[pair.remark.Verdict, pair.remark.Reason, Meaning(pair.Outcome), pair.Outcome.IsMistake ? "yes" : ""])
            .Append(["cannot be read", report.Formulas.First(formula => formula.Error is not null).Error!.Message, "It is no formula that is understood", ""]);
    }

    private static string Meaning(Outcome outcome) => outcome switch
    {
        Outcome.Holds { Verdict: Verdict.Tested } => "It holds at random points, and was not proved",
        Outcome.Holds { IsDefinition: true } => "It says what a quantity is, as the network has it",
        Outcome.Holds => "It was proved",
        Outcome.HoldsHereOnly => "It holds because things happen to agree in this network",
        Outcome.SomePaths => "It claims to be a whole derivative, and is a part of it",
        Outcome.Refuted => "It does not hold, and a point shows it",
        Outcome.FollowsFrom => "It does not hold, and follows rightly from an earlier mistake",
        Outcome.Introduces => "A name gets a meaning",
        Outcome.Asks => "It asks, and claims nothing",
        Outcome.NotAboutModel => "It speaks of what the network does not have",
        Outcome.Undecided => "Neither could be shown",
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static string Formula(string? latex) => $"`{latex?.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)}`";

    private static string Table(string[] head, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(row => $"| {string.Join(" | ", row.Select(cell => cell.Replace("|", @"\|", StringComparison.Ordinal)))} |\n"));
}
