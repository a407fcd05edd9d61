using System.Collections.Immutable;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Numbers;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Checking;

/// <summary>
/// Reads a document formula by formula against a model, as a teaching assistant would: each relation on its own, a mistake where it
/// is made, and for what is wrong the slip that explains it.
/// </summary>
internal sealed class Checker
{
    private readonly Model model;
    private readonly Notation notation;
    private readonly Dependencies dependencies;
    private readonly IReadOnlyList<Line> lines;
    private readonly Assessment assessment;
    private readonly PathContributions contributions;
    private readonly SlipSearch slips;
    private readonly LayerSlipSearch layerSlips;
    private readonly Beliefs beliefs;
    private readonly GivenValues values;
    private readonly NumericClaims? numbers;
    private readonly FirstDifference firstDifference;
    private readonly CancellationToken stop;

    private Checker(Model model, Notation notation, IReadOnlyList<Line> lines, NumericExample? example, CancellationToken stop)
    {
        (this.model, this.notation, this.lines, this.stop) = (model, notation, lines, stop);
        dependencies = new Dependencies(model);
        var instances = new ClaimInstances(model);
        var byActivation = Assessment.Of(lines, model, dependencies, instances, DeltaConvention.ByActivation, example?.LearningRate is not null, notation.Layout, stop);
        var byPreActivation = Assessment.Of(lines, model, dependencies, instances, DeltaConvention.ByActivation.Other(notation.Delta), example?.LearningRate is not null, notation.Layout, stop);
        var (first, second) = (byActivation.HoldingWithDelta, byPreActivation.HoldingWithDelta);
        var isSaid = notation.Derivatives == DerivativeStyle.Differentials; // dz can be nothing else
        var convention = isSaid || first == second ? notation.Delta : first > second ? DeltaConvention.ByActivation : DeltaConvention.ByActivation.Other(notation.Delta);
        assessment = convention == DeltaConvention.ByActivation ? byActivation : byPreActivation;
        Delta = !isSaid && lines.SelectMany(line => line.Claims).Any(Assessment.SpeaksOfDelta)
            ? new DeltaInference(convention, Math.Max(first, second), Math.Min(first, second))
            : null;
        contributions = new PathContributions(model, dependencies, assessment.Meaning);
        slips = new SlipSearch(model, instances, assessment, (convention == DeltaConvention.ByActivation ? byPreActivation : byActivation).Meaning, stop);
        numbers = example is null ? null : new NumericClaims(model, assessment.Meaning, example);
        layerSlips = new LayerSlipSearch(model, assessment.Meaning, slips.Holds);
        beliefs = new Beliefs(model, instances, assessment.Meaning);
        values = new GivenValues(lines.SelectMany(line => line.Claims), assessment.Meaning);
        firstDifference = new FirstDifference(model, dependencies, assessment.Meaning);
    }

    private DeltaInference? Delta { get; }

    /// <summary>Checks a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="format">The language around its formulas.</param>
    /// <param name="model">What it is about.</param>
    /// <param name="notation">How it is written.</param>
    /// <param name="example">The numbers that it works with, or null where none are known.</param>
    /// <param name="limits">How much of a formula is read.</param>
    /// <param name="stop">Ends it early.</param>
    public static CheckReport Check(SourceText document, DocumentFormat format, Model model, Notation notation, NumericExample? example, Limits limits, CancellationToken stop)
    {
        model = model.Copy();
        var found = DocumentFormulas.Find(document.Text, format);
        var context = new ReadingContext { Notation = notation, Model = model, Limits = limits };
        var read = Read(found, context);
        if (OwnLetters.Of(read.Select(line => line.Reading.Value).OfType<Statement>()) is { Count: > 0 } letters)
        {
            read = Read(found, context with { OwnLetters = letters });
        }

        List<Line> lines = [.. read.Select(each => new Line(each.Formula, each.Reading, each.Reading.IsSuccess ? [.. Claim.Of(each.Reading.Value, each.Reading.Spans)] : []))];
        var checker = new Checker(model, notation, lines, example, stop);
        return new CheckReport(document, format, notation, checker.Delta, [.. lines.Select((line, i) => checker.Check(line, checker.assessment.Lines[i]))], found.Findings);
    }

