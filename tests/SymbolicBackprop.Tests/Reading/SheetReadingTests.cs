using SymbolicBackprop.Formulas;
using SymbolicBackprop.Models;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Documents;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Writing.Latex;

namespace SymbolicBackprop.Tests.Reading;

/// <summary>The sheets of all examples, read back in all notations.</summary>
public sealed class SheetReadingTests
{
    public static IEnumerable<Notation> Notations =>
        from mark in Enum.GetValues<LayerMark>()
        from order in Enum.GetValues<WeightOrder>()
        from inputs in Enum.GetValues<InputStyle>()
        from loss in new[] { "loss", "L" }
        select new Notation { LayerMark = mark, WeightOrder = order, Inputs = inputs, Loss = loss };

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
    public void Every_statement_reads_back(string name)
    {
        var statements = StatementsOf(SheetComposer.Compose(Example.Read(name))).ToList();
        foreach (var notation in Notations)
        {
            var (writer, reader) = (new LatexWriter(notation), new LatexReader(new ReadingContext { Notation = notation }));
            foreach (var statement in statements)
            {
                var reading = reader.Read(writer.Write(statement));
                Assert.True(statement.Equals(reading.Value), $"{writer.Write(statement)}\n{notation}\n{reading.Error}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void The_written_sheet_holds_its_statements_in_order(string name)
    {
        foreach (var notation in (Notation[])[Example.Read(name).Notation, Other])
        {
            var document = SheetComposer.Compose(Example.Read(name) with { Notation = notation });
            var found = DocumentFormulas.Find(LatexDocument.Write(document), DocumentFormat.Latex);
            var displayed = found.Formulas.Where(formula => formula.IsDisplayed).ToList();
            var equations = document.Blocks.OfType<Equations>().SelectMany(block => block.Items.Select(item => (item.Statement, block.Notation))).ToList();

            Assert.Empty(found.Findings);
            Assert.Equal(equations.Count, displayed.Count);
            foreach (var ((statement, written), formula) in equations.Zip(displayed))
            {
                // A question may have a notation of its own.
                var reading = new LatexReader(new ReadingContext { Notation = written }).Read(formula.Latex);
                Assert.True(reading.IsSuccess, $"{formula.Line}: {formula.Latex}\n{reading.Error}");
                var writer = new LatexWriter(written);
                Assert.Equal(writer.Write(statement), writer.Write(reading.Value));
            }

            var reader = new LatexReader(new ReadingContext { Notation = notation });
            Assert.All(found.Formulas, formula => Assert.True(reader.Read(formula.Latex).IsSuccess, formula.Latex));
        }
    }

    private static IEnumerable<Statement> StatementsOf(Document document) =>
        document.Blocks.OfType<Equations>().SelectMany(equations => equations.Items).Select(equation => equation.Statement);
}
