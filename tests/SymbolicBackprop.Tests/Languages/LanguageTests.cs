using System.Text.RegularExpressions;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Reading;
using SymbolicBackprop.Reading.Latex;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Languages;

/// <summary>What holds for all languages.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public void Codes_are_different_and_lead_to_their_languages()
    {
        Assert.All(Language.All, language => Assert.Same(language, Language.Named(language.Code)));
        Assert.Throws<ArgumentException>(() => Language.Named("xx"));
    }

    // The words differ, what they speak of does not: each block has the same formulas, references and marks.
    [Theory]
    [MemberData(nameof(EveryLanguage.Examples), MemberType = typeof(EveryLanguage))]
    public void A_sheet_says_the_same_in_every_language(string code, string example)
    {
        var here = SheetComposer.Compose(Example.Read(example).In(Language.Named(code))).Blocks;
        var english = SheetComposer.Compose(Example.Read(example).In(English.Instance)).Blocks;

        Assert.Equal(english.Count, here.Count);
        foreach (var (block, model) in here.Zip(english))
        {
            Assert.Equal(model.GetType(), block.GetType());
            Assert.Equal((model as Equations)?.Items, (block as Equations)?.Items);
            if (ProseOf(block) is { } prose)
            {
                Assert.Equal(Facts(ProseOf(model)!), Facts(prose));
                Assert.Contains(prose.Parts, part => part is Words { Text.Length: > 1 });
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryLanguage.ExamplesInOtherScripts), MemberType = typeof(EveryLanguage))]
    public void No_english_word_but_names_stands_in_a_sheet_of_another_script(string code, string example)
    {
        var language = Language.Named(code);
        var sheet = SheetComposer.Compose(Example.Read(example).In(language));
        var names = Example.Read(example).Network?.Layers.Select(layer => layer.Activation.Name).ToHashSet() ?? [];

        var words = sheet.Blocks.Select(ProseOf).OfType<Prose>().SelectMany(prose => prose.Parts).OfType<Words>().ToList();

        Assert.NotEmpty(words);
        Assert.All(words, part => Assert.All(LatinWord().Matches(part.Text), word => Assert.Contains(word.Value, names)));
        Assert.Empty(LatinWord().Matches(sheet.Title));
        Assert.DoesNotContain(" if ", OutputFormat.Text.Write(sheet, "sheet").Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryLanguage.Codes), MemberType = typeof(EveryLanguage))]
    public void Every_section_and_every_part_of_a_way_to_a_derivative_has_words(string code)
    {
        var language = Language.Named(code);
        var derivation = new DerivationBuilder(RandomNetwork.Tanh(2, 2, 1).Model, new DerivationOptions()).Derive(X(1));
        foreach (var kind in Enum.GetValues<SectionKind>())
        {
            var section = new Section(kind, []) { PathNumber = 1 };
            Assert.NotEmpty(language.SectionHeading(section).Parts);
            Assert.NotNull(language.SectionIntroduced(section, derivation));
        }

        foreach (var activation in Activation.All)
        {
            var network = Network.Create(inputs: 1).Dense(1, activation);
            var found = Assert.Single(FoundDerivative.Of(network.WithLoss(Loss.Squared).Model));
            Assert.All(Enum.GetValues<FoundPart>(), part => Assert.NotEmpty(language.FoundPartIntroduced(part, found).Parts));
        }
    }

    // In the words of one language or another, whatever language the reader's notation has.
    [Theory]
    [MemberData(nameof(EveryLanguage.Codes), MemberType = typeof(EveryLanguage))]
    public void Words_in_formulas_read_back(string code)
    {
        var words = Language.Named(code).FormulaWords;
        var condition = new Condition(P) { Low = Literal.Zero };
        var cases = Statement.Equality(Q, new Cases(new Branch[] { new(P, condition), new(Literal.Zero, null) }.ToEquatableList()));

        var latex = new LatexWriter(Notation.Parentheses with { Words = words }).Write(cases);

        Assert.Contains(words.Otherwise, latex, StringComparison.Ordinal);
        var reader = new LatexReader(new ReadingContext { Notation = Notation.Parentheses });
        Assert.Equal(cases, reader.Read(latex).Value);
        Assert.Equal(cases, reader.Read(latex.Replace("& p > 0", $@"& \text{{{words.If}}} p > 0", StringComparison.Ordinal)).Value);
    }

    private static Prose? ProseOf(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Figure figure => figure.Caption,
        _ => null,
    };

    // Formulas in the order of their LaTeX, for sentences have orders of their own.
    private static IEnumerable<string> Facts(Prose prose) => prose.Parts
        .Where(part => part is not (Words or WholeNumber))
        .Select(part => part is InlineMath math ? new LatexWriter(Notation.Parentheses).Write(math.Statement) : part.ToString())
        .Order(StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-z][A-Za-z0-9_-]+")]
    private static partial Regex LatinWord();
}