    private static List<(DocumentFormula Formula, LatexReading<Statement> Reading)> Read(DocumentFormulas document, ReadingContext context)
    {
        var reader = new LatexReader(context);
        return [.. document.Formulas.Select(formula => (formula, reader.Read(formula.Latex)))];
    }

    private CheckedFormula Check(Line line, IReadOnlyList<Assessed> assessed)
    {
        stop.ThrowIfCancellationRequested();
        var offset = line.Formula.Span.Offset;
        if (line.Reading.Error is { } error)
        {
            return new CheckedFormula(line.Formula, [], error.Shift(offset));
        }

        // Braces before what they are part of: a mistake in one is a mistake of the whole too.
        var outcomes = new Dictionary<Assessed, Outcome>(ReferenceEqualityComparer.Instance);
        var wrong = new List<(Claim Claim, Outcome Outcome)>();
        foreach (var each in assessed.OrderBy(each => each.Claim.Kind != ClaimKind.BraceLabel))
        {
            var outcome = OutcomeOf(each, line, wrong);
            outcomes.Add(each, outcome);
            if (outcome.IsMistake)
            {
                wrong.Add((each.Claim, outcome));
                beliefs.Add(line.Formula.Number, each.Claim);
            }
        }

        var spans = line.Reading.Spans;
        return new CheckedFormula(
            line.Formula,
            [.. assessed.Select(each => new CheckedRelation(
                each.Claim.Kind,
                each.Claim.Sign.Shift(offset),
                SpanOf(each.Claim.Left, spans, each.Claim).Shift(offset),
                SpanOf(each.Claim.Right, spans, each.Claim).Shift(offset),
                outcomes[each]))],
            null)
        {
            Statement = line.Reading.Value,
        };
    }

    private static TextSpan SpanOf(Formula part, SpanTable spans, Claim claim) => spans.TryFind(part, out var span) ? span : claim.Sign;

    private Outcome OutcomeOf(Assessed assessed, Line line, List<(Claim Claim, Outcome Outcome)> wrong)
    {
        var claim = assessed.Claim;
        return assessed switch
        {
            _ when claim.Sides.Any(side => side is Unknown) => new Outcome.Asks(),
            { Claim.Kind: ClaimKind.Path } => PathOutcome(claim),
            { Introduced: { } name } => new Outcome.Introduces(name, IsUsedAfter(name, line), assessed.Problem?.Message),
            { Problem.Shapes: not null } when wrong.Any(earlier => IsSameMistake(earlier, claim, line)) => new Outcome.FollowsFrom(line.Formula.Number),
            { Problem.Shapes: { } shapes } => Explained(claim, line, null, ShapeSentences.Of(shapes, WriterFor(line))) with { Shapes = shapes },
            { Problem: { Missing: { } missing } } when BelongsToNetworks(missing) && wrong.Any(earlier => IsSameMistake(earlier, claim, line)) =>
                new Outcome.FollowsFrom(line.Formula.Number),
            { Problem: { Missing: { } missing } problem } when BelongsToNetworks(missing) => Explained(claim, line, null, problem.Message),
            { Problem: { } problem } => new Outcome.NotAboutModel(problem.Message),
            { Verdict: not { Holds: true } } when numbers is not null && NumericClaims.Concerns(claim) && (NumericClaims.HasDecimals(claim) || numbers.Agree(claim)) => Numeric(claim, line, wrong, numbers),
            { Verdict: Verdict.Undecided undecided } => new Outcome.Undecided(undecided.Reason),
            { Verdict: Verdict.Refuted refuted } => Refuted(assessed, line, wrong, refuted.Witness),
            _ => Held(claim, line, assessed.Verdict!),
        };
    }

    private Outcome Held(Claim claim, Line line, Verdict verdict)
    {
        if (CoincidingFunctions.Find(claim, model) is var (reason, wrong, right))
        {
            Formula? Corrected(Formula part) => part == wrong ? right : null;

            return new Outcome.HoldsHereOnly(verdict, reason, Written(claim, claim.Left.Rewrite(Corrected), claim.Right.Rewrite(Corrected), line));
        }

        var stated = CoincidingFunctions.Stated(claim, model);
        return new Outcome.Holds(verdict, stated is null && IsDefinition(claim)) { Reason = stated };
    }

