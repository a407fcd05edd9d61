using System.Text.Json.Serialization;

namespace SymbolicBackprop.Checking.Reports;

// What the JSON of a report holds; the schema says what each value means. Properties stand in the order of the text.

internal sealed record JsonReportValue(int Version, string Document, JsonDelta? Delta, JsonSummary Summary, IReadOnlyList<JsonFinding> Findings, IReadOnlyList<JsonFormula> Formulas);

internal sealed record JsonDelta(string Convention, int Holding, int HoldingOtherwise);

internal sealed record JsonSummary(
    int Formulas, int Relations, int Proved, int Tested, int HoldsHereOnly, int SomePaths, int Refuted, int FollowsFrom, int Undecided, int NotAboutNetwork, int Introduces, int Asks, int Unreadable);

internal sealed record JsonSpan(int Offset, int Length, int Line, int Column);

internal sealed record JsonFinding(JsonSpan Span, string Message, string? Expected);

internal sealed record JsonFormula(int Number, string Latex, bool Displayed, JsonSpan Span, JsonFinding? Error, IReadOnlyList<JsonRelation> Relations);

internal sealed record JsonRelation(string Kind, JsonSpan Sign, JsonSpan Left, JsonSpan Right, string Message, JsonOutcome Outcome);

[JsonPolymorphic(TypeDiscriminatorPropertyName = "verdict")]
[JsonDerivedType(typeof(JsonHolds), "holds")]
[JsonDerivedType(typeof(JsonHoldsHereOnly), "holds-here-only")]
[JsonDerivedType(typeof(JsonSomePaths), "some-paths")]
[JsonDerivedType(typeof(JsonRefuted), "refuted")]
[JsonDerivedType(typeof(JsonFollowsFrom), "follows-from")]
[JsonDerivedType(typeof(JsonIntroduces), "introduces")]
[JsonDerivedType(typeof(JsonAsks), "asks")]
[JsonDerivedType(typeof(JsonNotAboutNetwork), "not-about-network")]
[JsonDerivedType(typeof(JsonUndecided), "undecided")]
internal abstract record JsonOutcome;

internal sealed record JsonHolds(JsonAssurance Assurance, bool Definition) : JsonOutcome;

internal sealed record JsonHoldsHereOnly(JsonAssurance Assurance, string Reason, string Correction) : JsonOutcome;

internal sealed record JsonSomePaths(IReadOnlyList<IReadOnlyList<string>> Taken, IReadOnlyList<IReadOnlyList<string>> Missing) : JsonOutcome;

internal sealed record JsonRefuted(JsonWitness? Witness, string? Reason, JsonCause? Cause, JsonDifference? Difference) : JsonOutcome;

internal sealed record JsonFollowsFrom(int Formula) : JsonOutcome;

internal sealed record JsonIntroduces(string Name, bool Used, string? Reason) : JsonOutcome;

internal sealed record JsonAsks : JsonOutcome;

internal sealed record JsonNotAboutNetwork(string Reason) : JsonOutcome;

internal sealed record JsonUndecided(string Reason) : JsonOutcome;

internal sealed record JsonAssurance(string Kind, int Points, int? ErrorLog2, bool? Rigorous, double? Tolerance, string? Reason);

internal sealed record JsonWitness(IReadOnlyList<JsonCoordinate> Point, double? Left, double? Right);

internal sealed record JsonCoordinate(string Name, double Value);

internal sealed record JsonCause(string Slip, string Title, JsonSpan Place, string Correction);

internal sealed record JsonDifference(JsonSpan Place, string Found, string Expected);
