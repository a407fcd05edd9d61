using System.Globalization;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>Puts a report into the values that its JSON holds.</summary>
internal sealed class JsonValueMaker(CheckReport report)
{
    private const int CurrentVersion = 1;

    private readonly ReportSentences sentences = new(report);

    public JsonReportValue Make() => new(
        CurrentVersion,
        report.Document.Name,
        report.Delta is { } delta ? new JsonDelta(NameOf(delta.Convention), delta.Holding, delta.HoldingOtherwise) : null,
        Summary(new Tally(report)),
        [.. report.Findings.Select(Finding)],
        [.. report.Formulas.Select(Formula)]);

    private static string NameOf(DeltaConvention convention) =>
        NotationSetting.Delta.Choices.Single(choice => choice.Apply(new Notation()).Delta == convention).Name;

    private static JsonSummary Summary(Tally tally) => new(
        tally.Formulas, tally.Relations, tally.Proved, tally.Tested, tally.HoldingHereOnly, tally.SomePaths, tally.Refuted, tally.Following, tally.Undecided, tally.NotAboutModel, tally.Introductions, tally.Questions, tally.Unreadable);

    private JsonSpan Span(TextSpan span)
    {
        var (line, start, _) = report.Document.LineAt(span.Offset);
        return new JsonSpan(span.Offset, span.Length, line, span.Offset - start + 1);
    }

    private JsonFinding Finding(Finding finding) => new(Span(finding.Span), finding.Message, finding.Expected);

    private JsonFormula Formula(CheckedFormula formula) => new(
        formula.Formula.Number,
        formula.Formula.Latex,
        formula.Formula.IsDisplayed,
        Span(formula.Formula.Span),
        formula.Error is { } error ? Finding(error) : null,
        [.. formula.Relations.Zip(formula.Error is null ? sentences.Of(formula) : [], Relation)]);

    private JsonRelation Relation(CheckedRelation relation, Remark remark) => new(
        relation.Kind switch
        {
            ClaimKind.Equality => "equality",
            ClaimKind.BraceLabel => "brace-label",
            ClaimKind.Path => "path",
            _ => throw new InvalidOperationException($"Unknown kind {relation.Kind}."),
        },
        Span(relation.Sign),
        Span(relation.Left),
        Span(relation.Right),
        remark.Headline,
        Of(relation.Outcome));

    private JsonOutcome Of(Outcome outcome) => outcome switch
    {
        Outcome.Holds holds => new JsonHolds(Assurance(holds.Verdict), holds.IsDefinition),
        Outcome.HoldsHereOnly holds => new JsonHoldsHereOnly(Assurance(holds.Verdict), holds.Reason, holds.Correction),
        Outcome.SomePaths paths => new JsonSomePaths([.. paths.Taken.Select(Path)], [.. paths.Missing.Select(Path)]),
        Outcome.Refuted refuted => new JsonRefuted(
            refuted.Witness is { } witness ? Witness(witness) : null,
            refuted.Reason,
            refuted.Cause is { } cause ? new JsonCause(cause.Slip.Name, cause.Slip.Title, Span(cause.Place), cause.Correction) : null,
            refuted.Difference is { } difference ? new JsonDifference(Span(difference.Place), difference.Found, difference.Expected) : null),
        Outcome.FollowsFrom from => new JsonFollowsFrom(from.Formula),
        Outcome.Introduces introduces => new JsonIntroduces(introduces.Name.ToString(), introduces.IsUsed, introduces.Reason),
        Outcome.Asks => new JsonAsks(),
        Outcome.NotAboutModel about => new JsonNotAboutNetwork(about.Reason),
        Outcome.Undecided undecided => new JsonUndecided(undecided.Reason),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private static JsonAssurance Assurance(Verdict verdict) => verdict switch
    {
        // Rounded up: a bound stays one. Where the sides are one and the same, there is no error at all.
        Verdict.Proved proved => new("proved", proved.Points, double.IsFinite(proved.ErrorLog2) ? (int)Math.Ceiling(proved.ErrorLog2) : null, proved.Rigorous, null, null),
        Verdict.Tested tested => new("tested", tested.Points, null, null, tested.Tolerance, tested.Reason),
        _ => throw new InvalidOperationException($"{verdict.GetType().Name} is no assurance."),
    };

    private static List<string> Path(DependencyPath path) => [.. path.Nodes.Select(node => node.ToString())];

    private static JsonWitness Witness(Witness witness) => new(
        [.. witness.Point.Select(entry => new JsonCoordinate(entry.Key, Rounded(entry.Value)))],
        IfFinite(witness.Left),
        IfFinite(witness.Right));

    // JSON has no infinity.
    private static double? IfFinite(double value) => double.IsFinite(value) ? Rounded(value) : null;

    // Ten digits, which are the same on all machines.
    private static double Rounded(double value) => double.Parse(value.ToString("G10", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