    // A quantity of the network, or one of its functions, and what it is made of.
    private bool IsDefinition(Claim claim) => claim is { Kind: ClaimKind.Equality, Link: 1 } && claim.Left switch
    {
        Symbol { Role: not Role.Delta } symbol => assessment.Meaning.TryFind(symbol, out var variable) && variable.Node.Definition is not null,
        Call { Primes: 0, Function.Layer: not null, Arguments: [] or [Symbol { Role: Role.Named }] } => true,
        _ => false,
    };

    private Outcome Numeric(Claim claim, Line line, List<(Claim Claim, Outcome Outcome)> wrong, NumericClaims about)
    {
        if (about.Agree(claim))
        {
            return new Outcome.Holds(new Verdict.Tested(0, 1, "It is about numbers, which are rounded."), IsDefinition: false) { IsNumeric = true };
        }

        if (wrong.Any(earlier => IsSameMistake(earlier, claim, line)))
        {
            return new Outcome.FollowsFrom(line.Formula.Number);
        }

        if (!about.AreInReach(claim))
        {
            return new Outcome.Undecided("With the given numbers, a part of it is too large to be computed with, or has no value.");
        }

        if (about.SourceOf(claim) is { } source)
        {
            return new Outcome.FollowsFrom(source);
        }

        about.Believe(line.Formula.Number, line.Reading.Value!.First, claim.Right);
        var cause = about.UsesUpdatedWeight(claim) && about.ValueOf(claim.Left, claim.Right) is { } correct
            ? new Cause(Slip.UpdatedWeight, PlaceOf(claim.Right, claim, line), Written(claim, claim.Left, correct, line))
            : null;
        return new Outcome.Refuted(null, about.Difference(claim), cause);
    }

    private Outcome Refuted(Assessed assessed, Line line, List<(Claim Claim, Outcome Outcome)> wrong, Witness witness)
    {
        var claim = assessed.Claim;
        if (claim.IsApproximate)
        {
            return new Outcome.Undecided("It is said to hold up to rounding only.");
        }

        if (numbers is null && values.AreSpokenOfIn(claim))
        {
            return new Outcome.NotAboutModel("It speaks of values, which the network leaves open.");
        }

        if (wrong.Any(earlier => IsSameMistake(earlier, claim, line)))
        {
            return new Outcome.FollowsFrom(line.Formula.Number);
        }

        if (assessed.Instances is [var only] && claim.Kind == ClaimKind.Equality
            && (contributions.Find(WholeOf(claim, line), only.Right) ?? contributions.Find(claim.Right, only.Left)) is { } paths)
        {
            return paths;
        }

        return beliefs.SourceOf(claim, line.Reading.Value!.Range) is { } source
            ? new Outcome.FollowsFrom(source)
            : Explained(claim, line, witness, null);
    }

    // In ∂y/∂x = S = P, where the first equality holds, P claims to be ∂y/∂x.
    private Formula WholeOf(Claim claim, Line line)
    {
        var statement = line.Reading.Value!;
        return claim.Link > 1 && slips.Holds(claim with { Left = statement.First, Right = claim.Left }, statement.Range) ? statement.First : claim.Left;
    }

    // What has been found in a formula already: A = B = C with a wrong B makes B = C wrong too, A = B = C for A = B·C both, and a wrong
    // brace all that it is part of.
    private bool IsSameMistake((Claim Claim, Outcome Outcome) earlier, Claim claim, Line line)
    {
        if (claim.Kind != ClaimKind.Equality)
        {
            return false;
        }

        if (earlier.Claim.Kind == ClaimKind.BraceLabel)
        {
            Formula? Labelled(Formula part) => part is Underbrace brace && ReferenceEquals(brace.Label, earlier.Claim.Right) ? brace.Label : null;

            var (left, right) = (claim.Left.Rewrite(Labelled), claim.Right.Rewrite(Labelled));
            return (left != claim.Left || right != claim.Right) && Holds(claim with { Left = left, Right = right });
        }

        return earlier.Claim.Link < claim.Link
            && ((earlier.Claim.Link == claim.Link - 1 && earlier.Outcome is Outcome.Refuted { Cause.Slip: var slip } && slip == Slip.EqualsForTimes)
                || Holds(claim with { Left = earlier.Claim.Left }));

        bool Holds(Claim other) => slips.Holds(other, line.Reading.Value!.Range) || (numbers is not null && NumericClaims.Concerns(other) && numbers.Agree(other));
    }

