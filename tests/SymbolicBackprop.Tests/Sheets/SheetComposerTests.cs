using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Files;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Models;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Sheets;

/// <summary>What a sheet holds from question to question.</summary>
public sealed class SheetComposerTests
{
    [Fact]
    public void Equations_are_numbered_through()
    {
        var sheet = Compose(RandomNetwork.Tanh(2, 2, 1), Notation.Parentheses, W(1, 1, 1), B(1, 2));

        var numbers = EquationsOf(sheet).Select(equation => equation.Number).ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void The_loss_comes_first_and_then_the_predictions_in_order()
    {
        var sheet = Compose(RandomNetwork.Tanh(1, 2), Notation.Parentheses);

        Assert.Equal(["loss", "ŷ_1", "ŷ_2"], EquationsOf(sheet).Take(3).Select(equation => equation.Statement.First.ToString()));
    }

    [Fact]
    public void A_question_in_another_notation_says_what_its_symbols_mean()
    {
        var same = Compose(RandomNetwork.Tanh(2, 2, 1), Notation.Parentheses, W(1, 1, 1), B(1, 2));
        var other = SheetComposer.Compose(new SheetFile
        {
            Network = RandomNetwork.Tanh(2, 2, 1),
            Notation = Notation.Parentheses,
            Questions = [new Question(W(1, 1, 1), Notation.Parentheses), new Question(B(1, 2), Notation.Brackets)],
        });

        Assert.Equal([Notation.Parentheses], ConventionsOf(same));
        Assert.Equal([Notation.Parentheses, Notation.Brackets], ConventionsOf(other));
    }

    [Fact]
    public void Marks_and_the_audit_can_be_switched_off()
    {
        var file = SheetFile.Parse(File.ReadAllText(Repository.PathOf("examples/minimal.yaml")) + "marks: false\n");

        Assert.DoesNotContain("proved", LatexDocument.WriteFragment(SheetComposer.Compose(file)), StringComparison.Ordinal);
        Assert.Contains("proved", LatexDocument.WriteFragment(SheetComposer.Compose(file with { Marks = true })), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_show_the_network_and_the_paths_of_each_question_once()
    {
        var network = RandomNetwork.Tanh(2, 3, 3, 1);
        var sheet = SheetComposer.Compose(new SheetFile
        {
            Network = network,
            Questions =
            [
                new Question(W(3, 1, 1), Notation.Parentheses),
                new Question(B(1, 1), Notation.Parentheses),
                new Question(W(3, 1, 1), Notation.Parentheses), // as the first
                new Question(W(3, 1, 1), Notation.Brackets),
            ],
        });

        var figures = sheet.Blocks.OfType<Figure>().ToList();
        Assert.Equal([1, 2, 3, 4], figures.Select(figure => figure.Number));
        Assert.Equal([0, 1, 3, 1], figures.Select(figure => figure.Picture.Paths.Count()));
        Assert.Equal([.. Enumerable.Repeat(Notation.Parentheses, 3), Notation.Brackets], figures.Select(figure => figure.Notation));
        Assert.Equal([1, 2, 3, 5], figures.Select(figure => SectionOf(sheet, figure)));
        Assert.All(figures[1..], figure => Assert.IsType<Equations>(sheet.Blocks.SkipWhile(block => block != figure).ElementAt(1))); // the question itself
    }

    [Fact]
    public void Where_paths_are_too_many_the_picture_of_the_network_is_not_repeated()
    {
        var file = new SheetFile { Network = RandomNetwork.Tanh(2, 3, 3, 1), MaxPaths = 2, Questions = [new Question(B(1, 1), Notation.Parentheses)] };

        Assert.Single(SheetComposer.Compose(file).Blocks.OfType<Figure>());
        Assert.Equal(2, SheetComposer.Compose(file with { MaxPaths = 3 }).Blocks.OfType<Figure>().Count());
    }

    [Fact]
    public void Pictures_can_be_switched_off_and_an_answer_alone_has_none()
    {
        var file = Example.Read("handwritten");

        Assert.Empty(SheetComposer.Compose(file with { Pictures = false }).Blocks.OfType<Figure>());
        Assert.Empty(SheetComposer.ComposeAnswer(file, file.Questions[2]).Blocks.OfType<Figure>());
    }

    // The number of the section that a block stands in, the network's own being the first.
    private static int SectionOf(Document sheet, Block block) => sheet.Blocks.TakeWhile(other => other != block).Count(other => other is Heading { Level: 1 });

    // The paragraphs that say which unit a weight leads from.
    private static IEnumerable<Notation> ConventionsOf(Document sheet) => sheet.Blocks.OfType<Paragraph>()
        .Where(paragraph => paragraph.Text.Parts.OfType<InlineMath>().Any(math => math.Statement.First is Symbol { Role: Role.Weight, Layer.Letter: "l" }))
        .Select(paragraph => paragraph.Notation);

    [Fact]
    public void An_error_signal_is_introduced_once_and_recalled_by_its_equation()
    {
        var sheet = Compose(RandomNetwork.Tanh(2, 2, 1), Notation.Parentheses, W(1, 1, 1), B(1, 1));

        var introduced = Assert.Single(EquationsOf(sheet), equation => equation.Statement.First == Delta(1, 1));
        Assert.Contains(new EquationReference(introduced.Number), PartsOf(sheet));
    }

    [Fact]
    public void Signals_that_were_introduced_all_at_once_are_known_one_by_one()
    {
        var sheet = Compose(RandomNetwork.Tanh(2, 3, 3, 1), Notation.Parentheses, B(1, 1), B(1, 2));

        var together = Assert.Single(EquationsOf(sheet), equation => equation.Statement.First == Delta(2, J));
        Assert.Contains(new EquationReference(together.Number), PartsOf(sheet));
    }

    [Fact]
    public void Another_notation_introduces_its_signals_itself()
    {
        var network = RandomNetwork.Tanh(2, 2, 1);
        var sheet = SheetComposer.Compose(new SheetFile
        {
            Network = network,
            Notation = Notation.Parentheses,
            Questions = [new Question(B(1, 1), Notation.Parentheses), new Question(B(1, 1), Notation.Brackets)],
        });

        Assert.Equal(2, EquationsOf(sheet).Count(equation => equation.Statement.First == Delta(1, 1)));
    }

    [Fact]
    public void Where_the_notation_changes_its_symbols_are_explained()
    {
        var other = new Notation { Delta = DeltaConvention.ByPreActivation };
        Notation[] notations = [Notation.Parentheses, other, other, Notation.Parentheses];
        var sheet = SheetComposer.Compose(new SheetFile
        {
            Network = RandomNetwork.Tanh(1, 1),
            Notation = Notation.Parentheses,
            Questions = [.. notations.Select(notation => new Question(B(1, 1), notation))],
        });

        var explained = sheet.Blocks.OfType<Paragraph>().Where(block => block.Text.Parts.Any(part => part is InlineMath { Statement.First: Symbol { Role: Role.Delta } }));
        Assert.Equal([Notation.Parentheses, other, Notation.Parentheses], explained.Where(block => block.Text.Parts[0] is Words { Text: not "Known already: " }).Select(block => block.Notation));
    }

    [Fact]
    public void Only_of_what_the_loss_does_not_depend_on_is_said_that_it_does_not()
    {
        Assert.DoesNotContain("does not depend", LatexDocument.Write(Compose(RandomNetwork.Tanh(1, 1), Notation.Parentheses, L)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_activation_makes_a_sheet_on_which_everything_holds()
    {
        Assert.All(Activation.All, activation =>
            Assert.All(
                EquationsOf(Compose(Network.Create(1).Dense(1, activation).Dense(1, activation), Notation.Parentheses, W(1, 1, 1))),
                equation => Assert.True(equation.Statement.Links[0].Side is Unknown || equation.Assurance != Assurance.None)));
    }

    [Fact]
    public void The_same_file_gives_the_same_bytes()
    {
        string Write() => LatexDocument.Write(Compose(RandomNetwork.Tanh(2, 3, 2), Notation.Brackets, W(1, 1, 1), X(2)));

        Assert.Equal(Write(), Write());
    }

    private static Document Compose(Network network, Notation notation, params Symbol[] targets) => SheetComposer.Compose(new SheetFile
    {
        Network = network,
        Notation = notation,
        Questions = [.. targets.Select(target => new Question(target, notation))],
    });

    private static IEnumerable<Equation> EquationsOf(Document sheet) => sheet.Blocks.OfType<Equations>().SelectMany(block => block.Items);

    private static IEnumerable<Inline> PartsOf(Document sheet) => sheet.Blocks.OfType<Paragraph>().SelectMany(block => block.Text.Parts);
}
