using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Tests.Specs;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>Lines that other people write, in OtherWays.md: what is right holds, and with one slip it does not.</summary>
public sealed class OtherWaysTests
{
    public static IReadOnlyList<TheoryDataRow<string, string, string>> Right { get; } = [.. LinesOf('+')];

    public static IReadOnlyList<TheoryDataRow<string, string, string>> Wrong { get; } = [.. LinesOf('-')];

    [Fact]
    public void There_are_at_least_40_of_both() => Assert.True(Right.Count >= 40 && Wrong.Count >= 40, $"{Right.Count} right, {Wrong.Count} wrong");

    [Theory]
    [MemberData(nameof(Right))]
    public void What_is_right_holds(string network, string before, string line)
    {
        var relations = Check(network, before, line);

        Assert.NotEmpty(relations);
        Assert.All(relations, relation => Assert.IsType<Outcome.Holds>(relation.Outcome));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_slip_is_refuted_and_nothing_else(string network, string before, string line)
    {
        var relations = Check(network, before, line);

        Assert.Single(relations, relation => relation.Outcome.IsMistake);
        Assert.All(relations, relation => Assert.True(relation.Outcome.IsMistake || relation.Outcome is Outcome.Holds or Outcome.FollowsFrom, relation.Outcome.ToString()));
    }

    // What is found of a line after the lines before it, which introduce what it uses.
    private static List<CheckedRelation> Check(string network, string before, string line)
    {
        var file = SheetFile.Parse(network + "questions: ['b_1^{(1)}']\n"); // a sheet asks something
        var document = string.Concat(before.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(line).Select(each => $"$${each}$$\n\n"));
        var report = file.Model.Check(new SourceText("line.md", document), DocumentFormat.Markdown, file.Notation);

        Assert.Empty(report.Findings);
        Assert.All(report.Formulas, formula => Assert.True(formula.Error is null, formula.Error?.ToString()));
        return [.. report.Formulas.Where(formula => formula.Formula.Span.Offset >= document.LastIndexOf(line, StringComparison.Ordinal)).SelectMany(formula => formula.Relations)];
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> LinesOf(char sign)
    {
        foreach (var section in SpecFile.Read("tests/SymbolicBackprop.Tests/Checking/OtherWays.md"))
        {
            var (network, lines) = section.Data;
            var before = "";
            foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                before += line[0] == '>' ? line[2..] + "\n" : "";
                if (line[0] == sign)
                {
                    yield return new TheoryDataRow<string, string, string>(network, before, line[2..]) { TestDisplayName = line };
                }
            }
        }
    }
}