    private Outcome.Refuted Explained(Claim claim, Line line, Witness? witness, string? reason)
    {
        var statement = line.Reading.Value!;
        var isOfLayers = claim.Sides.Any(side => side.SpeaksOfLayers());
        if ((isOfLayers ? layerSlips.Find(claim, statement.Range) : slips.Find(claim, statement)) is { } repair)
        {
            var cause = new Cause(repair.Slip, PlaceOf(repair.Place, claim, line), Written(claim, repair.Left, repair.Right, line));
            return new Outcome.Refuted(witness, reason, cause);
        }

        return new Outcome.Refuted(witness, reason, null) { Difference = isOfLayers ? null : DifferenceIn(claim, line) };
    }

    private Difference? DifferenceIn(Claim claim, Line line)
    {
        if (claim.Kind != ClaimKind.Equality || firstDifference.Find(claim.Left, claim.Right) is not var (found, expected))
        {
            return null;
        }

        var writer = WriterFor(line);
        return new Difference(PlaceOf(found ?? claim.Right, claim, line), found is null ? "" : writer.Write(found), expected is null ? "" : writer.Write(expected));
    }

    // What was made anew in looking for it has no place; then it is the side's.
    private static TextSpan PlaceOf(Formula part, Claim claim, Line line) => SpanOf(
        line.Reading.Spans.TryFind(part, out _) ? part : part.WithParts().FirstOrDefault(inner => line.Reading.Spans.TryFind(inner, out _)) ?? claim.Right,
        line.Reading.Spans,
        claim).Shift(line.Formula.Span.Offset);

    private Outcome PathOutcome(Claim claim)
    {
        if (claim is not { Left: Symbol left, Right: Symbol right } || !assessment.Meaning.TryFind(left, out var from) || !assessment.Meaning.TryFind(right, out var to))
        {
            return new Outcome.NotAboutModel("An arrow between quantities of the network says that one depends directly on the other.");
        }

        // Backwards from the loss, or forwards to it.
        (from, to) = (dependencies.Resolve(from), dependencies.Resolve(to));
        return dependencies.UsersOf(to).Contains(from) || dependencies.UsersOf(from).Contains(to)
            ? new Outcome.Holds(new Verdict.Proved(double.NegativeInfinity, 0, Rigorous: true), IsDefinition: false)
            : new Outcome.Refuted(null, $"Neither of {left} and {right} depends directly on the other.", null);
    }

    // A unit, a weight or a function that the network does not have; not a whole vector, nor a sample or a time that it knows nothing of.
    private bool BelongsToNetworks(Formula missing) => missing switch
    {
        Symbol { Role: Role.Named } symbol => model.HasAlike(symbol),
        Symbol { Role: Role.Loss } => false,
        Symbol { Sample: not null } when model.SampleCount == 0 => false,
        Symbol { Role: Role.DataLoss } symbol => symbol.Sample is { Letter: null },
        Symbol { Role: Role.Input or Role.Target or Role.Prediction } symbol => symbol.Layer is null && symbol.Indices.Count >= model.ExtentOf(symbol.Role, "", null)?.Count,
        Symbol { Role: Role.Bias, IsWhole: false, Layer.Letter: null, Indices.Count: 0 } => model.Variables.Any(variable => variable.Symbol is { Role: Role.Bias, Indices.Count: 0 }),
        Symbol symbol => symbol.Layer is { Letter: null } && (symbol.IsWhole || symbol.Indices.Count == (symbol.Role == Role.Weight ? 2 : 1)),
        Call call => call.Function.Layer is { Letter: null },
        _ => missing is PathShare,
    };

    private bool IsUsedAfter(Symbol name, Line line) => lines
        .SkipWhile(other => other != line).Skip(1)
        .SelectMany(other => other.Reading.Value?.Sides ?? [])
        .SelectMany(side => side.WithParts())
        .Any(part => part is Symbol { Role: Role.Named } symbol && symbol.Letter == name.Letter && symbol.Indices.Count == name.Indices.Count);

    private string Written(Claim claim, Formula left, Formula right, Line line) => claim.Kind == ClaimKind.BraceLabel
        ? WriterFor(line).Write(new Underbrace(left, right))
        : WriterFor(line).Write(Statement.Equality(left, right));

    // With the layer marks of the formula itself.
    private LatexWriter WriterFor(Line line) => new(notation.WithMarksOf(line.Formula.Latex));
}
