using System.Collections.Immutable;
using System.Globalization;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Writing.Latex;
using SymbolicBackprop.Writing.Text;

namespace SymbolicBackprop.Checking.Reports;

/// <summary>All that reports say, in English.</summary>
internal sealed class ReportSentences(CheckReport report)
{
    // More paths than this are counted, not listed.
    private const int MostPaths = 6;

    // Points of more coordinates say nothing to a reader.
    private const int MostCoordinates = 4;

    /// <summary>What is said of a formula: one remark for each thing that it says, or why it could not be read.</summary>
    public List<Remark> Of(CheckedFormula formula) =>
        formula.Error is { } error ? [Of(error)] : [.. formula.Relations.Select(relation => Of(relation, formula))];

    /// <summary>What could not be read, and why.</summary>
    public static Remark Of(Finding error) => new(error.Span, Standing.Doubtful, "cannot be read", error.Message)
    {
        Details = error.Expected is { } expected ? [Sentence(expected)] : [],
    };

    /// <summary>What δ means, or null where the document has none.</summary>
    public string? Delta => report.Delta switch
    {
        null => null,
        { Holding: var holding, HoldingOtherwise: var otherwise } delta when holding == otherwise =>
            $"The document does not settle what δ is: as many relations hold with {Meaning(delta.Convention)} as with {Meaning(delta.Convention.Other(report.Notation.Delta))}. It was taken as {Meaning(delta.Convention)}.",
        var delta =>
            $"In this document δ is {Meaning(delta.Convention)}: with it {Count(delta.Holding, "relation")} with δ {Verb(delta.Holding, "holds", "hold")}, with {Meaning(delta.Convention.Other(report.Notation.Delta))} {delta.HoldingOtherwise}.",
    };

    /// <summary>The report in one line.</summary>
    public string Summary
    {
        get
        {
            var tally = new Tally(report);
            var assurance = tally.Tested == 0 ? $"{tally.Proved} proved" : $"{tally.Proved} proved, {tally.Tested} tested";
            var holding = tally.Proved + tally.Tested;
            (int Number, string Text)[] others =
            [
                (tally.HoldingHereOnly, Count(tally.HoldingHereOnly, "warning")),
                (tally.SomePaths, $"{tally.SomePaths} with paths missing"),
                (tally.Following, $"{tally.Following} {Verb(tally.Following, "follows", "follow")} from a mistake"),
                (tally.Undecided, $"{tally.Undecided} undecided"),
                (tally.NotAboutModel, $"{tally.NotAboutModel} not about this network"),
                (tally.Introductions, Count(tally.Introductions, "introduction")),
                (tally.Questions, Count(tally.Questions, "question")),
                (tally.Unreadable, $"{tally.Unreadable} cannot be read"),
            ];
            return $"{Count(tally.Formulas, "formula")}, {Count(tally.Relations, "relation")}: {holding} {Verb(holding, "holds", "hold")} ({assurance}), {tally.Refuted} wrong"
                + string.Concat(others.Where(each => each.Number > 0).Select(each => ", " + each.Text)) + ".";
        }
    }

    /// <summary>What a relation is called among those of its formula.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="formula">The formula.</param>
    /// <param name="quoted">Sets a sign off from the words.</param>
    public string NameOf(CheckedRelation relation, CheckedFormula formula, Func<string, string> quoted)
    {
        var isLabel = IsLabel(relation);
        var alike = formula.Relations.Where(other => IsLabel(other) == isLabel).ToList();
        var ordinal = alike.Count == 1 ? "" : English.Ordinal(alike.IndexOf(relation) + 1).ToLowerInvariant() + " ";
        return isLabel ? $"label of the {ordinal}brace" : ordinal + quoted(Source(relation.Sign));
    }

