using SymbolicBackprop.Derivations;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;

namespace SymbolicBackprop.Tests.Robustness;

/// <summary>Whoever waits for something long can end it.</summary>
public sealed class CancellationTests
{
    private static readonly CancellationToken Stopped = new(canceled: true);

    private readonly SheetFile file = Example.Read("handwritten");

    [Fact]
    public void A_sheet_is_not_composed_further() => AssertStops(() => SheetComposer.Compose(file, Stopped));

    [Fact]
    public void An_answer_is_not_composed_further() => AssertStops(() => SheetComposer.ComposeAnswer(file, file.Questions[0], Stopped));

    [Fact]
    public void A_document_is_not_checked_further() => AssertStops(() => file.Model.Check(
        new SourceText("notes.md", @"$z_1^{(1)} = b_1^{(1)}$"), DocumentFormat.Markdown, stop: Stopped));

    [Fact]
    public void Steps_are_not_proved_further()
    {
        var verification = new Verification(file.Model);
        verification.Add(new Step(Statement.Equality(Symbol.Weight(1, 1, 1), Symbol.Weight(1, 1, 2)), Reason.Definition), new Meaning(file.Model, DeltaConvention.ByActivation));
        AssertStops(() => verification.Prove(Stopped));
    }

    // A sheet that would take minutes, however fast the machine, so that no late timer lets it finish first.
    [Fact]
    public void Work_that_has_begun_ends()
    {
        var network = RandomNetwork.Tanh(12, 12, 12, 12, 1);
        var all = network.Model.Variables.Where(variable => variable.Symbol.Role is Role.Weight).Select(variable => new Question(variable.Symbol, Notation.Parentheses));
        var large = new SheetFile { Network = network, Questions = Enumerable.Repeat(all, 100).SelectMany(questions => questions).ToEquatableList() };
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.Throws<OperationCanceledException>(() => SheetComposer.Compose(large, source.Token));
    }

    private static void AssertStops(Action act) => Assert.Throws<OperationCanceledException>(act);
}
