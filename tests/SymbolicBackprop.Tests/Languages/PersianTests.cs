using System.Globalization;
using System.Numerics;
using SymbolicBackprop.Derivations;
using SymbolicBackprop.Formulas;
using SymbolicBackprop.Languages;
using SymbolicBackprop.Notations;
using SymbolicBackprop.Sheets;
using SymbolicBackprop.Tests.Networks;
using SymbolicBackprop.Writing.Latex;
using static SymbolicBackprop.Tests.Formulas.Quantities;

namespace SymbolicBackprop.Tests.Languages;

public sealed class PersianTests
{
    [Theory]
    [InlineData(1, "مسیر اول")]
    [InlineData(2, "مسیر دوم")]
    [InlineData(10, "مسیر دهم")]
    [InlineData(11, "مسیر ۱۱ام")]
    [InlineData(100, "مسیر ۱۰۰ام")]
    public void Paths_are_numbered_in_words(int number, string heading) =>
        Assert.Equal(heading, Written(Persian.Instance.SectionHeading(new Section(SectionKind.Path, []) { PathNumber = number })));

    [Theory]
    [InlineData("9", "۹ مسیر از")]
    [InlineData("999999", "۹۹۹۹۹۹ مسیر از")]
    [InlineData("1000000", "بیش از $10^6$ مسیر از")]
    public void A_counted_noun_stays_singular(string count, string words)
    {
        var derivation = new Derivation(P, Statement.Equality(P, Q), [], [], BigInteger.Parse(count, CultureInfo.InvariantCulture));

        Assert.StartsWith(words, Written(Persian.Instance.SectionIntroduced(new Section(SectionKind.ErrorSignals, []), derivation)!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_is_described_in_a_sentence()
    {
        Assert.Equal(
            @"شبکه یک ورودی و ۲ لایه دارد: ۲ نورون با تابع فعال‌ساز \lr{tanh} و سپس یک نورون با تابع فعال‌ساز \lr{tanh}.",
            Written(Persian.Instance.Describe(RandomNetwork.Tanh(1, 2, 1))));
        Assert.Equal(
            @"شبکه \lr{3} ورودی و یک لایه دارد: یک نورون با تابع فعال‌ساز \lr{tanh}.",
            Written(Persian.Instance.Describe(RandomNetwork.Tanh(3, 1)), DigitSet.Latin));
    }

    // Keyboards offer the Arabic letters beside the Persian ones; the two look alike and are not found by each other.
    [Theory]
    [MemberData(nameof(Example.All), MemberType = typeof(Example))]
    public void Letters_are_persian(string example) => Assert.DoesNotMatch(
        "[يكىة٠-٩;?]",
        string.Concat(SheetComposer.Compose(Example.Read(example).In(Persian.Instance)).Blocks
            .SelectMany(block => (block as Heading)?.Text.Parts ?? (block as Paragraph)?.Text.Parts ?? (block as Figure)?.Caption.Parts ?? [])
            .OfType<Words>().Select(words => words.Text)));

    private static string Written(Prose prose, DigitSet? digits = null) => LatexDocument.WriteFragment(
        new Document("", Persian.Instance, [new Paragraph(prose, Notation.Parentheses)]) { Digits = digits ?? DigitSet.Persian });
}