    /// <summary>A stretch of the document in one line.</summary>
    public string Source(TextSpan span) =>
        string.Join(' ', report.Document.Text.Substring(span.Offset, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Remark Of(CheckedRelation relation, CheckedFormula formula) => relation.Outcome switch
    {
        Outcome.Holds { IsDefinition: true } holds => Held(relation, "definition", "agrees with the network, ", holds.Verdict),
        Outcome.Holds { IsNumeric: true } => new(relation.Sign, Standing.Right, "holds", "with the given numbers, as far as they are rounded"),
        Outcome.Holds holds => Held(relation, "holds", "", holds.Verdict),
        Outcome.HoldsHereOnly holds => new(relation.Sign, Standing.Doubtful, "warning", "holds for this network only")
        {
            Details = [Sentence(holds.Reason)],
            Exhibits = [ShouldRead(holds.Correction)],
        },
        Outcome.SomePaths paths => Incomplete(relation, formula, paths),
        Outcome.Refuted refuted => Wrong(relation, refuted),
        Outcome.FollowsFrom from when from.Formula == formula.Formula.Number =>
            new(relation.Sign, Standing.Doubtful, "follows", "the mistake was made earlier in this chain"),
        Outcome.FollowsFrom from =>
            new(relation.Sign, Standing.Doubtful, $"follows from line {report.Formulas[from.Formula - 1].Formula.Line}", "it would hold if what is said there did"),
        Outcome.Introduces introduces => Introduced(relation, introduces),
        Outcome.Asks => new(relation.Sign, Standing.Neutral, "question", "claims nothing"),
        Outcome.NotAboutModel about => new(relation.Sign, Standing.Doubtful, "not about this network", Fragment(about.Reason)),
        Outcome.Undecided undecided => new(relation.Sign, Standing.Doubtful, "undecided", Fragment(undecided.Reason)),
        _ => throw new InvalidOperationException($"Unknown outcome {relation.Outcome.GetType().Name}."),
    };

    private static Remark Held(CheckedRelation relation, string verdict, string reason, Verdict assurance) => assurance is Verdict.Tested tested
        ? new(relation.Sign, Standing.Right, verdict, $"{reason}tested at {Count(tested.Points, "random point")}") { Details = [Sentence($"it is not proved: {tested.Reason}")] }
        : new(relation.Sign, Standing.Right, verdict, $"{reason}proved");

    private Remark Incomplete(CheckedRelation relation, CheckedFormula formula, Outcome.SomePaths paths)
    {
        var writer = new LatexWriter(report.Notation.WithMarksOf(formula.Formula.Latex));
        var taken = paths.Taken.Length;
        return new(
            relation.Sign,
            Standing.Wrong,
            $"{Count(taken, "path")} of {paths.Total}",
            $"this is what {(taken == 1 ? "one path contributes" : $"{taken} paths contribute together")}, not the whole")
        {
            Exhibits = [.. Ways("taken", Standing.Right, paths.Taken), .. Ways("missing", Standing.Wrong, paths.Missing)],
        };

        IEnumerable<Exhibit> Ways(string label, Standing standing, ImmutableArray<DependencyPath> all)
        {
            foreach (var path in all.Take(MostPaths))
            {
                yield return new Exhibit(standing, label, [.. path.Nodes.Select(node => writer.Write(node.Symbol))]);
            }

            if (all.Length > MostPaths)
            {
                yield return new Exhibit(standing, $"and {all.Length - MostPaths} more");
            }
        }
    }

    private Remark Wrong(CheckedRelation relation, Outcome.Refuted refuted)
    {
        var isLabel = IsLabel(relation);
        var (place, reason) = refuted switch
        {
            { Cause: { } cause } => (cause.Place, cause.Slip.Title),
            { Difference: { } difference } => (difference.Place, "the two sides differ"),
            { Reason: { } why } => (relation.Sign, Fragment(why)),
            _ => (relation.Sign, "the two sides differ"),
        };
        var details = new List<string>();
        if (refuted.Reason is { } without && refuted is not { Cause: null, Difference: null })
        {
            details.Add(Sentence(without));
        }

        if (refuted.Cause?.Slip == Slip.OtherDelta && report.Delta is { } delta)
        {
            details.Add($"In this document δ is {Meaning(delta.Convention)}.");
        }

        if (refuted.Witness is { } witness)
        {
            details.Add(Values(witness, isLabel ? "what the brace spans" : "the left side", isLabel ? "its label" : "the right side"));
        }

        if (refuted is { Cause: null, Reason: null })
        {
            details.Add("None of the usual slips explains it.");
        }

        return new(place, Standing.Wrong, "wrong", isLabel && refuted.Cause is not null ? $"the label does not fit the brace: {reason}" : reason)
        {
            Details = details,
            Exhibits = refuted switch
            {
                { Cause: { } cause } => [.. Surplus(relation, cause), ShouldRead(cause.Correction)],
                { Difference: { } difference } => Shown(difference),
                _ => [],
            },
        };
    }

    private IEnumerable<Exhibit> Surplus(CheckedRelation relation, Cause cause) =>
        IsLabel(relation) && (cause.Slip == Slip.BraceSpan || cause.Slip == Slip.OtherDelta) && cause.Place.Offset >= relation.Left.Offset && cause.Place.End <= relation.Left.End
            ? [new(Standing.Wrong, "does not belong under the brace", Source(cause.Place))]
            : [];

    private static bool IsLabel(CheckedRelation relation) => relation.Kind == ClaimKind.BraceLabel;

    private static Exhibit ShouldRead(string latex) => new(Standing.Right, "it should read", latex);

    private static Exhibit[] Shown(Difference difference) => difference switch
    {
        { Found: "" } => [new(Standing.Right, "missing is", difference.Expected)],
        { Expected: "" } => [new(Standing.Wrong, "does not belong here", difference.Found)],
        _ => [new(Standing.Wrong, "instead of", difference.Found), new(Standing.Right, "there should be", difference.Expected)],
    };

    private static Remark Introduced(CheckedRelation relation, Outcome.Introduces introduces) => new(
        relation.Sign,
        introduces is { IsUsed: true, Reason: null } ? Standing.Neutral : Standing.Doubtful,
        "introduction",
        $"'{introduces.Name}' gets a meaning here" + (introduces.IsUsed ? "" : " that no later formula uses"))
    {
        Details = introduces.Reason is { } reason ? [Sentence($"the meaning is not one within this network: {Fragment(reason)}")] : [],
    };

    private static string Values(Witness witness, string left, string right)
    {
        var point = witness.Point.Length is > 0 and <= MostCoordinates
            ? Wording.List(witness.Point.Select(entry => $"{entry.Key} = {Rounded(entry.Value, 4)}"))
            : "a random point";

        // As many digits as it takes to tell them apart.
        var digits = ((int[])[4, 7, 10]).FirstOrDefault(digits => Rounded(witness.Left, digits) != Rounded(witness.Right, digits), 17);
        return $"At {point}, {left} is {Rounded(witness.Left, digits)} and {right} {Rounded(witness.Right, digits)}.";
    }

    private static string Rounded(double value, int digits) =>
        double.IsFinite(value) ? value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "undefined";

    private string Meaning(DeltaConvention convention) => new PlainTextWriter(report.Notation).Write(
        new Derivative(convention == DeltaConvention.OfSample ? Symbol.LossOfSample(null) : Symbol.Loss, new Symbol(convention.RoleOfUnit(), null, [])));

    private static string Count(int number, string thing) => Wording.Count(number, thing);

    private static string Verb(int number, string one, string many) => number == 1 ? one : many;

    // Reasons are sentences or parts of one, as they are needed elsewhere. A word such as "The" loses its capital, a name keeps it.
    internal static string Fragment(string reason) =>
        (reason.Length > 1 && char.IsLower(reason[1]) ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason).TrimEnd('.');

    // A name keeps its small letter, and there is no full stop behind a formula, where it would seem to belong to it.
    private static string Sentence(string text) =>
        (text.Length > 1 && char.IsLower(text[1]) ? char.ToUpperInvariant(text[0]) + text[1..] : text)
        + (char.IsLetterOrDigit(text[^1]) || text[^1] == ')' ? "." : "");
}
