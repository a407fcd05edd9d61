using System.Globalization;
using SymbolicBackprop.Checking;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Identities;
using SymbolicBackprop.Models;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;

namespace SymbolicBackprop.Tests.Checking;

/// <summary>The handwritten sheet as it was typed up, slips included: what a teaching assistant finds in it, statement by statement.</summary>
public sealed class HandwrittenCheckTests
{
    private static readonly string Sheet = System.IO.File.ReadAllText(Repository.PathOf("examples/handwritten.md"));

    private static readonly SheetFile File = Example.Read("handwritten");

    private static readonly CheckReport Report = File.Model.Check(new SourceText("handwritten.md", Sheet), DocumentFormat.Markdown, File.Notation);

    // Each statement with what is found of its relations in reading order.
    private static readonly string[][] Expected =
    [
        /* 01 */ ["= definition"],
        /* 02 */ ["= introduces cost function, which is not used: The network has no y^(i)."],
        /* 03 */ ["= definition"],
        /* 04 */ ["= holds: both are tanh", @"\Rightarrow holds", "= holds", "= holds"],
        /* 05 */ [@"\Rightarrow definition", "= holds"],
        /* 06 */ ["= asks"],
        /* 07 */ ["= definition"],
        /* 08 */ ["= holds", "= holds"],
        /* 09 */ ["= holds"],
        /* 10 */ ["= holds"],
        /* 11 */ [@"= refuted: activation-missing in z_1^{(2)}, correctly a_1^{(2)} = f_2(z_1^{(2)})"],
        /* 12 */ ["= definition"],
        /* 13 */ ["= asks"],
        /* 14 */ ["= definition"],
        /* 15 */
        [
            "= holds",
            @"brace refuted: other-delta in \frac{\partial a_1^{[2]}}{\partial z_1^{[2]}}, correctly \underbrace{\frac{\partial \text{loss}}{\partial a_1^{[3]}} \, "
                + @"\frac{\partial a_1^{[3]}}{\partial z_1^{[3]}} \, \frac{\partial z_1^{[3]}}{\partial a_1^{[2]}}}_{\delta_1^{[2]}}",
        ],
        /* 16 */ ["= holds"],
        /* 17 */ ["= holds", "= holds"],
        /* 18 */ ["= holds"],
        /* 19 */ ["= definition"],
        /* 20 */ ["= definition"],
        /* 21 */ ["= asks"],
        /* 22 */
        [
            $"= 1 path of 2: {ToBias("a_1^(2)", "z_1^(2)")}; missing {ToBias("a_2^(2)", "z_2^(2)")}",
            @"= refuted: last-factor-only in 1, correctly \frac{\partial z_1^{[1]}}{\partial b_1^{[1]}} = 1",
        ],
        /* 23 */ [$"= 1 path of 2: {ToActivation("a_1^(2)", "z_1^(2)")}; missing {ToActivation("a_2^(2)", "z_2^(2)")}", "= holds"],
        /* 24 */ ["= holds"],
        /* 25 */ ["= holds"],
        /* 26 */ [$"= 1 path of 2: {ToBias("a_2^(2)", "z_2^(2)")}; missing {ToBias("a_1^(2)", "z_1^(2)")}"],
        /* 27 */ [$"= 1 path of 2: {ToActivation("a_2^(2)", "z_2^(2)")}; missing {ToActivation("a_1^(2)", "z_1^(2)")}", "= holds"],
        /* 28 */
        [
            "= holds here only: in f_j′ the index j counts units, yet f is indexed by layer; it holds only because f_1 and f_2 are the same function, "
                + @"correctly \delta_1^{[1]} = \sum_{j=1}^2 \delta_j^{[2]} f_2'(z_j^{[2]}) w_{1j}^{[2]}",
        ],
    ];

    public static TheoryData<int> Statements => [.. Enumerable.Range(1, Expected.Length)];

    [Fact]
    public void All_28_statements_can_be_read()
    {
        Assert.Empty(Report.Findings);
        Assert.Equal(28, Expected.Length);
        Assert.Equal(28, Report.Formulas.Length);
        Assert.All(Report.Formulas, formula => Assert.Null(formula.Error));
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public void A_statement_gets_its_verdicts_and_reasons(int number) =>
        Assert.Equal(Expected[number - 1], Report.Formulas[number - 1].Relations.Select(Told));

    [Fact]
    public void Delta_is_the_derivative_by_the_activation() =>
        Assert.Equal(new DeltaInference(DeltaConvention.ByActivation, Holding: 10, HoldingOtherwise: 4), Report.Delta);

    [Fact]
    public void All_that_holds_is_proved() => Assert.All(
        Report.Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome).OfType<Outcome.Holds>(),
        outcome => Assert.IsType<Verdict.Proved>(outcome.Verdict));

    [Fact]
    public void What_is_refuted_comes_with_a_point_that_shows_it()
    {
        var refuted = Report.Formulas.SelectMany(formula => formula.Relations).Select(relation => relation.Outcome).OfType<Outcome.Refuted>().ToList();

        Assert.Equal(3, refuted.Count);
        Assert.All(refuted, outcome => Assert.NotEqual(outcome.Witness!.Left, outcome.Witness.Right));
    }

    private static string Told(CheckedRelation relation) => $"{(relation.Kind == ClaimKind.BraceLabel ? "brace" : Text(relation.Sign))} " + relation.Outcome switch
    {
        Outcome.Holds { IsDefinition: true } => "definition",
        Outcome.Holds { Reason: { } reason } => $"holds: {reason}",
        Outcome.Holds => "holds",
        Outcome.HoldsHereOnly here => $"holds here only: {here.Reason}, correctly {here.Correction}",
        Outcome.SomePaths paths => string.Create(CultureInfo.InvariantCulture, $"{paths.Taken.Length} path of {paths.Total}: {Told(paths.Taken)}; missing {Told(paths.Missing)}"),
        Outcome.Refuted { Cause: { } cause } => $"refuted: {cause.Slip} in {Text(cause.Place)}, correctly {cause.Correction}",
        Outcome.Introduces introduced => $"introduces {introduced.Name}, which is {(introduced.IsUsed ? "" : "not ")}used: {introduced.Reason}",
        Outcome.Asks => "asks",
        var other => other.ToString(),
    };

    private static string Told(IEnumerable<DependencyPath> paths) => string.Join(" and ", paths.Select(path => Told(path.Nodes.Select(node => node.Symbol.ToString()))));

    private static string Told(IEnumerable<string> nodes) => string.Join(" ← ", nodes);

    private static string ToBias(params string[] between) => Told(["loss", "a_1^(3)", "z_1^(3)", .. between, "a_1^(1)", "z_1^(1)", "b_1^(1)"]);

    private static string ToActivation(params string[] between) => Told(["loss", "a_1^(3)", "z_1^(3)", .. between, "a_1^(1)"]);

    private static string Text(TextSpan span) => Sheet.Substring(span.Offset, span.Length);
}
