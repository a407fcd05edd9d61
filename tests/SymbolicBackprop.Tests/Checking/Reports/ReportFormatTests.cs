using SymbolicBackprop.Checking;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests.Checking.Reports;

public sealed class ReportFormatTests
{
    private static readonly Dictionary<string, string> Endings = new() { ["text"] = "txt", ["json"] = "json", ["markdown"] = "md" };

    public static TheoryData<string, string> Reports => [.. CheckedDocument.All.SelectMany(
        document => ReportFormat.All.Select(format => ((string)document, format.Name)))];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Reports_are_snapshots(string document, string format) =>
        Snapshot.Match($"checking/{document}.{Endings[format]}", Format(format).Write(CheckedDocument.Named(document)));

    [Theory]
    [MemberData(nameof(CheckedDocument.All), MemberType = typeof(CheckedDocument))]
    public void What_holds_is_listed_too_where_asked_for(string document) =>
        Snapshot.Match($"checking/{document}.verbose.txt", ReportFormat.Text.Write(CheckedDocument.Named(document), new ReportOptions { Verbose = true }));

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_same_input_gives_the_same_text(string document, string format) =>
        Assert.Equal(Format(format).Write(CheckedDocument.Named(document)), Format(format).Write(CheckedDocument.Named(document)));

    [Theory]
    [MemberData(nameof(Reports))]
    public void Lines_end_in_a_line_feed(string document, string format)
    {
        var text = Format(format).Write(CheckedDocument.Of(CheckedDocument.Named(document).Document.Text.Replace("\n", "\r\n", StringComparison.Ordinal), document, CheckedDocument.Named(document).Format));

        Assert.EndsWith("\n", text);
        Assert.DoesNotContain("\r", text);
    }

    [Fact]
    public void All_kinds_of_outcome_are_in_the_snapshots()
    {
        var outcomes = CheckedDocument.All.SelectMany(document => CheckedDocument.Named((string)document).Formulas).SelectMany(formula => formula.Relations).Select(relation => relation.Outcome).ToList();

        Assert.Equal(
            typeof(Outcome).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
            outcomes.Select(outcome => outcome.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains(outcomes, outcome => outcome is Outcome.Holds { Verdict: Verdict.Tested });
        Assert.Contains(outcomes, outcome => outcome is Outcome.Refuted { Difference: not null });
        Assert.Contains(outcomes, outcome => outcome is Outcome.Refuted { Reason: not null, Cause: not null });
        Assert.Contains(outcomes, outcome => outcome is Outcome.Refuted { Reason: not null, Cause: null });
        Assert.Contains(outcomes, outcome => outcome is Outcome.Refuted { Cause: null, Reason: null, Difference: null });
    }

    [Fact]
    public void Formats_have_names_of_their_own() => Assert.Equal(["text", "json", "markdown"], ReportFormat.All.Select(format => format.Name));

    private static ReportFormat Format(string name) => ReportFormat.All.Single(format => format.Name == name);
}
