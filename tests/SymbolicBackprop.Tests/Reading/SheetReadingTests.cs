using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Notations;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>The sheets of all examples, read back in all notations.</summary>
public sealed class SheetReadingTests
{
    private static Notation Other { get; } = new()
    {
        LayerMark = LayerMark.Brackets,
        WeightOrder = WeightOrder.ToFrom,
        Inputs = InputStyle.MarkedActivation,
        Delta = DeltaConvention.ByPreActivation,
        Loss = "C",
    };

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Every_formula_reads_back(string name)
    {
        var formulas = 0;
        foreach (var notation in EveryNotation.All)
        {
            var file = Example.Read(name).In(notation);
            var context = new ReadingContext { Notation = notation };
            // Without layers, only the model tells what letters name.
            LatexReader[] readers = [new(context with { Model = file.Model }), .. file.Network is null ? [] : new LatexReader[] { new(context) }];
            foreach (var (statement, inText) in StatementsOf(SheetComposer.Compose(file)).Distinct())
            {
                var latex = new LatexWriter(notation, inText).Write(statement);
                Assert.All(readers, reader => Assert.True(statement.Equals(reader.Read(latex).Value), $"{latex}\n{notation}\n{reader.Read(latex).Error}"));
                formulas++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{formulas} formulas of {name} read back.");
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void The_written_sheet_holds_its_statements_in_order(string name)
    {
        foreach (var notation in (Notation[])[Example.Read(name).Notation, Other])
        {
            var document = SheetComposer.Compose(Example.Read(name) with { Notation = notation });
            var model = Example.Read(name) is { Network: null } withoutLayers ? withoutLayers.Model : null; // only a model without layers is needed to tell what letters name
            var found = DocumentFormulas.Find(LatexDocument.Write(document), DocumentFormat.Latex);
            var displayed = found.Formulas.Where(formula => formula.IsDisplayed).ToList();
            var equations = document.Blocks.OfType<Equations>().SelectMany(block => block.Items.Select(item => (item.Statement, block.Notation))).ToList();

            Assert.Empty(found.Findings);
            Assert.Equal(equations.Count, displayed.Count);
            foreach (var ((statement, written), formula) in equations.Zip(displayed))
            {
                // A question may have a notation of its own.
                var reading = new LatexReader(new ReadingContext { Notation = written, Model = model }).Read(formula.Latex);
                Assert.True(reading.IsSuccess, $"{formula.Line}: {formula.Latex}\n{reading.Error}");
                var writer = new LatexWriter(written);
                Assert.Equal(writer.Write(statement), writer.Write(reading.Value));
            }

            var reader = new LatexReader(new ReadingContext { Notation = notation });
            Assert.All(found.Formulas, formula => Assert.True(reader.Read(formula.Latex).IsSuccess, formula.Latex));
        }
    }

    // With whether they stand in running text.
    private static IEnumerable<(Statement Statement, bool InText)> StatementsOf(Document document) => document.Blocks.SelectMany(block => block switch
    {
        Equations equations => equations.Items.Select(equation => (equation.Statement, false)),
        Paragraph paragraph => InText(paragraph.Text),
        Figure figure => InText(figure.Caption),
        Table table => table.Cells.SelectMany(InText),
        Heading heading => InText(heading.Text),
        _ => throw new InvalidOperationException($"Unknown block {block.GetType().Name}."),
    });

    private static IEnumerable<(Statement Statement, bool InText)> InText(Prose prose) => prose.Parts.OfType<InlineMath>().Select(inline => (inline.Statement, true));
}
