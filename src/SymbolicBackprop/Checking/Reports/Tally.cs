using SymbolicBackprop.Identities;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>A report in numbers.</summary>
/// <param name="report">The report.</param>
internal sealed class Tally(CheckReport report)
{
    private readonly List<Outcome> outcomes = [.. report.Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome)];

    public int Formulas => report.Formulas.Length;

    public int Relations => outcomes.Count;

    public int Proved => Count<Outcome.Holds>(holds => holds.Verdict is Verdict.Proved);

    public int Tested => Count<Outcome.Holds>(holds => holds.Verdict is Verdict.Tested);

    public int HoldingHereOnly => Count<Outcome.HoldsHereOnly>();

    public int SomePaths => Count<Outcome.SomePaths>();

    public int Refuted => Count<Outcome.Refuted>();

    public int Following => Count<Outcome.FollowsFrom>();

    public int Undecided => Count<Outcome.Undecided>();

    public int NotAboutModel => Count<Outcome.NotAboutModel>();

    public int Introductions => Count<Outcome.Introduces>();

    public int Questions => Count<Outcome.Asks>();

    public int Unreadable => report.Formulas.Count(formula => formula.Error is not null) + report.Findings.Length;

    private int Count<T>(Func<T, bool>? predicate = null)
        where T : Outcome => outcomes.OfType<T>().Count(outcome => predicate?.Invoke(outcome) ?? true);
}
